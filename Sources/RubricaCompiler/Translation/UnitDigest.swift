internal import RubricaBundle
internal import RubricaSource

/// What tells whether the original has changed since it was translated: eight hexadecimal digits over
/// its words. A line that is broken elsewhere changes nothing.
enum UnitDigest {
  static func make(_ text: String) -> String {
    var words: [UInt8] = []
    for byte in text.utf8 {
      if byte.isWhiteSpace {
        if let last = words.last, last != 32 { words.append(32) }
      } else {
        words.append(byte)
      }
    }
    if words.last == 32 { words.removeLast() }
    let digest = Digest(words).description
    return String(digest.dropFirst("sha256:".count).prefix(8))
  }

  static func isOne(_ text: String) -> Bool {
    text.utf8.count == 8
      && text.utf8.allSatisfy {
        $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}
