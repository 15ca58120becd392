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
      CheckExample(
        Sample.signs(stage: "pilot", "Draw tight boxes."),
        files: [
          "governance.yaml": "contacts:\n  questions: ⟪{name: Labeling desk, email: TBD}⟫\n"
        ]),
      CheckExample(
        Sample.signs(stage: "pilot", "Draw tight boxes."),
        files: ["governance.yaml": "contacts:\n  questions: ⟪{email: desk@example.com}⟫\n"]),
    ],
    good: [
      CheckExample(
        Sample.signs(stage: "pilot", "Draw tight boxes."),
        files: [
          "governance.yaml":
            "contacts:\n  questions: {name: Labeling desk, email: desk@example.com}\n"
        ]),
      CheckExample(
        Sample.signs(stage: "pilot", "Draw tight boxes."),
        files: [
          "governance.yaml":
            "contacts:\n  questions: {name: Desk, email: [desk@example.com, lead@example.com]}\n"
        ]),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    if index.guideline.unread.isAll || index.guideline.unread.governance { return }
    guard let contact = index.guideline.governance?.root["contacts"]?["questions"] else {
      report.add(info, at: index.stagePlace, nobody, help: help)
      return
    }
    guard let gap = Contact.gap(in: contact) else { return }
    report.add(info, at: contact.span, gap == .name ? nameless : unreachable, help: help)
  }

  private static let nobody = "there is no contact for questions from annotators"
  private static let nameless = "this contact has no name"
  private static let unreachable = "this contact has no address"
  private static let help =
    "in governance.yaml, write `contacts: {questions: {name: …, email: …}}`"
}
