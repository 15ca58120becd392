package import RubricaModel
package import RubricaSource

/// Annotators can ask somebody.
package enum MissingContact: Check {
  package static let info = CheckInfo(
    id: "missing-contact",
    levels: Levels(draft: nil, pilot: .warning, release: .error),
    summary: "governance.yaml names a contact for questions, with a way to reach them.",
    rationale: """
      An annotator who cannot ask decides alone, and the project learns of the open question only from \
      the disagreement, if at all.
      """,
    bad: [
      CheckExample(Sample.signs(stage: "⟪pilot⟫", "Draw tight boxes.")),
      CheckExample(
        Sample.signs(stage: "pilot", "Draw tight boxes."),
        files: ["governance.yaml": "contacts:\n  questions: ⟪{name: Labeling desk}⟫\n"]),
    ],
    good: [
      CheckExample(
        Sample.signs(stage: "pilot", "Draw tight boxes."),
        files: [
          "governance.yaml":
            "contacts:\n  questions: {name: Labeling desk, email: desk@example.com}\n"
        ])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    if index.guideline.unread.isAll || index.guideline.unread.governance { return }
    guard let contact = index.guideline.governance?.root["contacts"]?["questions"] else {
      report.add(info, at: index.stagePlace, nobody, help: help)
      return
    }
    let isReachable = ["email", "phone", "url"].contains { contact[$0]?.text != nil }
    if !isReachable { report.add(info, at: contact.span, unreachable, help: help) }
  }

  private static let nobody = "there is no contact for questions from annotators"
  private static let unreachable = "this contact has no address"
  private static let help =
    "in governance.yaml, write `contacts: {questions: {name: …, email: …}}`"
}
