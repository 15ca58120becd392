package import RubricaModel
package import RubricaSource

/// A mark in a record is on the words that it says.
package enum SpanTextMismatch: Check {
  package static let info = CheckInfo(
    id: "span-text-mismatch",
    levels: .error,
    summary: "The offsets of a span are within the text and select the stated words.",
    rationale: """
      The mark is on other words than the author meant, and annotators are compared with it. Offsets \
      count characters (Unicode scalars) from 0; the end is the first character after the span.
      """,
    bad: [
      CheckExample(Sample.offsets("⟪{label: PER, text: Ada, start: 1, end: 4}⟫")),
      CheckExample(Sample.offsets("⟪{label: PER, start: 8, end: 40}⟫")),
    ],
    good: [CheckExample(Sample.offsets("{label: PER, text: Ada, start: 0, end: 3}"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for example in index.guideline.examples {
      guard case .text(let text) = example.input else { continue }
      var scalars: [Unicode.Scalar]?
      for answer in example.expected?.answers ?? [] {
        guard case .marks(let marks) = answer.value else { continue }
        let all = scalars ?? Array(text.text.unicodeScalars)
        scalars = all
        for mark in marks { check(mark, all, &report) }
      }
    }
  }

  private static func check(_ mark: SpanMark, _ text: [Unicode.Scalar], _ report: inout Report) {
    if let range = mark.ranges.first(where: { $0.upperBound > text.count }) {
      report.add(
        info, at: mark.span, beyond(range, text.count),
        help: place(of: mark.statedText?.value, in: text) ?? "count characters from 0")
      return
    }
    guard let stated = mark.statedText?.value else { return }
    let held = mark.ranges.map { string(text[$0]) }.joined(separator: " ")
    guard held != stated else { return }
    report.add(
      info, at: mark.span, mismatch(stated, held),
      help: place(of: stated, in: text) ?? "these words are not in the text")
  }

  /// Where the words really are.
  private static func place(of words: String?, in text: [Unicode.Scalar]) -> String? {
    guard let words, !words.isEmpty else { return nil }
    let needle = Array(words.unicodeScalars)
    guard needle.count <= text.count else { return nil }
    for start in 0...(text.count - needle.count)
    where text[start] == needle[0] && text[start..<start + needle.count].elementsEqual(needle) {
      return "\"\(Wording.excerpt(words))\" is at `start: \(start), end: \(start + needle.count)`"
    }
    return nil
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: scalars)
    return String(string)
  }

  private static func beyond(_ range: Range<Int>, _ count: Int) -> String {
    "the span ends at \(range.upperBound), but the text has \(count) characters"
  }

  private static func mismatch(_ stated: String, _ held: String) -> String {
    "the span selects \"\(Wording.excerpt(held))\", not \"\(Wording.excerpt(stated))\""
  }
}

extension Sample {
  fileprivate static func offsets(_ mark: String) -> String {
    names("> Ada slept.\n\n```yaml expected\nnames: [\(mark)]\n```\n")
  }
}
