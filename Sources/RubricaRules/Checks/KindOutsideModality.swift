package import RubricaModel
package import RubricaSource

/// A mark has a place in what is marked.
package enum KindOutsideModality: Check {
  package static let info = CheckInfo(
    id: "kind-outside-modality",
    levels: .stumble,
    summary: "The kind of a mark layer fits the modality of the items.",
    rationale: """
      A recording has no pixels and a text has no seconds: there is nothing to put the mark on, and no \
      tool offers it.
      """,
    bad: [
      CheckExample(
        Sample.task(
          modality: "text",
          layers: "- {id: calls, kind: ⟪segment⟫, labels: [{id: call, definition: A call.}]}",
          "# Calls\n\nMark the calls.\n")),
      CheckExample(
        Sample.task(
          modality: "audio",
          layers: "- {id: calls, kind: ⟪box⟫, labels: [{id: call, definition: A call.}]}",
          "# Calls\n\nMark the calls.\n")),
    ],
    good: [
      CheckExample(Sample.calls(record: "calls: [{label: call, start: 4.5, end: 6.25}]")),
      CheckExample(Sample.signs("Draw tight boxes.")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard let modality = index.guideline.modality else { return }
    for layer in index.guideline.layers {
      let kind = layer.kind.value
      let suitable = modalities(kind)
      guard !suitable.isEmpty, !suitable.contains(modality.value) else { continue }
      report.add(
        info, at: layer.kind.span,
        "layer `\(layer.id.value)` of kind `\(kind.rawValue)` cannot be used on items of modality `\(modality.value.rawValue)`",
        notes: [.init("the modality is here", at: modality.span)],
        help: "a `\(kind.rawValue)` layer is for \(Wording.list(suitable.map(\.rawValue)))")
    }
  }

  /// Empty where any will do.
  private static func modalities(_ kind: LayerKind) -> [Modality] {
    switch kind {
    case .box, .polygon, .polyline, .keypoints, .mask: [.image, .video, .pointCloud]
    case .cuboid: [.pointCloud, .image, .video]
    case .track: [.video, .pointCloud]
    case .segment: [.audio, .video]
    case .span: [.text, .audio, .video, .image]
    case .choice, .choices, .scale, .ranking, .pairwise, .identity, .relation, .text: []
    }
  }
}
