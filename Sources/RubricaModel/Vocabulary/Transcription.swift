/// How the umlauts of German are typed where a keyboard lacks them.
enum Transcription {
  /// The word with `ae` for `ä` and so on, and `ss` for `ß`; nil if it has none of these letters.
  static func of(_ word: String) -> String? {
    guard word.utf8.contains(0xC3) else { return nil }
    var text = ""
    var isOther = false
    for scalar in word.unicodeScalars {
      guard let letters = letters(for: scalar) else {
        text.unicodeScalars.append(scalar)
        continue
      }
      text += letters
      isOther = true
    }
    return isOther ? text : nil
  }

  private static func letters(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "ä": "ae"
    case "ö": "oe"
    case "ü": "ue"
    case "ß": "ss"
    case "Ä": "Ae"
    case "Ö": "Oe"
    case "Ü": "Ue"
    default: nil
    }
  }
}

extension Dictionary where Key == String {
  /// The same words, and those with umlauts as they are typed without them.
  package var transcribed: Self {
    var all = self
    for (word, meaning) in self {
      if let typed = Transcription.of(word), all[typed] == nil { all[typed] = meaning }
    }
    return all
  }
}
