package import RubricaModel
package import RubricaSource

/// A bad example says what is bad about it.
package enum BadExampleWithoutReason: Check {
  package static let info = CheckInfo(
    id: "bad-example-without-reason",
    levels: .gap,
    summary: "A bad example says why it is bad.",
    rationale: """
      A mistake that is shown without a reason is learnt by its appearance: annotators avoid \
      everything that looks like it, even where it is right.
      """,
    bad: [
      CheckExample(
        Sample.signs("## Examples\n\n### Bad: ⟪the pole⟫\n![A box with its pole](media/pole.png)\n")
      )
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          ## Examples

          ### Bad: the pole
          ![A box with its pole](media/pole.png)

          **Because** the detector measures distance by the plate.
          """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for example in index.guideline.examples where example.role == .bad && example.reason == nil {
      report.add(
        info, at: example.title?.span ?? example.span, bare,
        help: "add a paragraph **\(index.vocabulary.word(.reason))** …")
    }
  }

  private static let bare = "this bad example does not say why it is bad"
}
