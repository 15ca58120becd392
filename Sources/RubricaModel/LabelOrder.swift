/// Several labels in one item or line of an order: `stop, yield`, `stop > yield`, `stop and yield`.
package enum LabelOrder {
  /// The words between the signs and conjunctions, with single blanks.
  package static func parts(of text: String) -> [String] {
    text.split { ",>→/&=、".contains($0) }.flatMap { part in
      part.split(separator: " ").split { conjunctions.contains($0) }.map {
        $0.joined(separator: " ")
      }
    }
  }

  /// Whether a sign or conjunction stands in a text that may cut it: almost no label's name has one. True for
  /// some texts of one part; never false for one of several.
  package static func mayHaveParts(_ text: String) -> Bool {
    var word = WordHash()
    let bytes = text.utf8.span
    for place in bytes.indices {
      switch bytes[place] {
      case UInt8(ascii: ","), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "&"),
        UInt8(ascii: "="), 0xE2, 0xE3:
        return true
      case 32:
        if conjunctionKeys.contains(word) { return true }
        word = WordHash()
      case let byte: word.add(byte)
      }
    }
    return conjunctionKeys.contains(word)
  }

  private static let conjunctionKeys = conjunctions.map { WordHash(String($0)) }

  /// In the languages that have words.
  private static let conjunctions: Set<Substring> = [
    "and", "or", "then", "et", "ou", "puis", "und", "oder", "dann", "y", "e", "o", "luego",
  ]
}
