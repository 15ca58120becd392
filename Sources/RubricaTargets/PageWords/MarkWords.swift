internal import RubricaModel
internal import RubricaSource

/// What is said of answers that compare, and of marks in space and time, in one language.
struct MarkWords: Sendable {
  var from: @Sendable (_ start: String, _ end: String) -> String
  var frames: @Sendable (_ first: Int, _ last: Int) -> String
  var hiddenFrom: @Sendable (_ frame: Int) -> String
  /// Length, width and height in metres.
  var size: @Sendable (_ length: String, _ width: String, _ height: String) -> String
  var turned: @Sendable (_ degrees: String) -> String
  var better: @Sendable (_ candidate: String) -> String
  var equallyGood: String
  var alone: String
  var candidates: String
  var candidateCount: @Sendable (_ least: Int, _ most: Int?) -> String
  var ties: String
  var noTies: String
  var over: @Sendable (_ layer: String) -> String
  var fromAbove: @Sendable (_ step: String) -> String
  var frame: String
  var frameRate: @Sendable (_ rate: String) -> String
  var acrossItems: String
  /// Where a tool asks about an object at one of its points.
  var atOnePoint: String
  /// Where a tool has no other place for an escape answer than among the labels.
  var escapesAreLabels: String
  var preAnnotation: @Sendable (_ mode: PreAnnotation, _ maker: String?) -> String?
}

extension MarkWords {
  static let english = MarkWords(
    from: { "from \($0) s to \($1) s" },
    frames: { $0 == $1 ? "frame \($0)" : "frames \($0) to \($1)" },
    hiddenFrom: { "hidden from frame \($0)" },
    size: { "\($0) m long, \($1) m wide, \($2) m high" },
    turned: { "turned by \($0)°" },
    better: { "\($0) is better" },
    equallyGood: "equally good", alone: "nothing else", candidates: "To compare",
    candidateCount: { least, most in
      most.map { $0 == least ? "\(least) candidates" : "\(least) to \($0) candidates" }
        ?? "\(least) or more candidates"
    },
    ties: "two may be equally good", noTies: "no ties",
    over: { "For the marks in \u{201C}\($0)\u{201D}" },
    fromAbove: { "Seen from above; each square of the grid is \($0) m wide." },
    frame: "Coordinates", frameRate: { "\($0) frames per second" },
    acrossItems: "also across items",
    atOnePoint: "answer at one point of each object",
    escapesAreLabels:
      "These answers are labels too. If one applies to the whole item, mark the whole item.",
    preAnnotation: { mode, maker in
      let by = maker.map { " by \($0)" } ?? ""
      let maker = maker.map { $0.prefix(1).uppercased() + $0.dropFirst() }
      return switch mode {
      case .none: nil
      case .suggest:
        "You see suggestions\(by). Give your own answer; they may be wrong."
      case .verify:
        maker.map { "\($0) has already answered. For each answer, say whether it is right." }
          ?? "There are already answers. For each, say whether it is right."
      case .correct:
        maker.map { "\($0) has already answered. Correct its answers." }
          ?? "There are already answers. Correct them."
      }
    })

  /// What a drawing shows, for those who cannot see it; nil for marks on a picture.
  func words(for geometry: Region.Geometry) -> String? {
    switch geometry {
    case .box, .polygon, .polyline, .keypoints, .mask: return nil
    case .segment(let start, let end): return from(Number.text(start), Number.text(end))
    case .cuboid(let cuboid):
      let words = size(
        Number.text(cuboid.length), Number.text(cuboid.width), Number.text(cuboid.height))
      let degrees = (cuboid.yaw * 180 / .pi).rounded()
      return degrees == 0 ? words : words + ", " + turned(Number.text(degrees))
    case .track(let keyframes):
      guard let first = keyframes.first, let last = keyframes.last else { return nil }
      let words = frames(first.frame.value, last.frame.value)
      let hidden = keyframes.filter { $0.geometry == nil }.map { hiddenFrom($0.frame.value) }
      return ([words] + hidden).joined(separator: ", ")
    }
  }

  /// A place of a ranking: equally good ones together.
  func place(_ candidates: [Located<String>], of layer: Layer?) -> String {
    let names = candidates.map { layer?.name(ofCandidate: $0.value) ?? $0.value }
    guard names.count > 1 else { return names.first ?? "" }
    return names.joined(separator: ", ") + " (" + equallyGood + ")"
  }

  func preference(_ candidate: String, of layer: Layer?) -> String {
    candidate == Layer.tie ? equallyGood : better(layer?.name(ofCandidate: candidate) ?? candidate)
  }
}
