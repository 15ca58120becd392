package import RubricaModel
package import RubricaSource

/// A guideline is read by many.
package enum CredentialInText: Check {
  package static let info = CheckInfo(
    id: "credential-in-text",
    levels: .error,
    summary: "The document contains no access key or private key.",
    rationale: """
      A guideline goes to vendors, into bundles and into repositories. A key in it is known to \
      everybody.
      """,
    bad: [CheckExample(Sample.signs("Log in with ⟪AKIAIOSFODNN7EXAMPLE⟫ to see the pictures."))],
    good: [CheckExample(Sample.signs("Log in with your own account to see the pictures."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.traces.contains(.credential) else { return }
    let scan = ByteScan(index)
    for offset in scan.bytes.indices where mayBegin(scan.bytes[offset]) {
      if let key = key(at: offset, scan) ?? privateKey(at: offset, scan) { add(key, scan, &report) }
    }
  }

  private static func add(_ key: Key, _ scan: ByteScan, _ report: inout Report) {
    report.add(
      info, at: scan.span(key.range), leaked(key.name),
      help: "remove it, and have the key revoked: it remains in the history of the file")
  }

  private struct Key {
    let name: String
    let range: Range<Int>
  }

  /// Formats that are documented by their issuers, with a prefix of their own.
  private static let formats: [(prefix: String, length: ClosedRange<Int>, name: String)] = [
    ("AKIA", 16...16, "an AWS access key id"), ("ASIA", 16...16, "an AWS access key id"),
    ("AIza", 35...35, "a Google API key"), ("ghp_", 36...255, "a GitHub token"),
    ("gho_", 36...255, "a GitHub token"), ("ghs_", 36...255, "a GitHub token"),
    ("github_pat_", 22...255, "a GitHub token"), ("glpat-", 20...255, "a GitLab token"),
    ("xoxb-", 20...255, "a Slack token"), ("xoxp-", 20...255, "a Slack token"),
    ("sk_live_", 24...255, "a Stripe key"),
  ]

  /// Whether a format or a private key begins with a byte.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "g"), UInt8(ascii: "x"), UInt8(ascii: "s"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// A key that begins where a word does.
  private static func key(at offset: Int, _ scan: ByteScan) -> Key? {
    guard scan.startsWord(offset) else { return nil }
    for format in formats
    where scan.bytes[offset] == format.prefix.utf8.first && scan.has(format.prefix, at: offset) {
      let start = offset + format.prefix.utf8.count
      let count = scan.bytes[start...].prefix { ByteScan.isWordByte($0) }.count
      if format.length.contains(count) {
        return Key(name: format.name, range: offset..<start + count)
      }
    }
    return nil
  }

  private static func privateKey(at offset: Int, _ scan: ByteScan) -> Key? {
    guard scan.bytes[offset] == UInt8(ascii: "-"), scan.has("-----BEGIN ", at: offset) else {
      return nil
    }
    let line = scan.bytes[offset...].prefix { $0 != 10 && $0 != 13 }
    return String(decoding: line, as: UTF8.self).contains("PRIVATE KEY-----")
      ? Key(name: "a private key", range: line.indices) : nil
  }

  private static func leaked(_ name: String) -> String { "this looks like \(name)" }
}
