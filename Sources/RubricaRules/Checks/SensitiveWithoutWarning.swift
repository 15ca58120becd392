package import RubricaModel
package import RubricaSource

/// People who may be distressed are told before.
package enum SensitiveWithoutWarning: Check {
  package static let info = CheckInfo(
    id: "sensitive-without-warning",
    levels: Levels(draft: .note, pilot: .warning, release: .warning),
    summary: "A guideline whose labels name distressing content has a content warning.",
    rationale: """
      People who look at such content for hours must know about it, and about how to stop, before they \
      accept the work. A warning on the first page is the minimum.
      """,
    bad: [
      CheckExample(
        Sample.task(
          modality: "text",
          layers:
            "- {id: verdict, kind: choice, labels: [{id: ⟪hate-speech⟫, definition: Hate.}]}",
          "# Messages\n\nJudge the message.\n"))
    ],
    good: [
      CheckExample(
        Sample.task(
          modality: "text", header: "warnings: [{category: hate, text: Some messages are cruel.}]",
          layers: "- {id: verdict, kind: choice, labels: [{id: hate-speech, definition: Hate.}]}",
          "# Messages\n\nJudge the message.\n"))
    ])

  private static let words = PhraseTable([
    "abuse", "csam", "exploitation", "extremism", "extremist", "gore", "gory", "grooming",
    "harassing", "harassment", "hate", "hateful", "hatred", "nsfw", "nude", "nudity", "porn",
    "pornographic", "pornography", "rape", "selfharm", "sexual", "slur", "slurs", "suicidal",
    "suicide", "terrorism", "terrorist", "torture", "violence", "violent",
  ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    guard guideline.warnings.isEmpty else { return }
    guard
      let label = guideline.labels.first(where: { label in
        contains(label.id.value) || contains(label.name.value)
      }), !guideline.hasSection(.warning)
    else { return }
    report.add(
      info, at: label.name.span, unwarned(label),
      help:
        "add `warnings` to the front matter, or the heading `\(index.vocabulary.word(.warning))`")
  }

  private static func contains(_ name: String) -> Bool {
    let words = Self.words
    let bytes = name.utf8.span
    var word = WordHash()
    for place in bytes.indices {
      if bytes[place].isLetter || bytes[place] >= 0x80 {
        word.add(bytes[place])
        continue
      }
      if words.contains(word) { return true }
      word = WordHash()
    }
    return words.contains(word)
  }

  private static func unwarned(_ label: Label) -> String {
    "label `\(label.id.value)` names distressing content, but there is no content warning"
  }
}
