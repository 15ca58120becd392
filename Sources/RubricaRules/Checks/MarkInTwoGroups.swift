package import RubricaModel
package import RubricaSource

/// One mark shows one thing.
package enum MarkInTwoGroups: Check {
  package static let info = CheckInfo(
    id: "mark-in-two-groups",
    levels: .error,
    summary: "A mark is in at most one group of an identity layer.",
    rationale: """
      Two groups are two things. A mark in both would make them one thing, and so one group.
      """,
    bad: [CheckExample(Sample.reappearing("[[car-1, car-2], [⟪car-1⟫]]"))],
    good: [CheckExample(Sample.reappearing("[[car-1, car-2]]"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    index.forEachAnswer { _, _, answer in
      guard case .groups(let groups) = answer.value else { return }
      var seen: [String: Span] = [:]
      for id in groups.joined() {
        guard let first = seen[id.value] else {
          seen[id.value] = id.span
          continue
        }
        report.add(
          info, at: id.span, "mark `\(Wording.excerpt(id.value))` is already in a group",
          notes: [.init("it is also here", at: first)],
          help: "join the two groups, or remove the mark from one of them")
      }
    }
  }
}
