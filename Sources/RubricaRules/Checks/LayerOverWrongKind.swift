package import RubricaModel
package import RubricaSource

/// What is joined, followed or matched is a mark.
package enum LayerOverWrongKind: Check {
  package static let info = CheckInfo(
    id: "layer-over-wrong-kind",
    levels: .error,
    summary: "What joins, follows, matches or points to marks names a layer of marks.",
    rationale: """
      An answer to the whole item has no place that could be followed and no id that could be named: \
      the layer could never be answered.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          layers: """
            - {id: signs, kind: choice, question: Which?, labels: [stop, other-sign]}
            - {id: same, kind: identity, over: ⟪signs⟫}
            """, "Draw tight boxes.")),
      CheckExample(
        Sample.signs(
          layers: """
            - {id: signs, kind: box, labels: [stop, other-sign]}
            - {id: tracks, kind: track, over: ⟪tracks⟫}
            """, "Draw tight boxes.")),
      CheckExample(
        Sample.signs(
          layers: """
            - {id: light, kind: choice, question: Which light?, labels: [stop, other-sign]}
            - id: signs
              kind: box
              labels: [stop, other-sign]
              attributes: [{id: below, type: reference, to: ⟪light⟫}]
            """, "Draw tight boxes.")),
    ],
    good: [
      CheckExample(Sample.reappearing("[[car-1, car-2]]")),
      CheckExample(
        Sample.signs(
          layers: """
            - id: signs
              kind: box
              labels: [stop, other-sign]
              attributes: [{id: below, type: reference, to: signs}]
            """, "Draw tight boxes.")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for layer in index.guideline.layers {
      for attribute in layer.attributes {
        guard let target = attribute.target, let other = index.layer(target.value),
          !other.kind.value.takesMarks
        else { continue }
        report.add(
          info, at: target.span,
          "attribute `\(attribute.id.value)` cannot point to a layer of kind `\(other.kind.value.rawValue)`",
          notes: [.init("that layer is declared here", at: other.id.span)],
          help: "name a layer whose answers are marks")
      }
      guard let over = layer.over, let other = index.layer(over.value) else { continue }
      let kind = other.kind.value
      let isRight = layer.kind.value == .track ? kind.isSpatial || kind == .cuboid : kind.takesMarks
      guard !isRight else { continue }
      report.add(
        info, at: over.span,
        "layer `\(layer.id.value)` of kind `\(layer.kind.value.rawValue)` cannot be over a layer of kind `\(kind.rawValue)`",
        notes: [.init("that layer is declared here", at: other.id.span)],
        help: layer.kind.value == .track
          ? "name a layer of boxes, outlines, lines, keypoints, masks or cuboids"
          : "name a layer whose answers are marks")
    }
  }
}
