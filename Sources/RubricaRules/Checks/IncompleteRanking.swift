package import RubricaModel
package import RubricaSource

/// An order has every candidate in it.
package enum IncompleteRanking: Check {
  package static let info = CheckInfo(
    id: "incomplete-ranking",
    levels: .error,
    summary: "A ranking in a good example names every candidate once.",
    rationale: """
      The tool does not accept an incomplete order. Annotators who learn from the example leave the \
      worst candidates out, and the order of those is lost.
      """,
    bad: [
      CheckExample(Sample.comparison("ranking", "[a, b, c]", record: "better: ⟪[b, a]⟫")),
      CheckExample(Sample.comparison("ranking", "[a, b]", record: "better: [b, a, ⟪b⟫]")),
      CheckExample(Sample.comparison("ranking", "{maximum: 4}", record: "better: ⟪[3, 1]⟫")),
      CheckExample(
        Sample.comparison("ranking", "{maximum: 4}", record: "better: ⟪[2, 1]⟫")
          + "\n```text 1\nSeven.\n```\n\n```text 2\nFive.\n```\n\n```text 3\nAsk.\n```\n"),
    ],
    good: [
      CheckExample(Sample.comparison("ranking", "[a, b, c]", record: "better: [b, a, c]")),
      CheckExample(Sample.comparison("ranking", "{maximum: 4}", record: "better: [2, 1]")),
      CheckExample(
        Sample.comparison("ranking", "[a, b, c]", example: "Bad", record: "better: [b]")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    index.forEachWholeAnswer { example, place, answer in
      guard case .ranking(let places) = answer.value, example.role != .bad,
        let candidates = index.guideline.layers[place].candidates
      else { return }
      // One that is named by another id is told as such.
      guard places.joined().allSatisfy({ candidates.contains($0.value) }) else { return }
      var seen: Set<String> = []
      for candidate in places.joined() where !seen.insert(candidate.value).inserted {
        report.add(
          info, at: candidate.span, "`\(Wording.excerpt(candidate.value))` occurs twice",
          help: "give each candidate one place; put equally good ones into one list, `[[a, b], c]`")
      }
      let missing = missing(candidates, seen, shown: example.lastShownCandidate ?? 0)
      guard !missing.isEmpty else { return }
      report.add(
        info, at: answer.span, "this ranking leaves out \(Wording.list(missing))",
        help: "give every candidate a place, the best first")
    }
  }

  /// `shown` is the last number of a candidate whose text is shown.
  private static func missing(
    _ candidates: Candidates, _ seen: Set<String>, shown: Int
  ) -> [String] {
    if !candidates.fixed.isEmpty {
      return candidates.fixed.map(\.id.value).filter { !seen.contains($0) }
    }
    // How many this item has is not written: at least those up to the last that is named or shown.
    let named = max(seen.compactMap { Int($0) }.max() ?? 0, shown)
    let last = max(min(named, candidates.maximum?.value ?? named), candidates.minimum?.value ?? 0)
    guard last > 0, last <= 1000 else { return [] }
    return (1...last).map(String.init).filter { !seen.contains($0) }
  }
}
