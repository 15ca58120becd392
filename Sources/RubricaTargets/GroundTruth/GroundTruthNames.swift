/// Names of jobs. A job cannot be changed once it runs, so each state of a guideline has its own.
enum GroundTruthNames {
  /// Letters, digits and single hyphens between them.
  static func slug(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      default:
        if let last = bytes.last, last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      }
    }
    if bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return bytes.isEmpty ? "x" : String(decoding: bytes, as: UTF8.self)
  }

  /// `v2-1-0-0123456789ab`: the version and the first digits of the digest.
  static func state(version: String?, digest: String) -> String {
    let digits = digest.split(separator: ":").last.map { String($0.prefix(12)) } ?? ""
    let version = version.map { String(slug($0).prefix(20)) } ?? "draft"
    return slug("v\(version)-\(digits)")
  }

  /// At most 63 letters, digits and hyphens. When the front has to be cut, the number of the job
  /// keeps it apart from its neighbours.
  static func job(guideline: String, folder: String, state: String, number: Int) -> String {
    let front = "\(slug(guideline))-\(folder)"
    let room = 63 - state.utf8.count - 1
    guard front.utf8.count > room else { return "\(front)-\(state)" }
    let tail = "-\(number)"
    return slug(String(front.prefix(room - tail.utf8.count))) + tail + "-" + state
  }
}
