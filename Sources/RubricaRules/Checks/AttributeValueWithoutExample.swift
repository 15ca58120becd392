package import RubricaModel
package import RubricaSource

/// A value that is asked for is shown.
package enum AttributeValueWithoutExample: Check {
  package static let info = CheckInfo(
    id: "attribute-value-without-example",
    levels: Levels(draft: nil, pilot: .note, release: .note),
    summary: "Each value in an attribute's list of values has an example.",
    rationale: """
      Where "part" ends and "most" begins can be seen in a picture, but not in a word. Each annotator \
      uses values without an example in their own sense.
      """,
    bad: [CheckExample(Sample.occlusion("⟪occluded⟫", "part"))],
    good: [CheckExample(Sample.occlusion("occluded", "most"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard report.level(of: info) != nil else { return }
    for (attribute, missing) in index.attributeValuesNotShown {
      report.add(
        info, at: attribute.id.span,
        "no good example gives attribute `\(attribute.id.value)` the value \(Wording.list(missing))",
        help: "add it to the record of an example, or add an example for it")
    }
  }
}

extension Sample {
  fileprivate static func occlusion(_ id: String, _ value: String) -> String {
    signs(
      stage: "pilot",
      layers: """
        - id: signs
          kind: box
          labels: [stop, other-sign]
          attributes: [{id: \(id), type: enum, values: [part, most], default: part}]
        """, record: "signs: [{label: stop, box: [1, 1, 9, 9], occluded: \(value)}]")
  }
}
