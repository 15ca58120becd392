/// Which language a text is in, by its script and its commonest words: a guess for the report.
enum LanguageGuess {
  struct Language: Equatable {
    let tag: String
    let name: String
  }

  /// Nil for English, and where too little says another language.
  static func language(of text: String) -> Language? {
    var counts = [Int](repeating: 0, count: Script.allCases.count)
    var letters = 0
    var hints: Set<Unicode.Scalar> = []
    for scalar in text.unicodeScalars {
      guard let script = Script(scalar) else { continue }
      letters += script.weight
      counts[script.rawValue] += script.weight
      if script == .cyrillic || script == .arabic { hints.insert(scalar) }
    }
    guard letters >= 60 else { return nil }
    func count(_ script: Script) -> Int { counts[script.rawValue] }
    guard (letters - count(.latin)) * 2 > letters else { return latin(text) }
    if count(.kana) * 20 > letters { return Language(tag: "ja", name: "Japanese") }
    let others = Script.allCases.filter { $0 != .latin }
    return others.max { count($0) < count($1) }?.language(hints)
  }

  private static func latin(_ text: String) -> Language? {
    var counts: [String: Int] = [:]
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
      counts[String(word), default: 0] += 1
    }
    func score(_ words: Set<String>) -> Int { words.reduce(0) { $0 + (counts[$1] ?? 0) } }
    let english = score(englishWords)
    // One word of a language, however often, is one of others as well: "de".
    let best = words.filter { $0.words.count(where: { counts[$0] != nil }) >= 5 }
      .map { (language: $0.language, score: score($0.words)) }
      .max { $0.score < $1.score }
    guard let best, best.score >= 10, best.score > english + english / 2 else { return nil }
    return best.language
  }

  private enum Script: Int, CaseIterable {
    case latin, cyrillic, greek, han, kana, hangul, arabic, hebrew, thai, bengali, devanagari

    init?(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: self = .latin
      case 0x370...0x3FF: self = .greek
      case 0x400...0x52F: self = .cyrillic
      case 0x590...0x5FF: self = .hebrew
      case 0x600...0x6FF: self = .arabic
      case 0x900...0x97F: self = .devanagari
      case 0x980...0x9FF: self = .bengali
      case 0xE00...0xE7F: self = .thai
      case 0x3040...0x30FF: self = .kana
      case 0x3400...0x9FFF: self = .han
      case 0xAC00...0xD7AF: self = .hangul
      default: return nil
      }
    }

    /// A character that is a word or a syllable says as much as some letters.
    var weight: Int {
      switch self {
      case .han, .kana, .hangul: 3
      default: 1
      }
    }

    func language(_ hints: Set<Unicode.Scalar>) -> Language? {
      switch self {
      case .latin: nil
      case .greek: Language(tag: "el", name: "Greek")
      case .han: Language(tag: "zh", name: "Chinese")
      case .kana: Language(tag: "ja", name: "Japanese")
      case .hangul: Language(tag: "ko", name: "Korean")
      case .hebrew: Language(tag: "he", name: "Hebrew")
      case .thai: Language(tag: "th", name: "Thai")
      case .bengali: Language(tag: "bn", name: "Bengali")
      case .devanagari: Language(tag: "hi", name: "Hindi")
      case .arabic:
        hints.isDisjoint(with: ["\u{67E}", "\u{686}", "\u{698}", "\u{6AF}"])
          ? Language(tag: "ar", name: "Arabic") : Language(tag: "fa", name: "Persian")
      case .cyrillic:
        if !hints.isDisjoint(with: ["\u{456}", "\u{457}", "\u{454}"]) {
          Language(tag: "uk", name: "Ukrainian")
        } else if !hints.isDisjoint(with: ["\u{452}", "\u{458}", "\u{459}", "\u{45A}"]) {
          Language(tag: "sr", name: "Serbian")
        } else {
          Language(tag: "ru", name: "Russian")
        }
      }
    }
  }

  private static let englishWords: Set<String> = [
    "the", "of", "and", "to", "is", "are", "be", "with", "or", "not", "this", "that", "for", "if",
    "it", "as", "by", "from", "when", "which",
  ]
  /// Words that are common in one language and rare in the others.
  private static let words: [(language: Language, words: Set<String>)] = [
    (
      Language(tag: "de", name: "German"),
      [
        "der", "die", "das", "und", "ist", "nicht", "mit", "werden", "wird", "ein", "eine", "auf",
        "für", "von", "den", "dem", "zu", "oder", "sich", "auch",
      ]
    ),
    (
      Language(tag: "fr", name: "French"),
      [
        "le", "les", "des", "et", "est", "une", "dans", "pour", "que", "qui", "sur", "pas", "du",
        "au", "aux", "avec", "ou", "sont", "ne", "cette",
      ]
    ),
    (
      Language(tag: "es", name: "Spanish"),
      [
        "el", "los", "las", "y", "es", "una", "para", "por", "con", "del", "que", "se", "en",
        "como", "más", "son", "lo", "al", "sin", "cuando",
      ]
    ),
    (
      Language(tag: "pt", name: "Portuguese"),
      [
        "o", "os", "as", "e", "é", "uma", "para", "por", "com", "do", "da", "dos", "das", "não",
        "que", "em", "na", "no", "são", "ao",
      ]
    ),
    (
      Language(tag: "it", name: "Italian"),
      [
        "il", "gli", "di", "che", "è", "una", "per", "con", "non", "della", "del", "sono", "nel",
        "alla", "dei", "le", "si", "più", "questo", "anche",
      ]
    ),
    (
      Language(tag: "nl", name: "Dutch"),
      [
        "de", "het", "een", "van", "en", "niet", "zijn", "voor", "met", "dat", "wordt", "worden",
        "op", "ook", "aan", "bij", "deze", "als", "naar", "dit",
      ]
    ),
    (
      Language(tag: "sv", name: "Swedish"),
      [
        "och", "att", "är", "som", "inte", "det", "ett", "för", "av", "på", "med", "till", "om",
        "den", "eller", "ska", "från", "har", "vid", "detta",
      ]
    ),
    (
      Language(tag: "pl", name: "Polish"),
      [
        "się", "nie", "jest", "w", "z", "na", "i", "lub", "do", "które", "jak", "czy", "tekst",
        "oraz", "dla", "przez", "być", "tego", "są", "od",
      ]
    ),
    (
      Language(tag: "sr", name: "Serbian"),
      [
        "je", "i", "u", "na", "se", "da", "nije", "ili", "za", "koji", "kao", "bez", "ako", "su",
        "od", "što", "sa", "samo", "ne", "ni",
      ]
    ),
    (
      Language(tag: "tr", name: "Turkish"),
      [
        "ve", "bir", "bu", "için", "ile", "olarak", "veya", "değil", "olan", "da", "de", "gibi",
        "daha", "her", "ne", "varsa", "çok", "ise", "şu", "en",
      ]
    ),
    (
      Language(tag: "ro", name: "Romanian"),
      [
        "și", "şi", "în", "cu", "pentru", "este", "sau", "din", "nu", "care", "sunt", "ale", "dacă",
        "că", "unui", "unei", "această", "acest", "trebuie", "prin",
      ]
    ),
    (
      Language(tag: "cs", name: "Czech"),
      [
        "že", "není", "nebo", "pro", "jako", "jsou", "být", "který", "které", "ale", "pokud",
        "také", "podle", "však", "při", "když", "jen", "tento", "v", "se",
      ]
    ),
    (
      Language(tag: "ca", name: "Catalan"),
      [
        "els", "les", "amb", "per", "que", "és", "una", "dels", "del", "són", "aquest", "aquesta",
        "com", "més", "també", "quan", "aquests", "només", "ha", "i",
      ]
    ),
    (
      Language(tag: "id", name: "Indonesian"),
      [
        "yang", "dan", "di", "untuk", "dengan", "tidak", "adalah", "atau", "dari", "pada", "ini",
        "itu", "dalam", "akan", "jika", "oleh", "sebagai", "dapat", "karena", "harus",
      ]
    ),
    (
      Language(tag: "vi", name: "Vietnamese"),
      [
        "và", "của", "là", "các", "không", "được", "có", "cho", "một", "trong", "với", "khi",
        "nếu", "này", "những", "để", "từ", "hoặc", "theo", "người",
      ]
    ),
    (
      Language(tag: "da", name: "Danish"),
      [
        "og", "ikke", "er", "af", "til", "på", "med", "som", "eller", "skal", "hvis", "også",
        "kun", "det", "en", "et", "den", "blev", "hvor", "fra",
      ]
    ),
    (
      Language(tag: "nb", name: "Norwegian"),
      [
        "og", "ikke", "er", "av", "til", "på", "med", "som", "eller", "skal", "hvis", "også",
        "bare", "det", "en", "et", "den", "ble", "hvor", "fra",
      ]
    ),
  ]
}
