package import RubricaModel
package import RubricaSource

/// A rule is understood at the first reading.
package enum SentenceTooLong: Check {
  package static let info = CheckInfo(
    id: "sentence-too-long",
    levels: .note,
    summary: "A sentence that annotators act on is short enough to be understood at first reading.",
    rationale: """
      Annotators read a rule between two items, many of them in a language that is not their own. \
      They remember the beginning of a long sentence, and miss the exception at its end. Japanese is \
      written without spaces: three characters count as a word.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - ⟪Label every sign that stands at the side of the road on which the vehicle drives or above \
          it, in whatever direction it is turned, and also those signs at the other side of the road \
          that can be read from the vehicle⟫.
          """))
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - Label every sign at the side of the road on which the vehicle drives, or above it.
            Label signs at the other side if they can be read from the vehicle.
          """))
    ],
    limit: CheckLimit(35, "words in a sentence"))

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard let language = PlainLanguage.of(index.guideline) else { return }
    let limit = report.limit(of: info) * (language.charactersPerWord ?? 1)
    let unit = language.charactersPerWord == nil ? "words" : "characters"
    let text = index.annotatorText
    for sentence in text.sentences where sentence.words.count > limit && sentence.owner.isActedOn {
      report.add(
        info, at: text.span(sentence), long(sentence.words.count, unit),
        help: "split it into two sentences, or make it a list")
    }
  }

  private static func long(_ count: Int, _ unit: String) -> String {
    "this sentence has \(count) \(unit)"
  }
}

extension AnnotatorText.Owner {
  /// Whether annotators decide by it, rather than read it for background.
  fileprivate var isActedOn: Bool {
    switch self {
    case .rule, .definition, .scope, .doubt, .precedence: true
    case .prose(let role): role == .steps || role == .selfCheck
    case .heading, .tableCell, .example, .label, .data: false
    }
  }
}
