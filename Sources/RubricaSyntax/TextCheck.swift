package import RubricaSource

/// What must hold of the bytes of any text file before a parser sees them.
package enum TextCheck {
  /// Bytes of a byte order mark at the start, which are skipped: 3 or 0.
  package static func byteOrderMark(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The first thing that makes these bytes unreadable as text of at most `limit` bytes.
  package static func problem(in file: SourceFile, _ source: SourceID, limit: Int) -> SyntaxProblem?
  {
    let bytes = file.bytes
    guard bytes.count <= limit else {
      return SyntaxProblem(.tooLarge(limit: limit), at: Span(source, 0, 0))
    }
    var index = 0
    let count = bytes.count
    while true {
      index = endOfPlainText(bytes, from: index)
      guard index < count else { return nil }
      if bytes[index] == 0 { return SyntaxProblem(.nulByte, at: Span(source, index, index + 1)) }
      let length = scalarLength(bytes, at: index)
      guard length > 0 else {
        return SyntaxProblem(.invalidUTF8, at: Span(source, index, index + 1))
      }
      index += length
    }
  }

  /// The first byte from `start` on that is NUL or not ASCII, or the end: eight bytes at a time.
  package static func endOfPlainText(_ bytes: [UInt8], from start: Int) -> Int {
    let text = unsafe bytes.span.bytes
    var index = start
    while index + 8 <= text.byteCount {
      let eight = EightBytes(text, at: index)
      if !eight.isASCII || eight.contains(0) { break }
      index += 8
    }
    while index < bytes.count, bytes[index] != 0, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// The bytes of the well-formed multi-byte scalar at `index` (Unicode table 3-7), or 0.
  static func scalarLength(_ bytes: [UInt8], at index: Int) -> Int {
    func isContinuation(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch bytes[index] {
    case 0xC2...0xDF:
      return isContinuation(1) ? 2 : 0
    case 0xE0:
      return isContinuation(1, 0xA0...0xBF) && isContinuation(2) ? 3 : 0
    case 0xED:
      return isContinuation(1, 0x80...0x9F) && isContinuation(2) ? 3 : 0
    case 0xE1...0xEF:
      return isContinuation(1) && isContinuation(2) ? 3 : 0
    case 0xF0:
      return isContinuation(1, 0x90...0xBF) && isContinuation(2) && isContinuation(3) ? 4 : 0
    case 0xF1...0xF3:
      return isContinuation(1) && isContinuation(2) && isContinuation(3) ? 4 : 0
    case 0xF4:
      return isContinuation(1, 0x80...0x8F) && isContinuation(2) && isContinuation(3) ? 4 : 0
    default:
      return 0
    }
  }
}

extension String {
  /// Text that `TextCheck` has passed, or that a parser has made of it: nobody needs to verify it once more.
  init(checked bytes: Swift.Span<UInt8>) {
    let text = unsafe UTF8Span(unchecked: bytes, isKnownASCII: Self.isASCII(unsafe bytes.bytes))
    self.init(copying: text)
  }

  private static func isASCII(_ bytes: RawSpan) -> Bool {
    var index = 0
    while index + 8 <= bytes.byteCount {
      if !EightBytes(bytes, at: index).isASCII { return false }
      index += 8
    }
    while index < bytes.byteCount {
      if unsafe bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self) >= 0x80 { return false }
      index += 1
    }
    return true
  }
}
