package import RubricaSource

/// A Markdown file, cut into its YAML front matter and its body.
package struct FrontMatter: Sendable {
  /// The bytes between the two fences; `nil` if the file has no front matter.
  package let yaml: Range<Int>?
  /// The bytes of the Markdown body.
  package let body: Range<Int>

  /// A file has front matter if its first line is `---`; it ends at the next line `---` or `...`. What comes
  /// behind `...` is front matter as well if it is keys up to a line `---`: its parser refuses it.
  package static func split(
    _ file: SourceFile, _ source: SourceID
  ) -> Result<FrontMatter, SyntaxProblem> {
    let bytes = file.bytes
    let start = TextCheck.byteOrderMark(bytes)
    let first = line(from: start, in: bytes)
    guard isFence(bytes[first.content], "---") else {
      return .success(FrontMatter(yaml: nil, body: start..<bytes.count))
    }
    var cursor = first.next
    while cursor < bytes.count {
      let current = line(from: cursor, in: bytes)
      if isFence(bytes[current.content], "---")
        || isFence(bytes[current.content], "...") && !goesOn(behind: current.next, in: bytes)
      {
        return .success(FrontMatter(yaml: first.next..<cursor, body: current.next..<bytes.count))
      }
      cursor = current.next
    }
    // A thematic break at the head of a document without front matter: no key follows it.
    guard bytes[first.next...].prefix(4_096).contains(UInt8(ascii: ":")) else {
      return .success(FrontMatter(yaml: nil, body: start..<bytes.count))
    }
    return .failure(
      SyntaxProblem(
        .unclosedFrontMatter, at: Span(source, first.content.lowerBound, first.content.upperBound)))
  }

  /// Whether nothing but keys and their values stand before the next line `---`: then `...` did not mean to
  /// end the front matter.
  private static func goesOn(behind start: Int, in bytes: [UInt8]) -> Bool {
    var cursor = start
    var hasKey = false
    while cursor < bytes.count {
      let current = line(from: cursor, in: bytes)
      let content = bytes[current.content]
      if isFence(content, "---") { return hasKey }
      if beginsWithKey(content) {
        hasKey = true
      } else if !content.allSatisfy({ $0.isBlank }) {
        guard hasKey, content.first == 32 || content.starts(with: "- ".utf8) else { return false }
      }
      cursor = current.next
    }
    return false
  }

  /// `key:` and then a blank or nothing.
  private static func beginsWithKey(_ line: ArraySlice<UInt8>) -> Bool {
    let key = line.prefix {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    guard let first = key.first, first.isLetter else { return false }
    let rest = line[key.endIndex...]
    guard rest.first == UInt8(ascii: ":") else { return false }
    return rest.count == 1 || rest.dropFirst().first == 32
  }

  /// The empty lines before front matter that is none because of them. Only a guideline's own is
  /// taken for it: a line `---` may be a line in the text as well.
  package static func emptyLines(before file: SourceFile, _ source: SourceID) -> Span? {
    let bytes = file.bytes
    let start = TextCheck.byteOrderMark(bytes)
    let first = bytes[start...].firstIndex { !$0.isWhiteSpace } ?? start
    var opening = first
    while opening > start, bytes[opening - 1].isBlank { opening -= 1 }
    guard opening > start else { return nil }
    var current = line(from: opening, in: bytes)
    guard isFence(bytes[current.content], "---") else { return nil }
    var isOwn = false
    while current.next < bytes.count {
      current = line(from: current.next, in: bytes)
      if isFence(bytes[current.content], "---") || isFence(bytes[current.content], "...") {
        return isOwn ? Span(source, start, opening) : nil
      }
      isOwn = isOwn || isOwnKey(bytes[current.content])
    }
    return nil
  }

  /// Whether a file begins with the front matter of a guideline, closed or not.
  package static func isOwn(in file: SourceFile) -> Bool {
    let bytes = file.bytes
    let range: Range<Int>
    switch split(file, SourceID(0)) {
    case .success(let parts):
      guard let yaml = parts.yaml else { return false }
      range = yaml
    case .failure: range = line(from: TextCheck.byteOrderMark(bytes), in: bytes).next..<bytes.count
    }
    var cursor = range.lowerBound
    while cursor < range.upperBound {
      let current = line(from: cursor, in: bytes)
      if isOwnKey(bytes[current.content]) { return true }
      cursor = current.next
    }
    return false
  }

  /// Whether a line has the key that only the front matter of a guideline has.
  private static func isOwnKey(_ line: ArraySlice<UInt8>) -> Bool {
    ["rubrica:", "\"rubrica\":", "'rubrica':"].contains { line.starts(with: $0.utf8) }
  }

  /// The first line of a document without front matter, if it is one of dashes other than `---`, or has
  /// a blank in it that is none of ASCII, and the key of a guideline's own front matter follows: word
  /// processors and keyboards make one dash of several hyphens.
  package static func misspeltFence(in file: SourceFile, _ source: SourceID) -> Span? {
    let bytes = file.bytes
    let start = TextCheck.byteOrderMark(bytes)
    let first = bytes[start...].firstIndex { !$0.isWhiteSpace } ?? bytes.count
    var current = line(from: first, in: bytes)
    let fence = current.content
    guard !isFence(bytes[fence], "---"), isOfDashes(bytes[fence]) else { return nil }
    while current.next < bytes.count {
      current = line(from: current.next, in: bytes)
      if isOfDashes(bytes[current.content]) { return nil }
      if isOwnKey(bytes[current.content]) {
        return Span(source, fence.lowerBound, fence.upperBound)
      }
    }
    return nil
  }

  /// Whether a line is nothing but hyphens, dashes and blanks.
  private static func isOfDashes(_ line: ArraySlice<UInt8>) -> Bool {
    // Nearly every line begins with a letter.
    guard let byte = line.first, byte == UInt8(ascii: "-") || byte >= 0xC2, line.count <= 100 else {
      return false
    }
    var hasDash = false
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D: hasDash = true
      case 32, 9: break
      default: if !scalar.isTypographicBlank { return false }
      }
    }
    return hasDash
  }

  private static func line(from start: Int, in bytes: [UInt8]) -> (content: Range<Int>, next: Int) {
    var end = start
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    var next = end
    if next < bytes.count {
      next += bytes[next] == 13 && next + 1 < bytes.count && bytes[next + 1] == 10 ? 2 : 1
    }
    return (start..<end, next)
  }

  private static func isFence(_ line: ArraySlice<UInt8>, _ fence: String) -> Bool {
    line.starts(with: fence.utf8) && line.dropFirst(3).allSatisfy { $0.isBlank }
  }
}
