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
            """)),
      CheckExample(Sample.light("light: ⟪none⟫")),
      CheckExample(Sample.light("⟪none⟫")),
      CheckExample(
        Sample.comparison("ranking", "[a, b, c]", record: "better: ⟪none⟫")),
    ],
    good: [
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [stop, other-sign], maximum: 1}",
          record: "signs: [{label: stop, box: [40, 30, 100, 90]}]")),
      CheckExample(Sample.light("light: none", isRequired: false)),
      CheckExample(Sample.light("none", isRequired: false)),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let layers = index.guideline.layers
    index.forEachWholeAnswer { example, place, answer in
      guard example.role == .good else { return }
      if case .nothing = answer.value, layers[place].isRequired,
        layers[place].kind.value.takesOneAnswer
      {
        report.add(
          info, at: answer.span, nothing([layers[place]], "is no answer"), help: helpWithNothing)
        return
      }
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
    findNothing(layers.filter { $0.isRequired }, index, &report)
  }

  /// Records that are only the word `none`, where something is required.
  private static func findNothing(
    _ required: [Layer], _ index: GuidelineIndex, _ report: inout Report
  ) {
    guard !required.isEmpty else { return }
    for example in index.guideline.examples where example.role == .good {
      guard let whole = example.expected?.whole, whole.value == Vocabulary.none else { continue }
      let isNever = required.contains { $0.kind.value.takesOneAnswer }
      report.add(
        info, at: whole.span,
        nothing(required, isNever ? "is no answer" : "for the whole record answers no layer"),
        help: isNever
          ? helpWithNothing
          : "write a record with `none` behind the id of each layer that has nothing to mark")
    }
  }

  private static let helpWithNothing =
    "write the right answer, or give the layer `required: false` if an item may have none"

  private static func nothing(_ required: [Layer], _ what: String) -> String {
    let ids = Wording.list(required.map { $0.id.value })
    return "every item needs an answer to \(ids), and `none` \(what)"
  }

  private static let help = "correct the record, or the limit of the layer"

  private static func tooMany(_ count: Int, _ maximum: Int, _ layer: Layer) -> String {
    "layer `\(layer.id.value)` allows at most \(Wording.count(maximum, "answer", "answers")), not \(count)"
  }

  private static func tooFew(_ count: Int, _ minimum: Int, _ layer: Layer) -> String {
    "layer `\(layer.id.value)` requires at least \(Wording.count(minimum, "answer", "answers")), not \(count)"
  }
}

extension Sample {
  /// A question with one answer about a picture.
  fileprivate static func light(_ record: String, isRequired: Bool = true) -> String {
    signs(
      layers: """
        - {id: light, kind: choice, labels: [stop, other-sign], required: \(isRequired)}
        """, record: record)
  }
}
