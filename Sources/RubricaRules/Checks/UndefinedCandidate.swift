package import RubricaModel
package import RubricaSource

/// An order names what is put in order.
package enum UndefinedCandidate: Check {
  package static let info = CheckInfo(
    id: "undefined-candidate",
    levels: .error,
    summary: "Every candidate that an example names belongs to its layer.",
    rationale: """
      The tool shows no such candidate: the example prefers something that does not exist, and as a gold \
      item it would mark every annotator wrong.
      """,
    bad: [
      CheckExample(
        Sample.comparison("ranking", "[model-a, model-b]", record: "better: [model-b, ⟪modela⟫]"),
        fixed: Sample.comparison(
          "ranking", "[model-a, model-b]", record: "better: [model-b, model-a]")),
      CheckExample(Sample.comparison("pairwise", "[a, b]", record: "better: ⟪first⟫")),
      CheckExample(
        Sample.comparison("pairwise", "[a, b]", "ties: true", record: "better: ⟪equal⟫"),
        fixed: Sample.comparison("pairwise", "[a, b]", "ties: true", record: "better: tie")),
      CheckExample(Sample.comparison("pairwise", "[a, b]", record: "better: ⟪same⟫")),
      CheckExample(Sample.comparison("ranking", "{maximum: 3}", record: "better: [2, ⟪4⟫, 1]")),
      CheckExample(
        Sample.comparison("pairwise", "[a, b]", record: "better: a") + "\n⟪```text c⟫\nAsk.\n```\n"),
      CheckExample(
        Sample.comparison("ranking", "{maximum: 3}", record: "better: [2, ⟪3⟫, 1]")
          + "\n```text 1\nSeven.\n```\n\n```text 2\nFive.\n```\n"),
    ],
    good: [
      CheckExample(
        Sample.comparison("ranking", "[model-a, model-b]", record: "better: [model-b, model-a]")),
      CheckExample(Sample.comparison("ranking", "{maximum: 3}", record: "better: [2, 3, 1]")),
      CheckExample(Sample.comparison("pairwise", "[a, b]", "ties: true", record: "better: tie")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let sources = index.guideline.sources
    func expect(_ candidate: Located<String>, of layer: Layer) {
      guard let candidates = layer.candidates, !candidates.contains(candidate.value) else { return }
      let isPair = layer.kind.value == .pairwise
      if isPair, wordsForTies.contains(candidate.value.lowercased()) {
        report.add(
          info, at: candidate.span, undefined(candidate.value, layer),
          help: layer.allowsTies
            ? "where neither is better, write `\(Layer.tie)`"
            : """
            name the better candidate; or add `ties: true` to the layer, and write `\(Layer.tie)`
            """,
          fixes: layer.allowsTies ? Fix.replacing(candidate, with: Layer.tie, in: sources) : [])
        return
      }
      let ids =
        candidates.fixed.map(\.id.value) + (isPair && layer.allowsTies ? [Layer.tie] : [])
      let near = NearMiss(
        to: candidate, among: ids, in: sources,
        otherwise: ids.isEmpty
          ? "candidates are numbered from 1\(candidates.maximum.map { " to \($0.value)" } ?? "")"
          : "the answers of `\(layer.id.value)` are \(Wording.list(ids))")
      report.add(
        info, at: candidate.span, undefined(candidate.value, layer), help: near.help,
        fixes: near.fixes)
    }
    for example in index.guideline.examples {
      for text in example.candidates {
        let isKnown = index.guideline.layers.contains {
          $0.candidates?.contains(text.candidate.value) ?? false
        }
        guard !isKnown else { continue }
        report.add(
          info, at: text.candidate.span,
          "no layer has a candidate `\(Wording.excerpt(text.candidate.value))`",
          help: "write the id of a candidate after `text`")
      }
    }
    for given in index.answers {
      let layer = index.guideline.layers[given.layerPlace]
      switch given.answer.value {
      case .ranking(let places):
        for candidate in places.joined() { expect(candidate, of: layer) }
        let last = index.guideline.examples[given.examplePlace].lastShownCandidate
        findUnshown(in: places, of: layer, behind: last, &report)
      case .preference(let candidate) where candidate.value != Layer.tie:
        expect(candidate, of: layer)
      default: break
      }
    }
  }

  /// Numbers beyond those of the texts: an item has as many candidates as texts, where their number differs.
  private static func findUnshown(
    in places: [[Located<String>]], of layer: Layer, behind last: Int?, _ report: inout Report
  ) {
    guard let last, let candidates = layer.candidates, candidates.fixed.isEmpty else {
      return
    }
    for candidate in places.joined() where candidates.contains(candidate.value) {
      guard let number = Int(candidate.value), number > last else { continue }
      report.add(
        info, at: candidate.span,
        "the example has no candidate `\(number)`: it shows the texts of others, and not its text",
        help: "add a fence `text \(number)` with its text, or leave the number out")
    }
  }

  /// What people write for `tie`.
  private static let wordsForTies: Set<String> = [
    "equal", "equals", "equally good", "same", "the same", "draw", "drawn", "both", "neither",
    "tied",
    "no difference", "no preference", "undecided", "=", "==", "0",
    "gleich", "gleich gut", "unentschieden", "beide", "keine", "keiner",
    "égal", "égaux", "égalité", "ex aequo", "aucun", "aucune", "les deux",
    "igual", "iguales", "empate", "ambos", "ambas", "ninguno", "ninguna",
    "同じ", "同点", "引き分け", "両方", "同等",
  ]

  private static func undefined(_ candidate: String, _ layer: Layer) -> String {
    "layer `\(layer.id.value)` has no candidate `\(Wording.excerpt(candidate))`"
  }
}
