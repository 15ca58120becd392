package import RubricaModel
package import RubricaSource

/// A JSON Schema of one annotation record: what comes back from any labeling tool can be held
/// against the guideline it was made under. `docs/formats/record.md` is the specification.
package enum SchemaTarget: Target {
  package static let info = TargetInfo(
    id: "schema", title: "Record schema",
    summary: "A JSON Schema (2020-12) of one annotation record of the task.",
    checks: [reservedKey, unrecordedDoubt])

  package static let reservedKey = CheckInfo(
    id: "reserved-attribute-key",
    levels: .error,
    summary: "An attribute does not have the name of a key that every answer of its layer has.",
    rationale: """
      In a record the attributes of a mark are next to its label and its geometry. An attribute called \
      `box` would overwrite the box, and the data would be silently lost.
      """,
    bad: [
      CheckExample(
        """
        ---
        rubrica: 1
        id: signs
        task:
          modality: image
          layers:
            - id: signs
              kind: box
              labels: [stop]
              attributes:
                - {id: ⟪box⟫, type: boolean}
        ---
        # Signs

        ## Labels

        ### Stop
        A red octagon.
        """)
    ],
    good: [
      CheckExample(
        """
        ---
        rubrica: 1
        id: signs
        task:
          modality: image
          layers:
            - id: signs
              kind: box
              labels: [stop]
              attributes:
                - {id: boxed-in, type: boolean}
        ---
        # Signs

        ## Labels

        ### Stop
        A red octagon.
        """)
    ])

  package static let unrecordedDoubt = CheckInfo(
    id: "unrecorded-doubt",
    levels: .note,
    summary: "Doubt about one mark has a place in the record.",
    rationale: """
      A tool can flag one mark as unsure and keep it. In a record `unsure-flag` only stands in place of \
      the whole answer of a layer, so the flag of a mark is lost where results become records.
      """,
    bad: [CheckExample(unsure("{id: ⟪guess⟫, means: unsure-flag}"))],
    good: [
      CheckExample(unsure("{id: guess, means: unsure-flag, layers: [light]}")),
      CheckExample(
        unsure("{id: fog, means: skip-item}", attributes: "{id: guess, type: boolean}")),
    ])

  private static func unsure(_ escape: String, attributes: String = "") -> String {
    """
    ---
    rubrica: 1
    id: signs
    escape: [\(escape)]
    task:
      modality: image
      layers:
        - {id: signs, kind: box, labels: [stop], attributes: [\(attributes)]}
        - {id: light, kind: choice, question: Which light?, labels: [stop]}
    ---
    # Signs

    ## Labels

    ### Stop
    A red octagon.
    """
  }

  package static func examine(
    _ index: GuidelineIndex, _ context: TargetContext, _ report: inout Report
  ) {
    for layer in index.guideline.layers {
      let reserved = RecordKey.reserved(layer.kind.value)
      for attribute in layer.attributes where reserved.contains(attribute.id.value) {
        report.add(
          reservedKey, at: attribute.id.span,
          "attribute `\(attribute.id.value)` has the name of a key of every \(layer.kind.value) answer",
          notes: [.init("keys of such an answer: \(reserved.joined(separator: ", "))")],
          help: "give the attribute another id; its `name` can stay")
      }
    }
    for escape in index.guideline.escapes where escape.meaning?.value == .unsureFlag {
      let layers = index.guideline.layers.filter {
        $0.kind.value.takesMarks && escape.isAllowed(in: $0)
      }
      guard let layer = layers.first else { continue }
      report.add(
        unrecordedDoubt, at: escape.id.span,
        "a record has no place for `\(escape.id.value)` beside one mark of `\(layer.id.value)`",
        help: """
          give `\(layer.id.value)` an attribute for it, `{id: unsure, type: boolean}`, and name in \
          `layers` the questions that \(escape.id.value) may answer
          """)
    }
  }

  package static func render(
    _ guideline: CheckedGuideline, _ context: TargetContext
  ) -> [Artifact] {
    let schema = RecordSchema(guideline.index, context)
    return [Artifact(path: "schema/record.schema.json", type: .json, bytes: schema.bytes)]
  }
}
