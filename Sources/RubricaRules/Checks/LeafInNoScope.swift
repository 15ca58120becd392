package import RubricaModel
package import RubricaSource

/// Everything that is said is signed by somebody.
package enum LeafInNoScope: Check {
  package static let info = CheckInfo(
    id: "leaf-in-no-scope",
    levels: .stumble,
    summary:
      "If there is an approval policy, every part of a guideline is in a scope that a role signs.",
    rationale: """
      A part that is in no scope can be changed without anybody's consent: this is how things slip \
      past review. It is rarely intended, and happens with the first key or section that nobody thought \
      of when the policy was written.
      """,
    bad: [
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n\n⟪## When in doubt⟫\n\nAsk.\n",
        files: ["rubrica.yaml": Sample.policy(selectors: "[guideline, prose, arrangement]")]),
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: [
          "rubrica.yaml": Sample.policy(selectors: "[guideline, prose, arrangement]"),
          "governance.yaml":
            "data:\n  retention: ⟪24 months⟫\n  storage: eu-west-1\nuse:\n  intended: tests\n",
        ]),
    ],
    good: [
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n\nDraw tight boxes.\n",
        files: ["rubrica.yaml": Sample.policy()]),
      CheckExample("---\nrubrica: 1\n---\n\n# Signs\n\nDraw tight boxes.\n"),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for (problem, span) in index.guideline.approvalProblems {
      guard case .leavesInNoScope(let group, let count, let first) = problem else { continue }
      var notes = first.map { Diagnostic.Note("`\($0)`") }
      if count > first.count { notes.append(.init("and \(count - first.count) more")) }
      report.add(
        info, at: span, unsigned(group, count), notes: notes,
        help: "in rubrica.yaml, add `\(count == 1 ? first[0] : group)` to a scope that a role signs"
      )
    }
  }

  private static func unsigned(_ group: String, _ count: Int) -> String {
    Wording.count(count, "part", "parts") + " below `\(group)` "
      + (count == 1 ? "is" : "are") + " in no scope that a role signs"
  }
}
