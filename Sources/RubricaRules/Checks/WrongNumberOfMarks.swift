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
      CheckExample(Sample.light("light: ⟪none⟫", kind: "choices")),
      CheckExample(Sample.light("light: ⟪[]⟫", kind: "choices")),
      CheckExample(Sample.plate("plate: ⟪none⟫")),
      CheckExample(
        Sample.light("light: ⟪[]⟫", kind: "choices", isRequired: false),
        fixed: Sample.light("light: none", kind: "choices", isRequired: false)),
      CheckExample(
        Sample.signs(record: "signs: ⟪[]⟫"), fixed: Sample.signs(record: "signs: none")),
    ],
    good: [
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [stop, other-sign], maximum: 1}",
          record: "signs: [{label: stop, box: [40, 30, 100, 90]}]")),
      CheckExample(Sample.light("light: none", isRequired: false)),
      CheckExample(Sample.light("none", isRequired: false)),
      CheckExample(Sample.light("light: none", kind: "choices", isRequired: false)),
      CheckExample(Sample.light("light: [stop]", kind: "choices")),
      CheckExample(Sample.plate("plate: \"none\"")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let layers = index.guideline.layers
    index.forEachWholeAnswer { example, place, answer in
      guard example.role == .good else { return }
      let mustBeAnswered = layers[place].isRequired && layers[place].kind.value.isQuestion
      let count: Int
      switch answer.value {
      case .nothing where mustBeAnswered:
        report.add(
          info, at: answer.span, nothing([layers[place]], "`none` is no answer"),
          help: wayOut(of: layers[place]))
        return
      case .labels(let choices) where layers[place].kind.value == .choices: count = choices.count
      case .regions(let regions): count = regions.count
      case .marks(let marks): count = marks.count
      case .groups(let groups): count = groups.count
      case .relations(let relations): count = relations.count
      case .nothing: count = 0
      default: return
      }
      let isEmpty = count == 0 && isEmptyList(answer.span, index.guideline.sources)
      if isEmpty, mustBeAnswered {
        report.add(
          info, at: answer.span, nothing([layers[place]], "an empty list is no answer"),
          help: helpWithNothing)
      } else if isEmpty, layers[place].allowsNone {
        report.add(
          info, at: answer.span,
          "layer `\(layers[place].id.value)` has an empty list, which no record may have",
          help: "write `none`, which says that somebody has looked and found nothing",
          fixes: [
            Fix("replace with `none`", edits: [.init(answer.span, Vocabulary.none)], isSafe: true)
          ])
      } else if let maximum = layers[place].maximum, count > maximum.value {
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
      let isNever = required.contains { $0.kind.value.isQuestion }
      report.add(
        info, at: whole.span,
        nothing(
          required, isNever ? "`none` is no answer" : "`none` for the whole record answers no layer"
        ),
        help: isNever
          ? helpWithNothing
          : "write a record with `none` behind the id of each layer that has nothing to mark")
    }
  }

  private static let helpWithNothing =
    "write the right answer, or give the layer `required: false` if an item may have none"

  /// The word may be what was said.
  private static func wayOut(of layer: Layer) -> String {
    layer.kind.value == .text
      ? helpWithNothing + "; the word itself is a text in quotation marks, `\"none\"`"
      : helpWithNothing
  }

  private static func nothing(_ required: [Layer], _ what: String) -> String {
    let ids = Wording.list(required.map { $0.id.value })
    return "every item needs an answer to \(ids), and \(what)"
  }

  /// Whether `[]` is written there. A list can also be empty because its marks could not be read.
  private static func isEmptyList(_ span: Span, _ sources: Sources) -> Bool {
    let bytes = sources.bytes(of: span.source)[span.range]
    return bytes.first == UInt8(ascii: "[") && bytes.last == UInt8(ascii: "]")
      && bytes.dropFirst().dropLast().allSatisfy { $0 <= UInt8(ascii: " ") }
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
  fileprivate static func light(
    _ record: String, kind: String = "choice", isRequired: Bool = true
  ) -> String {
    signs(
      layers: """
        - {id: light, kind: \(kind), labels: [stop, other-sign], required: \(isRequired)}
        """, record: record)
  }

  /// What stands on a sign.
  fileprivate static func plate(_ record: String) -> String {
    signs(
      layers: "- {id: plate, kind: text, question: What stands on it?, required: true}",
      record: record)
  }
}
