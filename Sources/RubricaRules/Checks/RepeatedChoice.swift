package import RubricaModel
package import RubricaSource

/// Each label is chosen once.
package enum RepeatedChoice: Check {
  package static let info = CheckInfo(
    id: "repeated-choice",
    levels: .error,
    summary: "An answer of a layer of kind `choices` has each label once.",
    rationale: """
      A tool has one box to tick for each label. The second answer is lost, and if its attributes differ \
      from those of the first one, nobody can tell which of the two is right.
      """,
    bad: [
      CheckExample(Sample.shown("[stop, other-sign, ⟪stop⟫]")),
      CheckExample(Sample.shown("[{label: stop, size: small}, {label: ⟪stop⟫, size: large}]")),
    ],
    good: [
      CheckExample(Sample.shown("[stop, other-sign]")),
      CheckExample(Sample.shown("[stop, stop]", example: "Bad: one sign twice")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    index.forEachAnswer { role, place, answer in
      guard role != .bad, case .labels(let choices) = answer.value, choices.count > 1 else {
        return
      }
      let layer = index.guideline.layers[place]
      var seen: [String: Span] = [:]
      for choice in choices {
        let label = choice.label
        guard let first = seen[label.value] else {
          seen[label.value] = label.span
          continue
        }
        report.add(
          info, at: label.span,
          "`\(layer.id.value)` is answered with `\(Wording.excerpt(label.value))` twice",
          notes: [.init("the first time is here", at: first)],
          help: "keep one of the two, with the attributes that are right")
      }
    }
  }
}

extension Sample {
  /// Which signs a picture shows.
  fileprivate static func shown(_ answer: String, example: String = "Good: one sign") -> String {
    signs(
      layers: """
        - id: shown
          kind: choices
          question: Which signs are in the picture?
          labels: [stop, other-sign]
          attributes: [{id: size, type: enum, values: [small, large]}]
        """, example: example, record: "shown: \(answer)")
  }
}
