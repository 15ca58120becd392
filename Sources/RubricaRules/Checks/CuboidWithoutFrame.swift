package import RubricaModel
package import RubricaSource

/// Metres are counted from somewhere.
package enum CuboidWithoutFrame: Check {
  package static let info = CheckInfo(
    id: "cuboid-without-frame",
    levels: .gap,
    summary: "A cuboid layer states its coordinate frame.",
    rationale: """
      The same numbers are in front of the car for one reader and to its left for another. With the \
      origin in the sensor or on the ground, the height differs by the height of a person.
      """,
    bad: [
      CheckExample(
        Sample.scan(
          layers: "- {id: ⟪cars⟫, kind: cuboid, labels: [{id: car, definition: Any car.}]}",
          record: "cars: none"))
    ],
    good: [CheckExample(Sample.scan(record: "cars: none"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for layer in index.guideline.layers where layer.kind.value == .cuboid && layer.frame == nil {
      report.add(
        info, at: layer.id.span,
        "layer `\(layer.id.value)` does not say where its coordinates start",
        help: "add `frame:` in words: the origin, and where x, y and z point")
    }
  }
}
