internal import RubricaSource
internal import RubricaSyntax

/// A heading of the document.
struct Heading {
  var node: Int
  var level: Int
  /// Its words, with a `{…}` behind them.
  var words: String
  /// From its first byte to the end of its last line, without the line end.
  var range: Range<Int>
  /// Where `{#id}` would be put: behind the words, before closing hashes.
  var contentEnd: Int
  /// The heading that it stands under.
  var parent: Int?
  /// The first heading behind its section.
  var next = 0

  /// The words without a `{…}` at their end.
  var title: String {
    guard let block = attributeBlock else { return words }
    return String(words.prefix(words.count - block.count)).trimmingSpaces
  }

  /// Where the words begin, behind the hashes.
  func start(in bytes: [UInt8]) -> Int {
    bytes[range].firstIndex { $0 != UInt8(ascii: "#") && $0 != 32 && $0 != 9 } ?? contentEnd
  }

  /// Where a number or sign before the words stands, without blanks behind it: nil if it is written
  /// otherwise, or could end the comment that it goes into.
  func range(of ornament: Substring, in bytes: [UInt8]) -> Range<Int>? {
    let start = start(in: bytes)
    guard !ornament.isEmpty, !ornament.contains("--"), bytes[start...].starts(with: ornament.utf8)
    else { return nil }
    var end = start + ornament.utf8.count
    while end > start, bytes[end - 1] == 32 { end -= 1 }
    return start..<end
  }

  /// Where the title stands at the end of the heading; nil if it is written otherwise.
  func titleRange(in bytes: [UInt8]) -> Range<Int>? {
    let start = contentEnd - title.utf8.count
    guard !title.contains("--"), start > range.lowerBound,
      bytes[start..<contentEnd].elementsEqual(title.utf8)
    else { return nil }
    return start..<contentEnd
  }

  /// `{…}` at the end of the words.
  var attributeBlock: String? {
    guard words.hasSuffix("}"), let open = words.lastIndex(of: "{") else { return nil }
    return String(words[open...])
  }

  static func all(in tree: MarkdownTree, _ lines: LineTable, _ bytes: [UInt8]) -> [Heading] {
    withSections(
      tree.children(of: 0).compactMap { node in
        guard case .heading(let level) = tree.nodes[node].kind else { return nil }
        let span = tree.nodes[node].span.range
        let first = lines.line(at: span.lowerBound)
        let isHash = isHashHeading(bytes[span])
        let last = isHash ? first : lines.line(at: max(span.upperBound - 1, span.lowerBound))
        var end = lines.content(ofLine: last, in: bytes).upperBound
        let whole = span.lowerBound..<max(end, span.lowerBound)
        if isHash {
          end = withoutClosingHashes(bytes, whole)
        } else {
          end = underlinedEnd(first...last, lines, bytes)
        }
        var words = ""
        for index in (node + 1)..<max(tree.nodes[node].end, node + 1) {
          switch tree.nodes[index].kind {
          case .text(let text), .code(let text): words += text
          case .softBreak, .lineBreak: words += " "
          default: break
          }
        }
        return Heading(
          node: node, level: level, words: words.trimmingSpaces, range: whole, contentEnd: end)
      })
  }

  /// Which heading stands under which.
  private static func withSections(_ headings: [Heading]) -> [Heading] {
    var headings = headings
    var open: [Int] = []
    for index in headings.indices {
      while let last = open.last, headings[last].level >= headings[index].level {
        headings[last].next = index
        open.removeLast()
      }
      headings[index].parent = open.last
      open.append(index)
    }
    for index in open { headings[index].next = headings.count }
    return headings
  }

  private static func isHashHeading(_ bytes: ArraySlice<UInt8>) -> Bool {
    let hashes = bytes.prefix { $0 == UInt8(ascii: "#") }
    guard (1...6).contains(hashes.count) else { return false }
    guard let next = bytes.dropFirst(hashes.count).first else { return true }
    return next.isWhiteSpace
  }

  private static func withoutClosingHashes(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    func trimmed(_ end: Int) -> Int {
      var end = end
      while end > range.lowerBound, bytes[end - 1].isBlank { end -= 1 }
      return end
    }
    let end = trimmed(range.upperBound)
    var start = end
    while start > range.lowerBound, bytes[start - 1] == UInt8(ascii: "#") { start -= 1 }
    guard start < end, start > range.lowerBound, bytes[start - 1].isBlank
    else {
      return end
    }
    return trimmed(start)
  }

  /// The end of the last line of words over the underline.
  private static func underlinedEnd(
    _ range: ClosedRange<Int>, _ lines: LineTable, _ bytes: [UInt8]
  ) -> Int {
    for line in range {
      let content = lines.content(ofLine: line, in: bytes)
      let marks = bytes[content].filter { $0 != 32 && $0 != 9 }
      let isUnderline =
        line > range.lowerBound && !marks.isEmpty
        && (marks.allSatisfy { $0 == UInt8(ascii: "=") }
          || marks.allSatisfy { $0 == UInt8(ascii: "-") })
      if isUnderline {
        var end = lines.content(ofLine: line - 1, in: bytes).upperBound
        while end > 0, bytes[end - 1].isBlank { end -= 1 }
        return end
      }
    }
    return lines.content(ofLine: range.upperBound, in: bytes).upperBound
  }
}

extension String {
  var trimmingSpaces: String {
    var text = self[...]
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
