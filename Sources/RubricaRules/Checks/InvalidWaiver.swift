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
      A waiver without an end is a rule that was abolished without anybody deciding it, and one that \
      anybody may grant is no rule at all. One that does not count is worse than none: everybody \
      believes that the item is settled.
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
      ("`\(Wording.excerpt(text))` is no day", "write it as 2026-12-31")
    case .endsBeforeItStarts(let since, let until):
      ("the waiver ends on \(until), and starts on \(since)", "the last day comes after the first")
    case .tooLong(let days, let limit):
      (
        "the waiver lasts \(days) days, and may last \(limit)",
        "let it end sooner; it can be granted again, by somebody who looks at it again"
      )
    case .unknownItem(let item, let known):
      (
        "the checklist has no item `\(Wording.excerpt(item.value))`",
        Suggestion.nearest(to: item.value, among: known).map { "did you mean `\($0)`?" }
          ?? "the ids of items stand in the checklist"
      )
    case .wrongPerson(let person, let role, let people):
      (
        "`\(Wording.excerpt(person))` is no person of the role `\(role)`, which the item belongs to",
        people.map { "its people are \(Wording.list($0))" }
          ?? "the policy in rubrica.yaml has no role `\(role)`, so nobody can waive the item"
      )
    case .notWaivable(let item):
      (
        "`\(item)` is about the release itself, and cannot be waived",
        "remove the waiver, and do what the item asks for"
      )
    case .noPolicy:
      (
        "a waiver counts only where an approval policy says who may grant it",
        "write `approval:` into rubrica.yaml, or remove the waiver"
      )
    }
  }
}
