package import RubricaModel
package import RubricaSource

/// A track goes forward.
package enum FramesOutOfOrder: Check {
  package static let info = CheckInfo(
    id: "frames-out-of-order",
    levels: .error,
    summary: "The frames of a track are in ascending order, and the first one shows the object.",
    rationale: """
      Between two frames the mark moves in a straight line from one to the other. Frames that are out \
      of order come from a wrong number, and the mark moves through places where nothing is.
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
            help: "give the mark in the first frame that shows the object, `{0: …}`")
          continue
        }
        if first.geometry == nil {
          report.add(
            info, at: first.frame.span, "this track starts with a frame that shows nothing",
            help: "start with the first frame that shows the object")
        }
        for (before, frame) in zip(frames, frames.dropFirst())
        where frame.frame.value <= before.frame.value {
          report.add(
            info, at: frame.frame.span,
            "frame \(frame.frame.value) comes after frame \(before.frame.value)",
            help: "write each frame once, in order of time")
        }
      }
    }
  }
}
