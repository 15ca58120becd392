/// What the bytes of UTF-8 text are. Asked at every byte, so other rooms can inline it.
extension UInt8 {
  /// A blank, a tab or part of a line end.
  @inlinable package var isWhiteSpace: Bool { self == 32 || self == 9 || self == 10 || self == 13 }

  /// A blank or a tab: what may stand around words within a line.
  @inlinable package var isBlank: Bool { self == 32 || self == 9 }

  /// A digit of ASCII.
  @inlinable package var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// A letter of ASCII.
  @inlinable package var isLetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }

  /// A capital of ASCII as a small letter, and every other byte as it is.
  @inlinable package var lowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// Any byte of a scalar but its first.
  @inlinable package var isContinuation: Bool { self & 0xC0 == 0x80 }
}

/// Lines of a text, which end with a line feed, a carriage return or both.
extension [UInt8] {
  /// Where the line begins that a place is in. Its end is a part of it.
  package func lineStart(before place: Int) -> Int {
    var start = Swift.min(place, count)
    // Between the two bytes of one line end.
    if start > 0, start < count, self[start] == 10, self[start - 1] == 13 { start -= 1 }
    while start > 0, self[start - 1] != 10, self[start - 1] != 13 { start -= 1 }
    return start
  }

  /// Where a line ends, and where the next one begins: at the end of the text if there is none.
  package func lineEnd(from start: Int) -> (end: Int, next: Int) {
    var end = start
    while end < count, self[end] != 10, self[end] != 13 { end += 1 }
    var next = Swift.min(end + 1, count)
    if end + 1 < count, self[end] == 13, self[end + 1] == 10 { next += 1 }
    return (end, next)
  }
}

extension String {
  /// Whether it stands before another in the order of their bytes, which is the same in every language.
  package func precedes(_ other: String) -> Bool {
    let (own, others) = (utf8.span, other.utf8.span)
    for place in 0..<min(own.count, others.count) where own[place] != others[place] {
      return own[place] < others[place]
    }
    return own.count < others.count
  }
}

/// Paths, cut by bytes, as file systems read them: a slash and an accent behind it are one character,
/// which is not the slash.
extension String {
  /// The place of the last slash.
  package var lastSlash: Index? { utf8.lastIndex(of: UInt8(ascii: "/")) }

  /// The folder of a file: up to and with the last slash, or empty.
  package var folderPath: String {
    lastSlash.map { String(self[..<utf8.index(after: $0)]) } ?? ""
  }

  /// The last name in a path, of `a/b/` as of `a/b` it is `b`; nil if there is none.
  package var fileName: String? {
    utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
  }
}

extension StringProtocol where SubSequence == Substring {
  /// What stands behind a prefix; nil if it does not begin with it. By bytes, as paths
  /// are cut.
  package func rest(behind prefix: some StringProtocol) -> Substring? {
    guard utf8.starts(with: prefix.utf8) else { return nil }
    return self[utf8.index(startIndex, offsetBy: prefix.utf8.count)...]
  }
}

extension Swift.Span<UInt8> {
  /// The first place of a byte among the first `limit` ones.
  package func firstPlace(of byte: UInt8, within limit: Int = .max) -> Int? {
    for place in 0..<Swift.min(count, limit) where self[place] == byte { return place }
    return nil
  }
}
