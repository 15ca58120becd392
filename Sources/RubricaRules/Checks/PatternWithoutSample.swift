package import RubricaModel
package import RubricaSource

/// Annotators see what a text looks like, not a regular expression.
package enum PatternWithoutSample: Check {
  package static let info = CheckInfo(
    id: "pattern-without-sample",
    levels: Levels(draft: .note, pilot: .warning, release: .warning),
    summary: "Every pattern has a text that annotators can go by.",
    rationale: """
      The page shows a text that has the form. Where there is none it can only show the regular expression, \
      which is written for programs: annotators guess, and learn the form from refused answers.
      """,
    bad: [
      CheckExample(Sample.plate("question: What does it say?, pattern: ⟪\"[A-Z]{2}-[0-9]+\"⟫")),
      CheckExample(Sample.plate("question: \"Say `it`.\", pattern: ⟪\"[A-Z]{2}-[0-9]+\"⟫")),
      CheckExample(
        Sample.signs(
          layers: """
            - id: signs
              kind: box
              labels: [stop, other-sign]
              attributes: [{id: code, type: text, pattern: ⟪"[0-9]+"⟫}]
            """, "")),
    ],
    good: [
      CheckExample(
        Sample.plate("question: \"What does it say, as in `KA-17`?\", pattern: \"[A-Z]{2}-[0-9]+\"")
      ),
      CheckExample(
        Sample.plate(
          "question: What does it say?, pattern: \"[A-Z]{2}-[0-9]+\"",
          """
          ## Examples

          ### Good: a plate
          ![A plate](media/plate.png)

          ```yaml expected
          plate: KA-17
          ```
          """)),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    func examine(_ pattern: Located<String>?, _ sample: String?, _ place: String) {
      guard let pattern, sample == nil else { return }
      report.add(
        info, at: pattern.span,
        "annotators are shown `\(Wording.excerpt(pattern.value))`, a regular expression",
        help: "give a good example that has it, or a text in backticks in \(place)")
    }
    for layer in index.guideline.layers {
      if layer.pattern != nil { examine(layer.pattern, index.sample(of: layer), "the question") }
      for attribute in layer.attributes where attribute.pattern != nil {
        examine(attribute.pattern, index.sample(of: attribute), "the definition")
      }
    }
    for label in index.guideline.labels {
      guard let form = label.form else { continue }
      guard let composition = form.composition else {
        examine(form.expression, index.sample(of: label), "the definition")
        continue
      }
      for slot in composition.slots where slot.pattern != nil {
        examine(slot.pattern, index.sample(of: slot), "the definition of the slot")
      }
    }
  }
}

extension Sample {
  fileprivate static func plate(_ keys: String, _ body: String = "") -> String {
    task(layers: "- {id: plate, kind: text, \(keys)}", "# Plates\n\n" + body)
  }
}
