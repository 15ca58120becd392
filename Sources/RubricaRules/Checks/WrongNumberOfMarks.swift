package import RubricaModel
package import RubricaSource

/// A good example has as many marks as the layer allows.
package enum WrongNumberOfMarks: Check {
  package static let info = CheckInfo(
    id: "wrong-number-of-marks",
    levels: .error,
    summary: "A good example has as many marks or answers as its layer allows.",
    rationale: """
      The tool refuses the answer that the example teaches, or the limit in the front matter is not the \
      one that the project wants.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [stop, other-sign], maximum: 1}",
          record: """
            signs:
              ⟪- {label: stop, box: [40, 30, 100, 90]}
              - {label: stop, box: [140, 30, 200, 90]}⟫
            """))
    ],
    good: [
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [stop, other-sign], maximum: 1}",
          record: "signs: [{label: stop, box: [40, 30, 100, 90]}]"))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let layers = index.guideline.layers
    index.forEachWholeAnswer { role, place, answer in
      guard role == .good else { return }
      let count: Int
      switch answer.value {
      case .labels(let choices) where layers[place].kind.value == .choices: count = choices.count
      case .regions(let regions): count = regions.count
      case .marks(let marks): count = marks.count
      case .groups(let groups): count = groups.count
      case .nothing: count = 0
      default: return
      }
      if let maximum = layers[place].maximum, count > maximum.value {
        report.add(
          info, at: answer.span, tooMany(count, maximum.value, layers[place]),
          notes: [.init("the maximum is here", at: maximum.span)], help: help)
      } else if let minimum = layers[place].minimum, count < minimum.value {
        report.add(
          info, at: answer.span, tooFew(count, minimum.value, layers[place]),
          notes: [.init("the minimum is here", at: minimum.span)], help: help)
      }
    }
  }

  private static let help = "correct the record, or the limit of the layer"

  private static func tooMany(_ count: Int, _ maximum: Int, _ layer: Layer) -> String {
    "layer `\(layer.id.value)` allows at most \(Wording.count(maximum, "answer", "answers")), not \(count)"
  }

  private static func tooFew(_ count: Int, _ minimum: Int, _ layer: Layer) -> String {
    "layer `\(layer.id.value)` requires at least \(Wording.count(minimum, "answer", "answers")), not \(count)"
  }
}
