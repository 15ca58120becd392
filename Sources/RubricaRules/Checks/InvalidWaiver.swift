package import RubricaModel
package import RubricaSource

/// A waiver can count.
package enum InvalidWaiver: Check {
  package static let info = CheckInfo(
    id: "invalid-waiver",
    levels: .error,
    summary:
      "A waiver names an item, is granted by a person of the item's role, and ends within 365 days.",
    rationale: """
      A waiver without an end abolishes a rule without anybody having decided so, and a waiver that \
      anybody may grant makes the rule meaningless. One that does not count is worse than none: \
      everybody believes that the item is settled.
      """,
    bad: [
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["rubrica.yaml": Sample.policy(), "governance.yaml": waiver(until: "⟪2026-10-31⟫")]),
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["rubrica.yaml": Sample.policy(), "governance.yaml": waiver(until: "⟪2027-11-02⟫")]),
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["rubrica.yaml": Sample.policy(), "governance.yaml": waiver(until: "⟪2026-02-30⟫")]),
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["governance.yaml": waiver(until: "2026-12-31").marking(entry(until: "2026-12-31"))]),
    ],
    good: [
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["rubrica.yaml": Sample.policy(), "governance.yaml": waiver(until: "2027-11-01")])
    ])

  private static func entry(until: String) -> String {
    "{item: VEN-02, reason: The contract is being renewed., by: ada@example.com, since: 2026-11-01, until: \(until)}"
  }

  private static func waiver(until: String) -> String { "waivers:\n  - \(entry(until: until))\n" }

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for (problem, span) in index.guideline.approvalProblems {
      guard case .waiver(let waiver) = problem else { continue }
      let (message, help) = words(waiver)
      report.add(info, at: span, message, help: help)
    }
  }

  private static func words(_ problem: WaiverProblem) -> (message: String, help: String) {
    switch problem {
    case .noDate(let text):
      ("`\(Wording.excerpt(text))` is not a date", "write it like 2026-12-31")
    case .endsBeforeItStarts(let since, let until):
      ("the waiver ends on \(until), but starts on \(since)", "put the last day after the first")
    case .tooLong(let days, let limit):
      (
        "the waiver lasts \(days) days; at most \(limit) are allowed",
        "choose an earlier end; the waiver can be reviewed and granted again later"
      )
    case .unknownItem(let item, let known):
      (
        "the checklist has no item `\(Wording.excerpt(item.value))`",
        Suggestion.nearest(to: item.value, among: known).map { "did you mean `\($0)`?" }
          ?? "the checklist lists the ids of all items"
      )
    case .wrongPerson(let person, let role, let people):
      (
        "`\(Wording.excerpt(person))` is not a person of the role `\(role)`, which the item belongs to",
        people.map { "its people are \(Wording.list($0))" }
          ?? "the policy in rubrica.yaml has no role `\(role)`, so nobody can waive the item"
      )
    case .notWaivable(let item):
      (
        "`\(item)` is about the release itself, so it cannot be waived",
        "remove the waiver, and do what the item requires"
      )
    case .noPolicy:
      (
        "the waiver has no effect without an approval policy that says who may grant it",
        "add `approval:` to rubrica.yaml, or remove the waiver"
      )
    }
  }
}
