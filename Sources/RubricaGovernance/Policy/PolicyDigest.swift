package import RubricaBundle
package import RubricaModel
package import RubricaSource
internal import RubricaSyntax

/// The digest of an approval policy: of what it says, and of the keys of those who may sign.
package enum PolicyDigest {
  package static func digest(_ policy: ApprovalPolicy, signers: [UInt8]?) -> Digest {
    let json = policy.canonical.compactBytes
    var bytes = Array("rubrica policy 1\n\(json.count)\n".utf8)
    bytes += json
    bytes.append(10)
    guard let signers else { return Digest(bytes + Array("no signers\n".utf8)) }
    for line in lines(signers) {
      bytes += line
      bytes.append(10)
    }
    return Digest(bytes)
  }

  /// The lines of a file in the form of OpenSSH's `allowed_signers`, sorted: no comments, no blank
  /// lines, nothing behind a key, one blank between fields.
  package static func lines(_ signers: [UInt8]) -> [[UInt8]] {
    let text = signers.dropFirst(TextCheck.byteOrderMark(signers))
    return text.split { $0 == 10 || $0 == 13 }.compactMap { line in
      var fields = fields(of: line)
      guard let first = fields.first, first.first != UInt8(ascii: "#") else { return nil }
      // Principals, perhaps options, the type of the key, the key.
      let type = fields.indices.dropFirst().first { place in
        ["ssh-", "ecdsa-", "sk-"].contains { fields[place].starts(with: $0.utf8) }
      }
      if let type { fields = Array(fields.prefix(type + 2)) }
      return Array(fields.joined(separator: [32]))
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The lines of a file of revoked keys, sorted: no comment lines, no blank ones.
  static func lines(ofRevoked file: [UInt8]) -> [String] {
    String(decoding: file, as: UTF8.self).split { $0.isNewline }
      .filter { !$0.hasPrefix("#") }.map(String.init).sorted()
  }

  /// Fields are parted by blanks; blanks in quotes part nothing.
  private static func fields(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var fields: [ArraySlice<UInt8>] = []
    var start: Int?
    var isQuoted = false
    for place in line.indices {
      let byte = line[place]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte.isBlank {
        if let begin = start { fields.append(line[begin..<place]) }
        start = nil
      } else if start == nil {
        start = place
      }
    }
    if let start { fields.append(line[start...]) }
    return fields
  }
}

extension ApprovalPolicy {
  /// What the policy says, with every default: keys, scopes, selectors, roles and people sorted by
  /// bytes.
  package var canonical: JSON {
    let sorted = { (texts: [Located<String>]) -> JSON in
      .array(texts.map(\.value).sortedByBytes.map { .string($0) })
    }
    let scopes = scopes.sorted { $0.name.value.precedes($1.name.value) }.map { scope in
      (scope.name.value, sorted(scope.selectors))
    }
    let roles = roles.sorted { $0.name.value.precedes($1.name.value) }.map { role in
      let members: [(String, JSON)] = [
        ("answers-for", sorted(role.answersFor)),
        ("authors-may-sign", .bool(role.authorsMaySign)),
        (
          "keeps",
          .array(ChangeKind.allCases.filter(role.keeps.contains).map { .string($0.rawValue) })
        ),
        ("maximum-age", .integer(role.maximumAge.value)),
        ("meaning", role.meaning.map { .string($0.value) } ?? .null),
        ("people", sorted(role.people)), ("quorum", .integer(role.quorum.value)),
        ("scopes", sorted(role.scopes)),
      ]
      return (role.name.value, JSON.object(members))
    }
    return .object([
      ("one-person-several-roles", .bool(onePersonSeveralRoles)),
      ("policy", .object([("role", policyRole.map { .string($0.value) } ?? .null)])),
      (
        "release-keys",
        .array(releaseKeys.map { Self.key($0.value) }.sortedByBytes.map { .string($0) })
      ),
      ("revoked", .string(revoked.value)), ("roles", .object(roles)),
      ("scopes", .object(scopes)), ("signers", .string(signers.value)),
    ])
  }

  /// The type and the key, without the comment behind them.
  static func key(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\t" }.prefix(2).joined(separator: " ")
  }
}

extension [String] {
  fileprivate var sortedByBytes: [String] { sorted { $0.precedes($1) } }
}
