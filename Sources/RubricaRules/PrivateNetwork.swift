internal import RubricaSource

/// What hosts and numbers are of a network that its own people alone can reach.
enum PrivateNetwork {
  /// In lower case, as names end.
  private static let endings = [".internal", ".corp", ".intranet", ".lan", ".home.arpa", ".local"]

  /// Whether a host has such a name, in lower case.
  static func holds(name: String) -> Bool { endings.contains(where: name.hasSuffix) }

  /// Whether a number begins like that of such a host: the blocks that RFC 1918 keeps for internal use,
  /// and those that machines give themselves.
  static func holds(_ a: UInt8, _ b: UInt8) -> Bool {
    switch a {
    case 10: true
    case 172: (16...31).contains(b)
    case 192: b == 168
    case 169: b == 254
    default: false
    }
  }

  /// The four parts of the number of a host: `10.0.0.12`.
  static func number(_ bytes: some Collection<UInt8>) -> (UInt8, UInt8, UInt8, UInt8)? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let numbers = parts.compactMap { part in
      // A number may have a sign.
      part.allSatisfy { $0.isDigit } ? UInt8(String(decoding: part, as: UTF8.self)) : nil
    }
    guard numbers.count == 4 else { return nil }
    return (numbers[0], numbers[1], numbers[2], numbers[3])
  }
}
