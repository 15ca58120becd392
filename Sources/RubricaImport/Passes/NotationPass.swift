internal import RubricaSource
internal import RubricaSyntax

/// Says which notations of other tools stand in the text: they are shown as they are written.
enum NotationPass: ImportPass {
  static let title = "notations of other tools"
  static let isStructuring = false

  private struct Notation {
    /// In the plural, with an example of it.
    var words: String
    var isIn: (Substring) -> Bool
  }

  private static var notations: [Notation] {
    [
      Notation(words: "footnotes (`[^1]`)") { between("[^", "]", in: $0) { !$0.contains(" ") } },
      Notation(words: "formulas (`$x^2$`)", isIn: hasFormula),
      Notation(words: "note blocks of a documentation site (`:::`)") { $0.hasPrefix(":::") },
      Notation(words: "imports of a documentation site (`import … from …`)") { line in
        (line.hasPrefix("import ") && line.contains(" from ") || line.hasPrefix("import '")
          || line.hasPrefix("import \""))
          && (line.contains("'") || line.contains("\""))
      },
      Notation(words: "values of a template (`{{ … }}`)") {
        between("{{", "}}", in: $0) { _ in true }
      },
      Notation(words: "links of a wiki (`[[…]]`)") {
        between("[[", "]]", in: $0) { words in words.first?.isLetter == true }
      },
      Notation(words: "codes for signs (`:warning:`)") {
        between(":", ":", in: $0) { words in
          words.count > 2 && words.first?.isLetter == true
            && words.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }
        }
      },
      Notation(words: "highlights (`==…==`)") {
        between("==", "==", in: $0) { words in
          words.first.map { $0 != " " && $0 != "=" } == true && words.last != " "
        }
      },
      Notation(words: "words with a hint or a class (`[…]{…}`)") {
        between("]{", "}", in: $0) { words in words.first == "." || words.contains(" ") }
      },
      Notation(words: "attributes of a site generator (`{:.note}`)") {
        between("{:", "}", in: $0.replacing("<!-- {:", with: "")[...]) { _ in true }
      },
    ]
  }

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let literal = page.literalLines(withIndented: true)
    let notations = notations
    var first: [Int?] = Array(repeating: nil, count: notations.count)
    var counts = Array(repeating: 0, count: notations.count)
    for line in page.lines.starts.indices where !literal.contains(line) {
      let content = page.lines.content(ofLine: line, in: page.bytes)
      guard page.bytes[content].contains(where: { "[$:={'\"".utf8.contains($0) }) else { continue }
      let text = withoutCode(page.string(content))[...]
      for (kind, notation) in notations.enumerated() where notation.isIn(text) {
        first[kind] = first[kind] ?? content.lowerBound
        counts[kind] += 1
      }
    }
    for (kind, notation) in notations.enumerated() {
      guard let offset = first[kind] else { continue }
      let more = counts[kind] - 1
      let others = more == 1 ? "1 more line" : "\(more) more lines"
      attempt.say(
        .suggestion, at: offset,
        "\(notation.words) are not supported and were kept as they are"
          + (more == 0 ? "" : ", here and on \(others)"))
    }
    let stars = strayStars(page)
    guard let offset = stars.first else { return }
    attempt.say(
      .suggestion, at: offset,
      "`**` makes nothing bold here and is shown: put a blank outside of each mark, and none inside"
        + (stars.count == 1 ? "" : "; so it is in \(stars.count) paragraphs"))
  }

  /// Blocks with two marks for bold that make nothing bold: `**말(뜻)**으로`, `**Target: **you`.
  private static func strayStars(_ page: Page) -> [Int] {
    var counts: [Int: Int] = [:]
    for node in page.tree.nodes where node.isExact {
      guard case .text(let text) = node.kind, text.contains("**") else { continue }
      counts[node.parent, default: 0] += text.ranges(of: "**").count
    }
    return counts.filter { $0.value > 1 }.keys.map { page.range($0).lowerBound }.sorted()
  }

  /// Without what stands between backticks.
  private static func withoutCode(_ line: String) -> String {
    guard line.contains("`") else { return line }
    return line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined(separator: " ")
  }

  /// Whether a line has two marks with words between them that are not empty.
  private static func between(
    _ open: String, _ close: String, in line: Substring, _ accepts: (Substring) -> Bool
  ) -> Bool {
    var rest = line
    while let start = rest.firstRange(of: open) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: close) else { return false }
      let words = rest[..<end.lowerBound]
      if !words.isEmpty, accepts(words) { return true }
    }
    return false
  }

  /// Whether signs of a formula stand between two dollars: `$5 and $6` has none.
  private static func hasFormula(_ line: Substring) -> Bool {
    let parts = line.split(separator: "$", omittingEmptySubsequences: false)
    return parts.dropFirst().dropLast().contains { part in
      guard let first = part.first, let last = part.last, first != " ", last != " " else {
        return false
      }
      return part.contains { "\\^_{=<>".contains($0) }
    }
  }
}
