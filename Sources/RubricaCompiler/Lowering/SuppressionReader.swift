internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Finds the comments `rubrica: allow ID because REASON`, and what they stand before. A file
/// without one costs a search that looks at every eighth byte.
struct SuppressionReader {
  private let bytes: [UInt8]
  private let source: SourceID
  private(set) var suppressions: [Suppression] = []
  private(set) var problems: [Problem] = []
  /// Comments one after another stand before the same thing: where they do, and what that is.
  private var run: (nodes: Range<Int>, next: Int?) = (0..<0, nil)
  private var lines: (bytes: Range<Int>, next: Span?) = (0..<0, nil)

  private static let word = Array("rubrica:".utf8)
  static let form = "`rubrica: allow ID because REASON`"

  init(_ file: SourceFile, _ source: SourceID) {
    bytes = file.bytes
    self.source = source
  }

  /// Reads the comments of a YAML text: a whole file, front matter, or a fence.
  mutating func readYAML(_ range: Range<Int>) {
    let places = places(in: range)
    if !places.isEmpty { readYAML(places, range) }
  }

  /// Reads the comments of a Markdown document, and of the YAML in it.
  mutating func readMarkdown(_ tree: MarkdownTree, _ body: Range<Int>) {
    let places = places(in: body)
    guard !places.isEmpty else { return }
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      switch node.kind {
      case .htmlBlock(let text):
        if Self.isComment(text) {
          add(comment: comment(at: node), before: next(after: index, in: tree), in: tree)
        } else if let place = Self.commentPlace(in: text) {
          reportMisplaced(node.span, place)
        }
      case .htmlInline(let text):
        if Self.isComment(text) { reportMisplaced(node.span, 0) }
      case .codeBlock(let info, _, isFenced: true)
      where info.hasPrefix("yaml "):
        readYAML(places.filter { node.span.range.contains($0) }, node.span.range)
      default: break
      }
    }
  }

  /// Whether a block of HTML is a comment for the compiler, and so for no page.
  static func isComment(_ html: String) -> Bool {
    var text = Substring(html).utf8
    text.trimBlanks()
    guard text.starts(with: "<!--".utf8) else { return false }
    text.removeFirst(4)
    text.trimBlanks()
    guard text.starts(with: word) else { return false }
    // What stands behind the comment on its last line is HTML of the author's.
    return text.suffix(3).elementsEqual("-->".utf8) && text.occurrences(of: "-->") == 1
  }

  // MARK: Search

  /// The places of the word, by Horspool's method.
  private func places(in range: Range<Int>) -> [Int] {
    var found: [Int] = []
    let text = bytes.span
    var end = range.lowerBound + 7
    while end < range.upperBound {
      switch text[end] {
      case UInt8(ascii: ":"):
        let start = end - 7
        if bytes[start...end].elementsEqual(Self.word) { found.append(start) }
        end += 8
      case UInt8(ascii: "a"): end += 1
      case UInt8(ascii: "c"): end += 2
      case UInt8(ascii: "i"): end += 3
      case UInt8(ascii: "r"): end += 4
      case UInt8(ascii: "b"): end += 5
      case UInt8(ascii: "u"): end += 6
      default: end += 8
      }
    }
    return found
  }

  // MARK: Markdown

  /// The next block next to a node that is not a comment of this kind.
  private mutating func next(after index: Int, in tree: MarkdownTree) -> Int? {
    if run.nodes.contains(index) { return run.next }
    var next = tree.nodes[index].end
    while next < tree.nodes.count, tree.nodes[next].parent == tree.nodes[index].parent {
      guard case .htmlBlock(let text) = tree.nodes[next].kind, Self.isComment(text) else {
        run = (index..<next, next)
        return next
      }
      next = tree.nodes[next].end
    }
    run = (index..<next, nil)
    return nil
  }

  private mutating func add(comment: Span, before next: Int?, in tree: MarkdownTree) {
    let text = SourceFile(name: "", bytes: bytes).text(comment.range)
    guard var suppression = read(text.dropFirst(4).dropLast(3), comment) else { return }
    guard let next else {
      suppressions.append(suppression)
      return
    }
    let node = tree.nodes[next]
    suppression.target = node.span
    suppression.coversHead = bytes[..<comment.range.lowerBound].allSatisfy { $0 <= 32 }
    if case .heading(let level) = node.kind {
      var end = node.end
      while end < tree.nodes.count, tree.nodes[end].parent == node.parent {
        if case .heading(let other) = tree.nodes[end].kind, other <= level { break }
        end = tree.nodes[end].end
      }
      let last = end < tree.nodes.count ? Int(tree.nodes[end].span.start) : bytes.count
      suppression.section = Span(source, Int(node.span.start), last)
    }
    suppressions.append(suppression)
  }

  /// Where a comment begins in HTML that holds other things too.
  private static func commentPlace(in html: String) -> Int? {
    let text = Array(html.utf8)
    return text.indices.first { index in
      guard text[index...].starts(with: "<!--".utf8) else { return false }
      return text[(index + 4)...].drop { $0 == 32 }.starts(with: word)
    }
  }

  private mutating func reportMisplaced(_ node: Span, _ offset: Int) {
    let start = min(Int(node.start) + offset, bytes.count)
    problems.append(
      Problem(
        .misplaced(
          what: "a comment `rubrica: …` beside other text",
          expected: "on a line of its own, before what it allows"),
        at: Span(source, start, min(start + 4, bytes.count))))
  }

  /// The comment itself: the parser tells only where its block starts.
  private func comment(at node: MarkdownTree.Node) -> Span {
    let start = bytes[Int(node.span.start)...].firstIndex { $0 == UInt8(ascii: "<") }
    let first = start ?? Int(node.span.start)
    let close = bytes[first...].indices.first { bytes[$0...].starts(with: "-->".utf8) }
    return Span(source, first, close.map { $0 + 3 } ?? bytes.count)
  }

  // MARK: YAML

  private mutating func readYAML(_ places: [Int], _ range: Range<Int>) {
    for place in places {
      var hash = place
      while hash > range.lowerBound, bytes[hash - 1] == 32 { hash -= 1 }
      guard hash > range.lowerBound, bytes[hash - 1] == UInt8(ascii: "#") else { continue }
      hash -= 1
      let start = lineStart(hash, range)
      let end = lineEnd(hash, range)
      let comment = Span(source, hash, end)
      let text = SourceFile(name: "", bytes: bytes).text(hash + 1..<end)
      let isAlone = bytes[start..<hash].allSatisfy { $0 == 32 }
      guard isAlone || bytes[hash - 1] == 32 else { continue }
      guard var suppression = read(text[...], comment) else { continue }
      suppression.target = isAlone ? entry(after: end, range) : entry(at: start, range)
      suppression.coversHead = isAlone && hash == start
      suppressions.append(suppression)
    }
  }

  /// The first entry after a place that is not a comment.
  private mutating func entry(after place: Int, _ range: Range<Int>) -> Span? {
    if lines.bytes.contains(place) { return lines.next }
    var start = nextLine(place, range)
    while start < range.upperBound {
      let indent = indentation(start, range)
      let first = start + indent < range.upperBound ? bytes[start + indent] : 10
      if first != 10, first != 13, first != UInt8(ascii: "#") {
        lines = (place..<start, entry(at: start, range))
        return lines.next
      }
      start = nextLine(start, range)
    }
    lines = (place..<max(start, place), nil)
    return nil
  }

  /// The line at `start` and those below that belong to it by their indentation.
  private func entry(at start: Int, _ range: Range<Int>) -> Span {
    let indent = indentation(start, range)
    let isItem = bytes[start + indent] == UInt8(ascii: "-")
    var end = lineEnd(start, range)
    var next = nextLine(end, range)
    while next < range.upperBound {
      let inner = indentation(next, range)
      let first = next + inner < range.upperBound ? bytes[next + inner] : 10
      let isBlank = first == 10 || first == 13
      // A list may stand as far left as the key above it.
      let isOwnList = !isItem && inner == indent && first == UInt8(ascii: "-")
      guard isBlank || inner > indent || isOwnList else { break }
      if !isBlank { end = lineEnd(next, range) }
      next = nextLine(next, range)
    }
    return Span(source, start + indent, end)
  }

  private func indentation(_ start: Int, _ range: Range<Int>) -> Int {
    bytes[start..<range.upperBound].prefix { $0 == 32 }.count
  }

  private func lineStart(_ place: Int, _ range: Range<Int>) -> Int {
    var start = place
    while start > range.lowerBound, bytes[start - 1] != 10, bytes[start - 1] != 13 { start -= 1 }
    return start
  }

  private func lineEnd(_ place: Int, _ range: Range<Int>) -> Int {
    bytes[place..<range.upperBound].firstIndex { $0 == 10 || $0 == 13 } ?? range.upperBound
  }

  private func nextLine(_ place: Int, _ range: Range<Int>) -> Int {
    let end = lineEnd(place, range)
    let isPair = end + 1 < range.upperBound && bytes[end] == 13 && bytes[end + 1] == 10
    return min(end + (isPair ? 2 : 1), range.upperBound)
  }

  // MARK: Words

  /// `rubrica: allow a, b because reason`.
  private mutating func read(_ text: Substring, _ comment: Span) -> Suppression? {
    let words = text.split { $0.isWhitespace }.map(String.init)
    let ids = words.dropFirst(2).prefix { $0 != "because" }
    guard words.first == "rubrica:", words.dropFirst().first == "allow", !ids.isEmpty else {
      problems.append(
        Problem(
          .wrongValue(
            expected: Self.form,
            found: "`\(Array(words.prefix(4)).joined(separator: " "))`", suggestion: nil),
          at: comment))
      return nil
    }
    let names = ids.joined(separator: " ").split { $0 == "," || $0 == " " }
    return Suppression(
      ids: names.map { located(String($0), in: comment) },
      reason: words.dropFirst(2 + ids.count + 1).joined(separator: " "), span: comment,
      target: nil)
  }

  /// Where a word stands in the comment.
  private func located(_ word: String, in comment: Span) -> Located<String> {
    let needle = Array(word.utf8)
    var start = comment.range.lowerBound
    while start + needle.count <= comment.range.upperBound {
      if bytes[start..<start + needle.count].elementsEqual(needle) {
        return Located(word, Span(source, start, start + needle.count))
      }
      start += 1
    }
    return Located(word, comment)
  }
}

extension Substring.UTF8View {
  fileprivate mutating func trimBlanks() {
    while let byte = first, byte.isWhiteSpace { removeFirst() }
    while let byte = last, byte.isWhiteSpace { removeLast() }
  }

  fileprivate func occurrences(of text: String) -> Int {
    var count = 0
    for index in indices where self[index...].starts(with: text.utf8) { count += 1 }
    return count
  }
}
