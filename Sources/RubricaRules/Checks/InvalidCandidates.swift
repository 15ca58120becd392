package import RubricaModel
package import RubricaSource

/// There is something to put in order.
package enum InvalidCandidates: Check {
  package static let info = CheckInfo(
    id: "invalid-candidates",
    levels: .error,
    summary: "A pairwise layer has two candidates, a ranking at least two, each once.",
    rationale: """
      Every item asks for an order of its candidates. With one candidate, or the same one twice, there \
      is no order; with three, a pair cannot be asked for.
      """,
    bad: [
      CheckExample(Sample.comparison("pairwise", "⟪[a, b, c]⟫")),
      CheckExample(Sample.comparison("ranking", "⟪[a]⟫")),
      CheckExample(Sample.comparison("ranking", "[a, b, ⟪a⟫]")),
      CheckExample(Sample.comparison("ranking", "{minimum: ⟪1⟫, maximum: 4}")),
      CheckExample(Sample.comparison("ranking", "{minimum: 5, maximum: ⟪4⟫}")),
      CheckExample(
        Sample.comparison(
          "pairwise", "[a, b]",
          "points: [{value: ⟪1⟫, means: a bit better}, {value: 2, means: much better}]")),
    ],
    good: [
      CheckExample(Sample.comparison("pairwise", "[a, {id: b, name: Model B}]")),
      CheckExample(Sample.comparison("ranking", "{minimum: 2, maximum: 4}")),
      CheckExample(
        Sample.comparison(
          "pairwise", "[a, b]", "points: [{value: -1, means: a}, {value: 0}, {value: 1, means: b}]")
      ),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for layer in index.guideline.layers where layer.kind.value.compares {
      guard let candidates = layer.candidates else { continue }
      if candidates.minimum == nil, candidates.maximum == nil {
        examine(candidates, of: layer, &report)
      } else {
        examineNumber(candidates, &report)
      }
      if layer.kind.value == .pairwise { examinePoints(of: layer, &report) }
    }
  }

  private static func examine(
    _ candidates: Candidates, of layer: Layer, _ report: inout Report
  ) {
    let count = candidates.fixed.count
    if layer.kind.value == .pairwise ? count != 2 : count < 2 {
      report.add(
        info, at: candidates.span, number(count, layer),
        help: layer.kind.value == .pairwise
          ? "name two, or make the layer a `ranking`"
          : "name them, or say how many there are per item: `{minimum: 2, maximum: 5}`")
    }
    var seen: [String: Span] = [:]
    for candidate in candidates.fixed {
      if let first = seen[candidate.id.value] {
        report.add(
          info, at: candidate.id.span, twice(candidate.id.value),
          notes: [.init("it is first named here", at: first)], help: "name each candidate once")
      } else {
        seen[candidate.id.value] = candidate.id.span
      }
    }
  }

  private static func examineNumber(_ candidates: Candidates, _ report: inout Report) {
    let atLeast = "fewer than two candidates have no order"
    for number in [candidates.minimum, candidates.maximum].compactMap(\.self)
    where number.value < 2 {
      report.add(info, at: number.span, atLeast, help: "write 2 or more")
    }
    if let minimum = candidates.minimum, let maximum = candidates.maximum,
      minimum.value > maximum.value, maximum.value >= 2
    {
      report.add(
        info, at: maximum.span,
        "no item can have at least \(minimum.value) and at most \(maximum.value) candidates",
        notes: [.init("the minimum is here", at: minimum.span)], help: "swap the two")
    }
  }

  /// Points on one side only could never say that the other candidate is better.
  private static func examinePoints(of layer: Layer, _ report: inout Report) {
    guard layer.points.count > 1, let first = layer.points.first else { return }
    let values = layer.points.map(\.value.value)
    guard !values.contains(where: { $0 < 0 }) || !values.contains(where: { $0 > 0 }) else { return }
    report.add(
      info, at: first.value.span, "all points are on one side",
      help: "points below 0 mean that the first candidate is better, points above 0 the second")
  }

  private static func number(_ count: Int, _ layer: Layer) -> String {
    "layer `\(layer.id.value)` of kind `\(layer.kind.value.rawValue)` has "
      + Wording.count(count, "candidate", "candidates")
  }

  private static func twice(_ id: String) -> String { "candidate `\(id)` is named twice" }
}
