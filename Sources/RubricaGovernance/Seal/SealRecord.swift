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

  /// Why a list of releases cannot be used, and where: the first line and the first column are 1.
  package struct Fault: Error, Equatable, Sendable {
    package var message: String
    package var line: Int
    package var column: Int
    /// Whether two branches have both released: the list is then not one to put back as it was.
    package var isConflict: Bool
  }

  /// The last release; nil before the first. Throws if a line is none, or not the next one.
  package static func last(_ file: [UInt8]?) throws(Fault) -> SealRecord? {
    guard let file else { return nil }
    var last: SealRecord?
    for (position, bytes) in file.split(separator: 10, omittingEmptySubsequences: false)
      .enumerated()
    {
      let line = String(decoding: bytes.last == 13 ? bytes.dropLast() : bytes, as: UTF8.self)
      if line.isEmpty { continue }
      let next = (last?.counter ?? 0) + 1
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard let first = parts.first, Int(first) == next else {
        throw fault(file, line, next, position, column: 1)
      }
      guard parts.count == 3, let digest = Digest(hex: parts[1]) else {
        throw fault(file, line, next, position, column: first.count + 2)
      }
      last = SealRecord(counter: next, digest: digest, version: parts[2])
    }
    return last
  }

  private static func fault(
    _ file: [UInt8], _ line: String, _ next: Int, _ position: Int, column: Int
  ) -> Fault {
    let isConflict = LogLine.isConflict(file, position)
    let words =
      isConflict
      ? "is the mark of a conflict that git has left. Keep the lines of both sides, and number them on: 1, 2, 3 …"
      : "is not the next release of the list: `\(next)`, the SHA-256 of its seal and its version"
    return Fault(
      message: "`\(line.prefix(100))` \(words)", line: position + 1, column: column,
      isConflict: isConflict)
  }

  /// The list with one release more.
  package func added(to file: [UInt8]?) -> [UInt8] {
    var list = file ?? []
    // An editor may have left the last line without its end.
    if let end = list.last, end != 10 { list.append(10) }
    return list + Array(line.utf8)
  }
}
