internal import RubricaModel
internal import RubricaSource

/// What rubrica.yaml says under `ground-truth`, each value as the service takes it.
struct GroundTruthSettings {
  static let keys = [
    Key("region", .text, required: true, "The AWS region that the job runs in."),
    Key("role", .text, required: true, "The role that reads and writes the bucket, as an ARN."),
    Key("workteam", .text, required: true, "The work team, in the same region, as an ARN."),
    Key(
      "bucket", .text, required: true, "Where the files are stored: s3://NAME or s3://NAME/FOLDER."),
    Key("workers", .integer, required: true, "How many people answer the same item: 1 to 9."),
    Key("time-limit", .integer, required: true, "How many seconds a worker has for an item."),
    Key("keywords", .list(.text), "One to five words that help workers find the task."),
    Key("availability", .integer, "How many seconds an item waits for a worker."),
  ]

  var region: GroundTruthRegion
  var role: String
  var workteam: String
  /// A bucket, or a folder in one.
  var bucket: S3Location
  var workers: Int
  var timeLimit: Int
  var keywords: [String]
  var availability: Int?
  /// Where a public workforce is named, if one is.
  var publicWorkteam: Span?

  /// Nothing if a value is missing or one that the service refuses; `fault` hears of each.
  init?(_ node: DataNode, fault: (_ span: Span, _ message: String, _ help: String) -> Void) {
    for key in Self.keys.filter(\.isRequired).map(\.name) where node[key]?.text == nil {
      fault(
        node[key]?.span ?? node.span, "the target `ground-truth` requires `\(key)`",
        "add `\(key)`; docs/targets.md has an example")
    }
    var isSound = true
    func take<Value>(
      _ key: String, _ help: String, _ read: (String) -> Value?
    ) -> Value? {
      guard let text = node[key]?.text else { return nil }
      if let value = read(text.value) { return value }
      isSound = false
      fault(text.span, "`\(key)` cannot be `\(text.value)`", help)
      return nil
    }
    let names = GroundTruthRegion.all.map(\.name).joined(separator: ", ")
    let region = take("region", "Ground Truth runs in \(names)", GroundTruthRegion.named)
    let role = take("role", "name a role, such as `arn:aws:iam::123456789012:role/NAME`") {
      Self.isRole($0) ? $0 : nil
    }
    let workteam = take(
      "workteam",
      "name a work team of the same region, such as `arn:aws:sagemaker:\(region?.name ?? "REGION"):123456789012:workteam/private-crowd/NAME`"
    ) { Self.isWorkteam($0, in: region) ? $0 : nil }
    let bucket = take("bucket", "name a bucket, such as `s3://NAME` or `s3://NAME/FOLDER`") {
      S3Location($0)
    }
    let workers = take("workers", "an item may have 1 to 9 workers") { Self.whole($0, 1...9) }
    let timeLimit = take("time-limit", "a worker may have 30 to 28800 seconds") {
      Self.whole($0, 30...28_800)
    }
    let isPublic =
      workteam?.utf8.split(separator: UInt8(ascii: "/")).dropFirst().first
      .map { String(Substring($0)) == "public-crowd" } ?? false
    let longest = isPublic ? 43_200 : 2_592_000
    availability = take("availability", "a task may wait 60 to \(longest) seconds") {
      Self.whole($0, 60...longest)
    }
    var keywords: [String] = []
    if let list = node["keywords"] {
      let items = list.items
      if !(1...5).contains(items.count) {
        isSound = false
        fault(
          list.span, "`keywords` must be a list of 1 to 5 words", "omit the key to have none")
      }
      for item in items {
        if let text = item.text, Self.isKeyword(text.value) {
          keywords.append(text.value)
        } else {
          isSound = false
          fault(
            item.span, "`\(item.text?.value ?? "")` is not a keyword that the service accepts",
            "use up to 30 ASCII letters and digits, with single spaces between words")
        }
      }
    }
    guard isSound, let region, let role, let workteam, let bucket, let workers, let timeLimit else {
      return nil
    }
    self.region = region
    self.role = role
    self.workteam = workteam
    self.bucket = bucket
    self.workers = workers
    self.timeLimit = timeLimit
    self.keywords = keywords
    publicWorkteam = isPublic ? node["workteam"]?.span : nil
  }

  // MARK: Shapes

  private static func whole(_ text: String, _ range: ClosedRange<Int>) -> Int? {
    Int(text).flatMap { range.contains($0) ? $0 : nil }
  }

  private static func isRole(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return (20...2048).contains(text.utf8.count) && parts.count == 6
      && isPartition(parts[0], parts[1])
      && parts[2] == "iam" && parts[3].isEmpty && isAccount(parts[4])
      && parts[5].hasPrefix("role/") && parts[5].utf8.count > 5
      && parts[5].utf8.allSatisfy { isWord($0) || "+=,.@-/".utf8.contains($0) }
  }

  private static func isWorkteam(_ text: String, in region: GroundTruthRegion?) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard text.utf8.count <= 256, parts.count == 6, isPartition(parts[0], parts[1]),
      parts[2] == "sagemaker", region == nil || parts[3] == region?.name ?? "", isAccount(parts[4])
    else { return false }
    let path = parts[5].split(separator: "/", omittingEmptySubsequences: false)
    guard path.count >= 3, path[0] == "workteam", path.dropFirst(2).allSatisfy({ !$0.isEmpty }),
      parts[5].utf8.allSatisfy({ isWord($0) || "-./".utf8.contains($0) })
    else { return false }
    switch path[1] {
    case "private-crowd", "vendor-crowd": return true
    case "public-crowd": return String(parts[4]) == GroundTruthRegion.interfaceAccount
    default: return false
    }
  }

  private static func isKeyword(_ text: String) -> Bool {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    return text.utf8.count <= 30
      && words.allSatisfy { word in
        !word.isEmpty && word.utf8.allSatisfy { isWord($0) && $0 != UInt8(ascii: "_") }
      }
  }

  private static func isPartition(_ arn: Substring, _ partition: Substring) -> Bool {
    arn == "arn" && partition == "aws"
  }

  private static func isAccount(_ text: Substring) -> Bool {
    text.utf8.count == 12 && text.utf8.allSatisfy { $0.isDigit }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
