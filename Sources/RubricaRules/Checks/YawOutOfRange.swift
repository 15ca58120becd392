package import RubricaModel
package import RubricaSource

/// A turn has one number.
package enum YawOutOfRange: Check {
  package static let info = CheckInfo(
    id: "yaw-out-of-range",
    levels: .error,
    summary: "The yaw of a cuboid is greater than -π and at most π, in radians.",
    rationale: """
      The same rotation must have the same number, or the difference of two equal headings is a full \
      turn. A number beyond π is usually in degrees.
      """,
    bad: [CheckExample(Sample.scan(record: Self.car(yaw: "90").marking(Self.place("90"))))],
    good: [CheckExample(Sample.scan(record: Self.car(yaw: "1.5708")))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    index.forEachAnswer { _, _, answer in
      guard case .regions(let regions) = answer.value else { return }
      for region in regions {
        switch region.geometry {
        case .cuboid(let cuboid): examine(cuboid, at: region.geometrySpan, &report)
        case .track(let frames):
          for frame in frames {
            if case .cuboid(let cuboid)? = frame.geometry {
              examine(cuboid, at: frame.span, &report)
            }
          }
        default: break
        }
      }
    }
  }

  private static func examine(_ cuboid: Cuboid, at span: Span, _ report: inout Report) {
    guard cuboid.yaw <= -Double.pi || cuboid.yaw > Double.pi else { return }
    let yaw = cuboid.yaw.written
    let radians = (cuboid.yaw * .pi / 180 * 10_000).rounded() / 10_000
    let looksLikeDegrees = abs(cuboid.yaw) > 2 * .pi && abs(cuboid.yaw) <= 180
    report.add(
      info, at: span, "yaw \(yaw) is not between -π and π",
      help: looksLikeDegrees
        ? "\(yaw) degrees are \(radians.written) radians"
        : "add or subtract full turns of 6.2832")
  }

  private static func place(_ yaw: String) -> String {
    "{centre: [9, 2, 0.8], size: [4.2, 1.8, 1.5], yaw: \(yaw)}"
  }

  private static func car(yaw: String) -> String {
    "cars: [{label: car, cuboid: \(place(yaw))}]"
  }
}
