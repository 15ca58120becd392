package import RubricaModel
package import RubricaSource

/// A point of a skeleton that is named must exist.
package enum UndefinedKeypoint: Check {
  package static let info = CheckInfo(
    id: "undefined-keypoint",
    levels: .error,
    summary: "Every keypoint that is named belongs to its layer.",
    rationale: """
      The tool has no such point: the line of the skeleton leads nowhere, and the example shows \
      something that cannot be drawn.
      """,
    bad: [
      CheckExample(
        Sample.face("[[nose, ⟪chinn⟫]]", "{nose: [10, 10], chin: [10, 30]}"),
        fixed: Sample.face("[[nose, chin]]", "{nose: [10, 10], chin: [10, 30]}")),
      CheckExample(
        Sample.face("[[nose, chin]]", "{⟪nase⟫: [10, 10], chin: [10, 30]}"),
        fixed: Sample.face("[[nose, chin]]", "{nose: [10, 10], chin: [10, 30]}")),
      CheckExample(
        Sample.followedFace("{⟪nase⟫: [10, 10], chin: [10, 30]}"),
        fixed: Sample.followedFace("{nose: [10, 10], chin: [10, 30]}")),
    ],
    good: [
      CheckExample(Sample.face("[[nose, chin]]", "{nose: [10, 10], chin: [10, 30]}")),
      CheckExample(Sample.followedFace("{nose: [10, 10], chin: [10, 30]}")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let sources = index.guideline.sources
    func expect(_ point: Located<String>, of layer: Layer) {
      guard !layer.keypoints.contains(where: { $0.value == point.value }) else { return }
      let ids = layer.keypoints.map(\.value)
      let near = NearMiss(
        to: point, among: ids, in: sources,
        otherwise: "the points of `\(layer.id.value)` are \(Wording.list(ids))")
      report.add(
        info, at: point.span, undefined(point.value, layer), help: near.help, fixes: near.fixes)
    }
    for layer in index.guideline.layers {
      for line in layer.skeleton {
        expect(line.from, of: layer)
        expect(line.to, of: layer)
      }
    }
    index.forEachAnswer { _, place, answer in
      guard case .regions(let regions) = answer.value else { return }
      switch index.guideline.layers[place].kind.value {
      case .keypoints:
        let layer = index.guideline.layers[place]
        for region in regions {
          for point in region.geometry.keypoints { expect(point.id, of: layer) }
        }
      case .track:
        guard let over = index.guideline.layers[place].over.flatMap({ index.layer($0.value) })
        else { return }
        for region in regions {
          guard case .track(let frames) = region.geometry else { continue }
          for point in frames.flatMap({ $0.geometry?.keypoints ?? [] }) {
            expect(point.id, of: over)
          }
        }
      default: return
      }
    }
  }

  private static func undefined(_ point: String, _ layer: Layer) -> String {
    "layer `\(layer.id.value)` has no point `\(Wording.excerpt(point))`"
  }
}

extension Region.Geometry {
  fileprivate var keypoints: [Region.Keypoint] {
    if case .keypoints(let points) = self { points } else { [] }
  }
}

extension Sample {
  fileprivate static func followedFace(_ points: String) -> String {
    task(
      modality: "video",
      layers: """
        - {id: faces, kind: keypoints, labels: [{id: face, definition: A face.}], points: [nose, chin]}
        - {id: tracks, kind: track, over: faces}
        """,
      """
      # Faces

      ## Examples

      ### Good: one face
      [A face](media/face.mp4)

      ```yaml expected
      tracks: [{id: f-1, label: face, frames: {0: \(points)}}]
      ```
      """)
  }

  fileprivate static func face(_ skeleton: String, _ points: String) -> String {
    task(
      layers: """
        - id: faces
          kind: keypoints
          labels: [{id: face, definition: A human face.}]
          points: [nose, chin]
          skeleton: \(skeleton)
        """,
      """
      # Faces

      ## Examples

      ### Good: one face
      ![A face](media/face.png)

      ```yaml expected
      faces: [{label: face, keypoints: \(points)}]
      ```
      """)
  }
}
