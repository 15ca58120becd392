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

extension GuidelineIndex {
  /// Attributes with a list of values, and those of their values that no example gives, unless it
  /// is a bad one. What need not be written, because it is the default, need not be shown.
  var attributeValuesNotShown: [(attribute: Attribute, values: [String])] {
    let attributes = guideline.layers.flatMap { layer in
      layer.attributes.filter { $0.kind.value == .enum && $0.values.count > 1 }
        .map { (layer: layer.id.value, attribute: $0) }
    }
    guard !attributes.isEmpty else { return [] }
    var shown: Set<[String]> = []
    for given in givenLabels where given.role != .bad {
      for attribute in given.attributes {
        shown.insert([layer(of: given)?.id.value ?? "", attribute.id.value, attribute.value.value])
      }
    }
    return attributes.compactMap { layer, attribute in
      let missing = attribute.values.map(\.id.value).filter { value in
        value != attribute.defaultValue?.value
          && !shown.contains([layer, attribute.id.value, value])
      }
      return missing.isEmpty ? nil : (attribute, missing)
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
