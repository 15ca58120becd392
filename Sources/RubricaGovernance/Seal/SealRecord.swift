package import RubricaBundle

/// `seals.txt` in a folder of sign-offs: one line for each release, so that the next one counts on.
package struct SealRecord: Sendable, Equatable {
  package static let file = "seals.txt"

  package var counter: Int
  /// Of the envelope.
  package var digest: Digest
  package var version: String

  package init(counter: Int, digest: Digest, version: String) {
    self.counter = counter
    self.digest = digest
    self.version = version
  }

  package var line: String { "\(counter) \(digest.hex) \(version)\n" }

  /// The last release; nil before the first. Throws if a line is none, or not the next one.
  package static func last(_ file: [UInt8]?) throws(SignOffProblem) -> SealRecord? {
    guard let file, !file.isEmpty else { return nil }
    var last: SealRecord?
    for line in String(decoding: file, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3, let counter = Int(parts[0]), let digest = Digest(hex: parts[1]),
        counter == (last?.counter ?? 0) + 1
      else {
        throw SignOffProblem("`\(line)` is not the next release in the list", code: "seal-record")
      }
      last = SealRecord(counter: counter, digest: digest, version: parts[2])
    }
    return last
  }
}
