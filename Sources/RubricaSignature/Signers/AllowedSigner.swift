internal import RubricaSource

/// A line of a file of allowed signers (`ssh-keygen(1)`, ALLOWED SIGNERS): one key of one person.
package struct AllowedSigner: Hashable, Sendable {
  package let principal: String
  package let key: PublicKey
  /// What the key may sign; nil for anything.
  package let namespaces: [String]?
  /// The first and the last moment at which it may sign; nil for no bound.
  package let validAfter: Timestamp?
  package let validBefore: Timestamp?
  /// The first line is 1.
  package let line: Int

  /// All lines of a file. Stricter than OpenSSH: names without patterns, times in UTC, each key
  /// with one name.
  package static func read(_ file: [UInt8]) throws(SignerFileRefusal) -> [AllowedSigner] {
    var signers: [AllowedSigner] = []
    var owners: [PublicKey: AllowedSigner] = [:]
    var spellings: [String: String] = [:]
    for line in try SignerLine.lines(of: file, .allowedSigners) {
      var rest = line
      let names = try rest.word()
      rest.skipBlanks()
      let options = try SignerOptions(&rest)
      let key = try rest.key()
      for name in try principals(names, of: line) {
        let spelling = spellings[name.lowercased(), default: name]
        guard spelling == name else {
          throw line.refusal(.principalCase(name, other: spelling), names)
        }
        spellings[name.lowercased()] = name
        let signer = AllowedSigner(
          principal: name, key: key, namespaces: options.namespaces,
          validAfter: options.validAfter, validBefore: options.validBefore, line: line.number)
        if let owner = owners[key], owner.principal != name {
          throw line.refusal(
            .keyOfTwo(principal: name, other: owner.principal, line: owner.line), names)
        }
        owners[key] = signer
        signers.append(signer)
      }
    }
    return signers
  }

  private static func principals(
    _ range: Range<Int>, of line: SignerLine
  ) throws(SignerFileRefusal) -> [String] {
    var word = line.bytes[range]
    if word.first == UInt8(ascii: "\""), word.last == UInt8(ascii: "\""), word.count > 1 {
      word = word.dropFirst().dropLast()
    }
    var names: [String] = []
    for name in word.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      if name.contains(where: { "*?!".utf8.contains($0) }) {
        throw line.refusal(.principalPattern(shown(name)), range)
      }
      guard !name.isEmpty, name.allSatisfy(isNameByte) else {
        throw line.refusal(.principalCharacters(shown(name)), range)
      }
      names.append(String(decoding: name, as: UTF8.self))
    }
    return names
  }
}
