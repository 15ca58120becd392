package import RubricaModel
package import RubricaSource

/// A track goes forward.
package enum FramesOutOfOrder: Check {
  package static let info = CheckInfo(
    id: "frames-out-of-order",
    levels: .error,
    summary: "The frames of a track ascend, and the first shows the thing.",
    rationale: """
      Between two frames the mark is drawn on the straight way from the one to the other. Frames out \
      of order are a slip in a number, and the drawn way leads through nothing.
      """,
    bad: [
      CheckExample(Sample.drive("{0: [10, 10, 30, 30], 24: [50, 10, 70, 30], ⟪12⟫: hidden}")),
      CheckExample(Sample.drive("{⟪0⟫: hidden, 12: [10, 10, 30, 30]}")),
      CheckExample(Sample.drive("⟪{}⟫")),
    ],
    good: [CheckExample(Sample.drive("{0: [10, 10, 30, 30], 12: [50, 10, 70, 30], 24: hidden}"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    index.forEachAnswer { _, _, answer in
      guard case .regions(let regions) = answer.value else { return }
      for region in regions {
        guard case .track(let frames) = region.geometry else { continue }
        guard let first = frames.first else {
          report.add(
            info, at: region.geometrySpan, "this track has no frames",
            help: "give the mark in the first frame that shows the thing, `{0: …}`")
          continue
        }
        if first.geometry == nil {
          report.add(
            info, at: first.frame.span, "this track starts with a frame that shows nothing",
            help: "start with the first frame in which the thing is seen")
        }
        for (before, frame) in zip(frames, frames.dropFirst())
        where frame.frame.value <= before.frame.value {
          report.add(
            info, at: frame.frame.span,
            "frame \(frame.frame.value) stands behind frame \(before.frame.value)",
            help: "write the frames in the order of time, each once")
        }
      }
    }
  }
}

extension Sample {
  /// Cars followed through a video, and one example.
  static func drive(_ frames: String) -> String {
    drive(record: "tracks: [{id: car-1, label: car, frames: \(frames)}]")
  }

  static func drive(
    more: String = "", example: String = "Good", record: String
  ) -> String {
    task(
      modality: "video",
      layers: """
        - {id: cars, kind: box, labels: [{id: car, definition: Any car.}]}
        - {id: tracks, kind: track, over: cars, frame-rate: 25}
        """ + more,
      """
      # Cars

      ## Examples

      ### \(example): a crossing
      [A crossing](media/crossing.mp4)

      ```yaml expected
      \(record)
      ```
      """)
  }
}
