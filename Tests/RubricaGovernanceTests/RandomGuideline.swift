/// What a guideline says, apart from how it is written.
struct RandomGuideline {
  struct Label {
    var id: String
    var name: [String]
    var definition: [String]
    var includes: [[String]]
    var excludes: [[String]]
    /// The other label's id.
    var contrast: (id: String, words: [String])?
    var colour: String?
    var code: Int?
  }

  struct Rule {
    var title: [String]
    var condition: [String]
    var action: [String]
    var reason: [String]
    /// Pixels.
    var threshold: Int
    var label: String
  }

  struct Example {
    var title: [String]
    var isGood: Bool
    /// Its box: left, top, right, bottom.
    var box: [Int]
    var label: String
    var value: String
    var light: String
    var reason: [String]
  }

  var title: [String]
  var purpose: [String]
  var version: Int
  var authors: [String]
  var labels: [Label]
  var values: [String]
  var valueWords: [String]
  var maximum: Int
  var question: [String]
  var rules: [Rule]
  var examples: [Example]
  var precedence: [String]
  var steps: [[String]]
  var terms: [(term: String, words: [String])]
  var prose: [[String]]
  // Governance.
  var licence: String
  var retention: [String]
  var intended: [[String]]
  var contact: String
  var sources: [(id: String, licence: String)]
  var metric: Int
  var waiverEnd: String
  var waiverReason: [String]
  // Workspace.
  var organisation: [String]
  var limit: Int

  static let words = [
    "sign", "octagon", "Driver", "light", "half", "hidden", "window", "Straße", "façade", "red",
    "tree", "edge", "corner", "shadow", "water", "picture", "wall", "paint", "metal", "pole",
    "distant", "wide", "narrow", "worker", "temporary", "mirror", "rain", "snow", "tunnel",
    "crossing",
  ]

  static func sentence(_ random: inout SplitMix, _ range: ClosedRange<Int> = 3...9) -> [String] {
    (0..<Int.random(in: range, using: &random)).map { _ in random.pick(words) }
  }

  init(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let sentence = { (random: inout SplitMix) in Self.sentence(&random) }
    title = Self.sentence(&random, 1...3)
    purpose = sentence(&random)
    version = Int.random(in: 0...99, using: &random)
    authors = ["ada@example.com", "bo@example.com", "cy@example.com"]
    let ids = ["stop", "yield", "speed-limit", "parking", "detour", "other"]
      .prefix(Int.random(in: 2...6, using: &random))
    labels = []
    for id in ids {
      labels.append(
        Label(
          id: id, name: Self.sentence(&random, 1...2) + [id], definition: sentence(&random),
          includes: (0..<Int.random(in: 0...3, using: &random)).map { _ in sentence(&random) },
          excludes: (0..<Int.random(in: 0...2, using: &random)).map { _ in sentence(&random) },
          contrast: nil,
          colour: random.chance(1, in: 2)
            ? "#\(Int.random(in: 100_000...999_999, using: &random))" : nil,
          code: random.chance(1, in: 2) ? Int.random(in: 1...500, using: &random) : nil))
    }
    labels[0].contrast = (ids[1], sentence(&random))
    values = ["clear", "partly", "mostly"]
    valueWords = sentence(&random)
    maximum = Int.random(in: 2...50, using: &random)
    question = sentence(&random)
    rules = []
    for number in 0..<Int.random(in: 1...4, using: &random) {
      rules.append(
        Rule(
          title: Self.sentence(&random, 1...2) + ["rule\(number)"], condition: sentence(&random),
          action: sentence(&random), reason: sentence(&random),
          threshold: Int.random(in: 2...90, using: &random), label: random.pick(Array(ids))))
    }
    examples = []
    for number in 0..<Int.random(in: 1...3, using: &random) {
      let (left, top) = (
        Int.random(in: 0...50, using: &random), Int.random(in: 0...50, using: &random)
      )
      examples.append(
        Example(
          title: Self.sentence(&random, 1...3) + ["example\(number)"],
          isGood: random.chance(2, in: 3),
          box: [left, top, left + Int.random(in: 5...90, using: &random), top + 20],
          label: random.pick(Array(ids)), value: random.pick(values),
          light: random.pick(["day", "night"]), reason: sentence(&random)))
    }
    precedence = Array(ids)
    steps = (0..<Int.random(in: 2...4, using: &random)).map { ["step\($0)"] + sentence(&random) }
    terms = [("Plate", sentence(&random)), ("Rim", sentence(&random))]
    prose = (0..<Int.random(in: 1...4, using: &random)).map { _ in sentence(&random) }
    licence = random.pick(["MIT", "CC-BY-4.0", "proprietary"])
    retention = sentence(&random)
    intended = (0..<Int.random(in: 1...3, using: &random)).map { _ in sentence(&random) }
    contact = "desk\(Int.random(in: 1...99, using: &random))@example.com"
    sources = [("dashcam", "proprietary"), ("web", "CC0-1.0")]
    metric = Int.random(in: 1...9, using: &random)
    waiverEnd = "2026-12-\(Int.random(in: 10...30, using: &random))"
    waiverReason = sentence(&random)
    organisation = Self.sentence(&random, 1...2)
    limit = Int.random(in: 20...40, using: &random)
  }
}
