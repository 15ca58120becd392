package import RubricaBundle
internal import RubricaSource

/// A line of `log.txt`.
package struct LogLine: Sendable {
  package var digest: Digest
  package var file: String

  package init(digest: Digest, file: String) {
    self.digest = digest
    self.file = file
  }

  package var text: String { "\(digest.hex) \(file)\n" }

  /// Nil for a line that is none; a last line without its end is none.
  static func lines(of bytes: [UInt8]) -> [LogLine?] {
    guard !bytes.isEmpty else { return [] }
    guard bytes.last == 10 else { return [nil] }
    return bytes.dropLast().split(separator: 10, omittingEmptySubsequences: false).map { line in
      guard let text = String(validating: line, as: UTF8.self), text.utf8.count > 65,
        let digest = Digest(hex: String(text.prefix(64))), text.dropFirst(64).first == " ",
        isStatement(text.dropFirst(65))
      else { return nil }
      return LogLine(digest: digest, file: String(text.dropFirst(65)))
    }
  }

  /// Whether a line is one that git puts around the two sides of a conflict.
  static func isConflict(_ log: [UInt8], _ position: Int) -> Bool {
    let lines = log.split(separator: 10, omittingEmptySubsequences: false)
    guard lines.indices.contains(position) else { return false }
    return ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains {
      lines[position].starts(with: $0.utf8)
    }
  }

  /// `0007-legal-approve.json`: how the file of an entry is called.
  package static func file(_ position: Int, _ name: String) -> String {
    "\(position.padded(4))-\(name).json"
  }

  /// `0007-legal-approve.leaves.json` of `0007-legal-approve.json`.
  package static func texts(of file: String) -> String { "\(file.dropLast(5)).leaves.json" }

  private static func isStatement(_ name: Substring) -> Bool {
    name.utf8.count <= 200 && name.hasSuffix(".json") && !name.hasSuffix(".leaves.json")
      && name.utf8.first.map { $0.isDigit || $0.isLetter } ?? false
      && name.utf8.allSatisfy { $0.isDigit || $0.isLetter || "-_.".utf8.contains($0) }
  }
}
