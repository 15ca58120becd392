package import RubricaModel
package import RubricaSource

/// A comment ends, and the document goes on behind it.
package enum UnclosedMarkup: Check {
  package static let info = CheckInfo(
    id: "unclosed-markup",
    levels: .stumble,
    summary: "Every comment and every raw HTML block is closed before the end of the document.",
    rationale: """
      Markdown reads everything after it as part of it: the rules and examples that follow are on no \
      page and in no template, and nothing else reports it.
      """,
    bad: [
      CheckExample(Sample.signs("⟪<!--⟫ ask Ann about these\n\n## Rules\n\n- Draw tight boxes.\n")),
      CheckExample(Sample.signs("⟪<style>⟫\n\n## Rules\n\n- Draw tight boxes.\n")),
    ],
    good: [
      CheckExample(
        Sample.signs("<!-- ask Ann about these -->\n\n## Rules\n\n- Draw tight boxes.\n"))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.traces.contains(.markup) else { return }
    index.guideline.forEachBlock { block in
      guard case .html(let text) = block.kind, let (opening, end) = unclosed(text) else { return }
      let start = Int(block.span.start)
      report.add(
        info, at: Span(block.span.source, start, start + opening.utf8.count),
        runsOn(opening), help: "add `\(end)` where it should end")
    }
  }

  private static func runsOn(_ opening: String) -> String {
    "`\(opening)` is never closed: everything after it is part of it, and nobody will read it"
  }

  /// What Markdown reads up to an end of its own, also over empty lines (CommonMark 0.31, 4.6).
  private static let kinds: [(opening: String, end: String)] = [
    ("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<script", "</script>"),
    ("<style", "</style>"), ("<pre", "</pre>"), ("<textarea", "</textarea>"),
  ]

  private static func unclosed(_ text: String) -> (opening: String, end: String)? {
    let bytes = text.utf8.drop { $0 == 32 }
    guard bytes.first == UInt8(ascii: "<") else { return nil }
    let words = Substring(bytes).lowercased()
    guard let kind = kinds.first(where: { words.hasPrefix($0.opening) }) else { return nil }
    let rest = words.dropFirst(kind.opening.count)
    if rest.contains(kind.end) { return nil }
    guard kind.opening.last?.isLetter ?? false else { return kind }
    // `<pre class="wide">`, and not `<preview>`.
    guard let next = rest.first else { return kind }
    guard next == ">" || next.isWhitespace else { return nil }
    return (kind.opening + (next == ">" ? ">" : ""), kind.end)
  }
}
