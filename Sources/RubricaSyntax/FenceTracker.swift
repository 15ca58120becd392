internal import RubricaSource

/// Tells the lines of code fences before cmark reads them, since cmark reads no markup in them.
///
/// It says that a line is code only where cmark surely reads it so. Where a line may open a fence or
/// may not (behind the mark of a list, in what may be HTML, indented so that it depends on the
/// lists above), the lines that follow are text: text that only looks like a fence hides nothing.
struct FenceTracker {
  private enum State {
    case outside
    case inside(Fence)
    /// Perhaps in a fence that an item of a list or a quote holds: it ends, at the latest, where a
    /// line begins at the margin.
    case perhapsInContainer
    /// From here on nobody can tell without reading blocks as cmark does.
    case unknown
  }

  private let bytes: [UInt8]
  private var state = State.outside
  /// Whether a comment may be open.
  private var inComment = false
  /// Whether a comment may have ended in the line before, which is HTML then.
  private var endedComment = false
  /// Whether a block of HTML that ends at a blank line may be open.
  private var inTag = false

  init(_ bytes: [UInt8], _ body: Range<Int>) {
    self.bytes = bytes
    // cmark skips a byte order mark at its first line.
    if bytes[body].starts(with: [0xEF, 0xBB, 0xBF]) { state = .unknown }
  }

  /// Whether the line before was surely neither in a fence nor in HTML.
  var isOutside: Bool {
    if case .outside = state { !inComment && !endedComment && !inTag } else { false }
  }

  /// Whether a line is one of a fence: the first, the last or in between. Asked once for each line.
  mutating func isCode(_ line: Range<Int>) -> Bool {
    endedComment = false
    if case .unknown = state { return false }
    if case .inside(let fence) = state {
      switch fence.reads(line, bytes) {
      case .code: return true
      case .end:
        state = .outside
        return true
      case .unclear:
        state = .unknown
        return false
      case .left: state = .outside
      }
    }
    guard let first = bytes[line].first(where: { $0 != 32 && $0 != 9 }) else {
      inTag = false
      return false
    }
    if case .perhapsInContainer = state, bytes[line.lowerBound] == first,
      first != UInt8(ascii: ">")
    {
      state = .outside
    }
    if inComment, Self.holdsEnd(bytes[line]) { (inComment, endedComment) = (false, true) }
    guard let head = bytes[line].firstIndex(where: { !Self.mayBeMark($0) }) else { return false }
    switch bytes[head] {
    case UInt8(ascii: "<"):
      readTag(bytes[head..<line.upperBound])
      return false
    case UInt8(ascii: "`"), UInt8(ascii: "~"): return opens(line, head)
    default: return false
    }
  }

  /// Whether a byte may belong to the marks of quotes and lists at the head of a line.
  private static func mayBeMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 32, 9, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// Whether a comment ends in a text.
  private static func holdsEnd(_ text: ArraySlice<UInt8>) -> Bool {
    var hyphens = 0
    for byte in text {
      if byte == UInt8(ascii: ">"), hyphens >= 2 { return true }
      hyphens = byte == UInt8(ascii: "-") ? hyphens + 1 : 0
    }
    return false
  }

  private mutating func readTag(_ text: ArraySlice<UInt8>) {
    if text.starts(with: "<!--".utf8) {
      inComment = !Self.holdsEnd(text)
      return
    }
    // These go on over blank lines.
    let head = text.dropFirst().prefix(8).map { $0.isLetter ? $0 | 0x20 : $0 }
    let isLong = ["!", "?", "script", "pre", "style", "textarea"].contains {
      head.starts(with: $0.utf8)
    }
    if isLong { state = .unknown } else { inTag = true }
  }

  /// Takes a line that looks like the first of a fence, from `head` on; whether it is one, surely.
  private mutating func opens(_ line: Range<Int>, _ head: Int) -> Bool {
    let mark = bytes[head]
    let rest = bytes[head..<line.upperBound].drop { $0 == mark }
    let length = rest.startIndex - head
    guard length >= 3 else { return false }
    if rest.contains(mark) {
      // No fence of backticks has one in its first line.
      if mark == UInt8(ascii: "~") { state = .unknown }
      return false
    }
    // cmark counts no further than 255.
    guard !inComment, !inTag, length < 255 else {
      state = .unknown
      return false
    }
    let isIndentedOnly = bytes[line.lowerBound..<head].allSatisfy { $0 == 32 }
    if case .perhapsInContainer = state {
      // It may end that fence, or open one that no container ends.
      if isIndentedOnly, head - line.lowerBound <= 3 { state = .unknown }
      return false
    }
    guard let (quotes, indent) = prefix(line.lowerBound..<head) else {
      state = .perhapsInContainer
      return false
    }
    state = .inside(Fence(quotes: quotes, indent: indent, mark: mark, length: length))
    return true
  }

  /// The marks of quotes from the margin on, and up to three blanks; nil if anything else stands in
  /// front of a fence.
  private func prefix(_ range: Range<Int>) -> (quotes: Int, indent: Int)? {
    var quotes = 0
    var index = range.lowerBound
    while index < range.upperBound, bytes[index] == UInt8(ascii: ">") {
      quotes += 1
      index += 1
      if index < range.upperBound, bytes[index] == 32 { index += 1 }
    }
    let blanks = bytes[index..<range.upperBound]
    guard blanks.count <= 3, blanks.allSatisfy({ $0 == 32 }) else { return nil }
    return (quotes, blanks.count)
  }

  private struct Fence {
    var quotes: Int
    /// With none it stands in no list: else it may be in an item whose text begins no further right.
    var indent: Int
    var mark: UInt8
    var length: Int

    enum Reading {
      case code, end, unclear
      /// The quote has ended, and the fence in it.
      case left
    }

    func reads(_ line: Range<Int>, _ bytes: [UInt8]) -> Reading {
      var index = line.lowerBound
      for _ in 0..<quotes {
        let start = index
        index = Self.skip(from: index, to: line.upperBound, in: bytes) { $0 == 32 }
        guard index < line.upperBound else { return .left }
        if bytes[index] == 9 { return .unclear }
        guard index - start <= 3, bytes[index] == UInt8(ascii: ">") else { return .left }
        index += 1
        if index < line.upperBound, bytes[index] == 32 { index += 1 }
      }
      let start = index
      index = Self.skip(from: index, to: line.upperBound, in: bytes) { $0 == 32 }
      let blanks = index - start
      index = Self.skip(from: index, to: line.upperBound, in: bytes) { $0 == 32 || $0 == 9 }
      guard index < line.upperBound else { return .code }
      guard blanks >= indent else { return .unclear }
      let behind = bytes[index..<line.upperBound].drop { $0 == mark }
      guard behind.startIndex - index >= length,
        behind.allSatisfy({ $0 == 32 || $0 == 9 })
      else { return .code }
      // A tab, or an indent that counts from an item.
      if index - start > blanks { return .unclear }
      if blanks > 3 { return indent == 0 ? .code : .unclear }
      return .end
    }

    private static func skip(
      from start: Int, to end: Int, in bytes: [UInt8], while isSkipped: (UInt8) -> Bool
    ) -> Int {
      bytes[start..<end].firstIndex { !isSkipped($0) } ?? end
    }
  }
}
