package import RubricaModel
package import RubricaSource

/// One mark shows one thing.
package enum MarkInTwoGroups: Check {
  package static let info = CheckInfo(
    id: "mark-in-two-groups",
    levels: .error,
    summary: "A mark is in one group of an identity layer at most.",
    rationale: """
      Two groups are two things. A mark in both says that they are one, and then they are one group.
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
          info, at: id.span, "mark `\(Wording.excerpt(id.value))` is in a group already",
          notes: [.init("it stands here", at: first)],
          help: "join the two groups, or take the mark out of one")
      }
    }
  }
}
