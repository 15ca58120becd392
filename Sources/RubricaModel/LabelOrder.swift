/// Several labels in one item or line of an order: `stop, yield`, `stop > yield`, `stop and yield`.
package enum LabelOrder {
  /// The words between the signs and conjunctions, with single blanks.
  package static func parts(of text: String) -> [String] {
    text.split { ",>→/&=、".contains($0) }.flatMap { part in
      part.split(separator: " ").split { words.contains($0) }.map {
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
        if wordKeys.contains(word) { return true }
        word = WordHash()
      case let byte: word.add(byte)
      }
    }
    return wordKeys.contains(word)
  }

  /// Words between the last two of several names, in the languages that have words of their own and in
  /// Portuguese, Italian and Russian.
  package static let conjunctions: Set<String> = [
    "and", "or", "et", "ou", "und", "oder", "y", "e", "o", "и", "или",
  ]

  private static let wordKeys = words.map { WordHash(String($0)) }

  /// Words between two labels of an order.
  private static let words = Set(
    conjunctions.union(["then", "puis", "dann", "luego"]).map { $0[...] })
}
