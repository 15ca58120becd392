/// A list as people type it outside YAML: `a; b`, `a | b` or `• a • b`.
enum TypedList {
  /// What stands between semicolons or bars, or behind bullets or dashes; nil unless each part is plain words.
  static func parts(of text: String) -> [String]? {
    guard let first = text.first else { return nil }
    let startsWithSign = signs.contains(first) || dashes.contains(first)
    let parts = text.split { sign in
      sign == ";" || signs.contains(sign) || startsWithSign && dashes.contains(sign)
    }.map { $0.split(separator: " ").joined(separator: " ") }
    let words = parts.filter { !$0.isEmpty }
    guard words.count > 1, words.allSatisfy({ $0.allSatisfy(isPlain) }) else { return nil }
    return words
  }

  private static let signs: Set<Character> = ["•", "‣", "▪", "|"]
  /// They stand within words too.
  private static let dashes: Set<Character> = ["–", "—", "·"]

  private static func isPlain(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber || letter == " " || letter == "-" || letter == "_"
      || letter == "."
  }
}
