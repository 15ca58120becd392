package import RubricaModel
package import RubricaSource

/// A number says what it counts.
package enum ThresholdWithoutUnit: Check {
  package static let info = CheckInfo(
    id: "threshold-without-unit",
    levels: Levels(draft: .note, pilot: .warning, release: .warning),
    summary: "The number in a threshold has a unit, unless it is an answer or counts answers.",
    rationale: """
      "Smaller than 10" means ten pixels to one annotator and ten percent to the next, and neither of \
      them asks.
      """,
    bad: [CheckExample(Sample.signs("## Rules\n\n- ⟪`height < 10`⟫: do not label.\n"))],
    good: [
      CheckExample(Sample.signs("## Rules\n\n- `height < 10 px` -> do not label.\n")),
      CheckExample(
        Sample.signs(
          layers: """
            - id: sign
              kind: box
              labels: [stop, other-sign]
              attributes: [{id: faces, type: number}]
            - {id: wear, kind: scale, question: How worn?, points: [{value: 1, means: new}, {value: 3, means: old}]}
            """,
          """
          ## Rules

          - `wear >= 2` -> review.
          - `faces > 2` -> review.
          - `signs > 20` -> escalate.
          """)),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for rule in index.guideline.rules {
      for threshold in rule.thresholds
      where threshold.unit == nil && !isAnswer(threshold.quantity.value, in: index) {
        report.add(
          info, at: threshold.quantity.span, bare(threshold),
          help: "write it after the number: `10 px`, `20 %`, `3 objects`")
      }
    }
  }

  /// Whether the quantity is the number that a layer or an attribute is answered with, or how many
  /// answers a layer has: neither has a unit that could be meant otherwise.
  private static func isAnswer(_ quantity: String, in index: GuidelineIndex) -> Bool {
    let words = quantity.lowercased()
    func isNamed(_ id: Located<String>, _ name: Located<String>?) -> Bool {
      words == id.value.lowercased() || words == name?.value.lowercased()
    }
    return index.guideline.layers.contains { layer in
      if layer.attributes.contains(where: { $0.kind.value == .number && isNamed($0.id, $0.name) }) {
        return true
      }
      if !layer.points.isEmpty { return isNamed(layer.id, layer.name) }
      guard layer.kind.value.isCounted else { return false }
      if isNamed(layer.id, layer.name) || isPlural(words, of: layer.id.value.lowercased()) {
        return true
      }
      let count = layer.cardinality?.value.lowercased() ?? ""
      return count.split(separator: " ").contains(words[...])
    }
  }

  /// `intents` of `intent`: in most languages one or two letters more.
  private static func isPlural(_ words: String, of word: String) -> Bool {
    let more = words.utf8.count - word.utf8.count
    return (1...2).contains(more) && words.hasPrefix(word) && words.utf8.allSatisfy { $0 != 32 }
  }

  private static func bare(_ threshold: Threshold) -> String {
    "the threshold on `\(threshold.quantity.value)` has no unit: "
      + "\(threshold.value.written) of what?"
  }
}

extension LayerKind {
  /// Whether an item has any number of answers, and the name of the layer can hardly mean how long or
  /// large one of them is.
  fileprivate var isCounted: Bool {
    switch self {
    case .choices, .relation, .identity, .box, .polygon, .keypoints, .mask, .cuboid, .span: true
    case .choice, .scale, .ranking, .pairwise, .text, .polyline, .segment, .track: false
    }
  }
}
