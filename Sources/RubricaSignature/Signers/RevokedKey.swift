internal import RubricaSource

/// A line of a file of revoked keys: a public key, which OpenSSH reads too, and in the comment behind
/// it from where on it is revoked.
///
///     ssh-ed25519 AAAA…                            nothing signed by the key stands
///     ssh-ed25519 AAAA… from=toxicity:41 stolen    entries 0 to 40 of the log `toxicity` stand
package struct RevokedKey: Hashable, Sendable {
  package let key: PublicKey
  /// The first entry of each log that does not stand any more. Of a log that is not named, none does.
  package let from: [String: Int]
  /// The first line is 1.
  package let line: Int

  package static func read(_ file: [UInt8]) throws(SignerFileRefusal) -> [RevokedKey] {
    if file.starts(with: "SSHKRL\n\0".utf8) {
      throw SignerFileRefusal(
        file: .revokedKeys, line: 1, range: 0..<8, reason: .binaryRevocationList)
    }
    var keys: [RevokedKey] = []
    for line in try SignerLine.lines(of: file, .revokedKeys) {
      var rest = line
      let key = try rest.key()
      rest.skipBlanks()
      let comment = rest.rest.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      keys.append(RevokedKey(key: key, from: try positions(comment, line), line: line.number))
    }
    return keys
  }

  /// Whether an entry that the key has signed stands all the same.
  func spares(log: String, position: Int) -> Bool {
    guard let first = from[log] else { return false }
    return position < first
  }

  /// `from=LOG:POSITION,LOG:POSITION`; any other comment names no log.
  private static func positions(
    _ comment: ArraySlice<UInt8>, _ line: SignerLine
  ) throws(SignerFileRefusal) -> [String: Int] {
    let keyword = "from="
    guard comment.starts(with: keyword.utf8) else { return [:] }
    let range = comment.startIndex..<comment.endIndex
    var positions: [String: Int] = [:]
    let items = comment.dropFirst(keyword.utf8.count)
    for item in items.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let parts = item.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy(isNameByte),
        let position = parts[1].decimal
      else { throw line.refusal(.revokedFrom(shown(comment)), range) }
      let log = String(decoding: parts[0], as: UTF8.self)
      guard positions.updateValue(position, forKey: log) == nil else {
        throw line.refusal(.revokedFromTwice(shown(parts[0])), range)
      }
    }
    return positions
  }
}
