package import RubricaModel
package import RubricaSource

/// A difference that matters is shown.
package enum ContrastWithoutExample: Check {
  package static let info = CheckInfo(
    id: "contrast-without-example",
    levels: Levels(draft: nil, pilot: .note, release: .note),
    summary: "For two labels that are contrasted, an example shows the difference.",
    rationale: """
      The author has said which two labels are confused. A sentence about the difference is read \
      once; a pair of examples is what annotators compare their own items with.
      """,
    bad: [CheckExample(Sample.contrasted(""))],
    good: [
      CheckExample(
        Sample.contrasted(
          """
          ## Bad examples

          ### Bad: a red octagon on a toy
          ![A toy](media/toy.png)

          ```yaml expected
          signs: [{label: stop, box: [1, 1, 9, 9]}]
          ```
          **Because** a toy is an [other sign](#other-sign).
          """
        ).replacing("⟪", with: "").replacing("⟫", with: ""))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard report.level(of: info) != nil else { return }
    for (label, contrast) in index.contrastsNotShown {
      report.add(
        info, at: contrast.label.span,
        "no example shows how `\(label.id.value)` and `\(contrast.label.value)` differ",
        help: "add a bad example: one label given where the other is right, with the reason")
    }
  }
}

extension Sample {
  fileprivate static func contrasted(_ examples: String) -> String {
    task(
      stage: "pilot", layers: "- {id: signs, kind: box, labels: [stop, other-sign]}",
      """
      # Signs

      ## Labels

      ### Stop
      A red octagon.

      **Not** ⟪[Other sign](#other-sign)⟫: toys are other signs.

      ### Other sign
      Every other one.

      \(examples)
      """)
  }
}
