internal import RubricaSource

/// Tags of languages as in BCP 47: `fr`, `pt-BR`, `zh-Hant`.
package enum LanguageTag {
  /// Whether a tag has the shape of one. Whether its parts are registered is not known here, but for
  /// the primary subtag: one of two or three letters.
  package static func isValid(_ tag: String) -> Bool {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard tag.utf8.count <= 35, let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy(\.isLetter)
    else { return false }
    var isPrivate = false
    var step = 0
    for (place, part) in parts.enumerated().dropFirst() {
      guard (1...8).contains(part.count), part.allSatisfy({ $0.isLetter || $0.isDigit }) else {
        return false
      }
      if part.count == 1 {
        guard place + 1 < parts.count else { return false }
        isPrivate = true
      }
      if isPrivate { continue }
      // Extended language, script, region, variants: in this order.
      switch part.count {
      case 3 where part.allSatisfy(\.isLetter):
        guard step <= 0 else { return false }
      case 4 where part.allSatisfy(\.isLetter):
        guard step < 1 else { return false }
        step = 1
      case 2 where part.allSatisfy(\.isLetter), 3 where part.allSatisfy(\.isDigit):
        guard step < 2 else { return false }
        step = 2
      case 4 where part.first?.isDigit == true, 5...8: step = 3
      default: return false
      }
    }
    return true
  }

  /// Whether two tags name the same language: the case of their letters says nothing.
  package static func isSame(_ tag: String, _ other: String) -> Bool {
    tag.lowercased() == other.lowercased()
  }

  /// What was perhaps meant: `pt_BR` is `pt-BR`, and `French` is `fr`.
  package static func suggestion(for text: String) -> String? {
    let hyphens = String(text.map { $0 == "_" || $0 == " " ? "-" : $0 })
    if isValid(hyphens) { return hyphens }
    let word = text.lowercased()
    return names.first { $0.names.contains(word) }?.tag
  }

  /// Names of languages in English and in themselves, as people write them instead of a tag.
  private static let names: [(tag: String, names: [String])] = [
    ("ar", ["arabic"]), ("zh", ["chinese", "mandarin"]), ("cs", ["czech"]), ("da", ["danish"]),
    ("nl", ["dutch", "nederlands"]), ("en", ["english"]), ("fi", ["finnish", "suomi"]),
    ("fr", ["french", "fran\u{E7}ais", "francais"]), ("de", ["german", "deutsch"]),
    ("el", ["greek"]), ("he", ["hebrew"]), ("hi", ["hindi"]), ("hu", ["hungarian", "magyar"]),
    ("id", ["indonesian"]), ("it", ["italian", "italiano"]), ("ja", ["japanese"]),
    ("ko", ["korean"]), ("nb", ["norwegian", "norsk"]), ("fa", ["persian", "farsi"]),
    ("pl", ["polish", "polski"]), ("pt", ["portuguese", "portugu\u{EA}s"]),
    ("ro", ["romanian"]), ("ru", ["russian"]), ("es", ["spanish", "espa\u{F1}ol", "espanol"]),
    ("sv", ["swedish", "svenska"]), ("th", ["thai"]), ("tr", ["turkish"]), ("uk", ["ukrainian"]),
    ("ur", ["urdu"]), ("vi", ["vietnamese"]),
  ]
}
