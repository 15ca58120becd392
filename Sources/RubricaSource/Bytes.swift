/// What the bytes of UTF-8 text are.
extension UInt8 {
  /// A blank, a tab or part of a line end.
  package var isWhiteSpace: Bool { self == 32 || self == 9 || self == 10 || self == 13 }

  /// Any byte of a scalar but its first.
  package var isContinuation: Bool { self & 0xC0 == 0x80 }
}
