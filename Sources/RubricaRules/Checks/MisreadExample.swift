package import RubricaModel
package import RubricaSource

/// An example is read in the role that its heading says.
package enum MisreadExample: Check {
  package static let info = CheckInfo(
    id: "misread-example",
    levels: .stumble,
    summary: "No example is read in another role than its heading says in words of its own.",
    rationale: """
      What is under `Examples` and does not say otherwise in a reserved word is a good example. \
      Annotators learn its answer as the right one, and tools compare theirs with it.
      """,
    bad: [
      CheckExample(
        Sample.signs(example: "⟪Wrong:⟫ one sign", record: "signs: none"),
        fixed: Sample.signs(example: "Bad: one sign", record: "signs: none")),
      CheckExample(
        Sample.signs(example: "⟪❌ Bad:⟫ one sign", record: "signs: none"),
        fixed: Sample.signs(example: "Bad: one sign", record: "signs: none")),
      CheckExample(
        Sample.signs(example: "⟪Bad example –⟫ one sign", record: "signs: none"),
        fixed: Sample.signs(example: "Bad: one sign", record: "signs: none")),
      CheckExample(
        Sample.signs("## Examples\n\n### ⟪Counterexample:⟫ a toy\n\n### ⟪Don't:⟫ a toy\n"),
        fixed: Sample.signs("## Examples\n\n### Bad: a toy\n\n### Bad: a toy\n")),
      CheckExample(
        Sample.signs("## Bad examples\n\n### ⟪Correct:⟫ one sign\n"),
        fixed: Sample.signs("## Bad examples\n\n### Good: one sign\n")),
      CheckExample(
        Sample.signs(
          header: "language: de", "## Beispiele\n\n### ⟪Gegenbeispiel:⟫ ein Spielzeug\n"),
        fixed: Sample.signs(
          header: "language: de", "## Beispiele\n\n### Schlecht: ein Spielzeug\n")),
    ],
    good: [
      CheckExample(Sample.signs(example: "A sign in the wrong place", record: "signs: none")),
      CheckExample(
        Sample.signs("## Examples\n\n### Correct: a sign\n\n### Bad: right – not left\n")),
      CheckExample(
        Sample.task(
          modality: "text",
          layers: "- {id: mood, kind: choice, labels: [{id: negative, definition: It is sad.}]}",
          "# Films\n\n## Examples\n\n### Negative: a sad film\n> I had to weep.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for example in index.guideline.examples {
      guard let meant = ExampleWords.misread(example, index) else { continue }
      let word = index.vocabulary.word(meant.entry) + ":"
      report.add(
        info, at: meant.span,
        "`\(Wording.excerpt(meant.words))` is read as a \(example.role.rawValue) example",
        help: "did you mean `\(word)`? only reserved words say what an example shows",
        fixes: Fix.replacing(
          Located(meant.words, meant.span), with: word, in: index.guideline.sources))
    }
  }
}
