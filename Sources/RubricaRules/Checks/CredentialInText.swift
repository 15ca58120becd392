package import RubricaModel
package import RubricaSource

/// A guideline is read by many.
package enum CredentialInText: Check {
  package static let info = CheckInfo(
    id: "credential-in-text",
    levels: .error,
    summary: "No access key or private key stands in the document.",
    rationale: """
      A guideline goes to vendors, into bundles and into repositories. A key in it is a key that \
      everybody has.
      """,
    bad: [CheckExample(Sample.signs("Log in with ⟪AKIAIOSFODNN7EXAMPLE⟫ to see the pictures."))],
    good: [CheckExample(Sample.signs("Log in with your own account to see the pictures."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let scan = ByteScan(index.guideline)
    let isSecond = isSecond
    scan.forEachPlace(of: starts) { offset, byte in
      guard offset + 1 < scan.bytes.count, isSecond[Int(scan.bytes[offset + 1])],
        let key = key(byte, at: offset, scan)
      else { return }
      report.add(
        info, at: scan.span(key.range), leaked(key.name),
        help: "remove it, and have the key withdrawn: it is in the history of the file")
    }
  }

  /// Whether a key can start with this byte: asked for every byte of the document.
  @inline(__always) private static func starts(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "g"), UInt8(ascii: "x"), UInt8(ascii: "s"),
      UInt8(ascii: "-"):
      true
    default: false
    }
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

  private static let privateKey = "-----BEGIN "

  /// The second bytes of the prefixes: few words have one of them there.
  private static let isSecond: [Bool] = {
    let bytes = Set((formats.map(\.prefix) + [privateKey]).compactMap { $0.utf8.dropFirst().first })
    return (0...UInt8.max).map(bytes.contains)
  }()

  private static func key(_ byte: UInt8, at offset: Int, _ scan: ByteScan) -> Key? {
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "g"), UInt8(ascii: "x"), UInt8(ascii: "s"):
      guard scan.startsWord(offset) else { return nil }
      for format in formats where scan.has(format.prefix, at: offset) {
        let start = offset + format.prefix.utf8.count
        let count = scan.bytes[start...].prefix { ByteScan.isWordByte($0) }.count
        if format.length.contains(count) {
          return Key(name: format.name, range: offset..<start + count)
        }
      }
      return nil
    case UInt8(ascii: "-"):
      guard scan.has(privateKey, at: offset) else { return nil }
      let line = scan.bytes[offset...].prefix { $0 != 10 && $0 != 13 }
      return String(decoding: line, as: UTF8.self).contains("PRIVATE KEY-----")
        ? Key(name: "a private key", range: line.indices) : nil
    default: return nil
    }
  }

  /// Never the key itself: findings are printed, sent and stored.
  private static func leaked(_ name: String) -> String { "this looks like \(name)" }
}
