internal import RubricaSource

/// Reserved words of all languages by their bytes, so that a heading is looked up once. Letter case
/// and accents do not count: people leave them out, in capitals above all. Umlauts may be typed as two letters.
struct WordTable<Meaning: Sendable>: Sendable {
  private struct Row: Sendable {
    let key: [UInt8]
    let hash: Int
    let word: String
    /// Whether the word has a letter beyond ASCII.
    let isAccented: Bool
    let meaning: Meaning
    /// Place in `Vocabulary.languages`.
    let language: Int
  }

  private let rows: [Row]
  /// Places of rows plus one, by hash; zero is free. A power of two, at most half full.
  private let slots: [UInt16]
  /// A bit for each pair of letters that a word begins with: few headings and lead-ins do, and only
  /// they are looked up.
  private let beginnings: [UInt64]
  /// Characters that may stand behind a word.
  private let trailing: WordKey.Trailing
  /// Whether accents count: `si` and `sí` are two words of running text.
  private let keepsAccents: Bool
  /// Bytes of the longest word; longer texts need no look-up.
  let longest: Int

  init(
    _ words: (ReservedWords) -> [(Meaning, [String])], trailing: WordKey.Trailing = .colon,
    keepsAccents: Bool = false
  ) {
    var rows: [Row] = []
    for (language, reserved) in Vocabulary.languages.enumerated() {
      for (meaning, spellings) in words(reserved) {
        for word in spellings {
          for typed in [word, Transcription.of(word)] {
            guard let typed else { continue }
            let key = WordKey.make(typed.utf8[...], trailing)
            rows.append(
              Row(
                key: key, hash: WordKey.hash(key), word: typed,
                isAccented: typed.utf8.contains { $0 >= 0x80 },
                meaning: meaning, language: language))
          }
        }
      }
    }
    var size = 64
    while size < rows.count * 2 { size *= 2 }
    var slots = [UInt16](repeating: 0, count: size)
    for (place, row) in rows.enumerated() {
      var slot = row.hash & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(place + 1)
    }
    self.rows = rows
    self.slots = slots
    var beginnings = [UInt64](repeating: 0, count: 16)
    for row in rows where row.key.count > 1 {
      let pair = Self.pair(row.key[0], row.key[1])
      beginnings[pair >> 6] |= 1 << UInt64(pair & 63)
    }
    self.beginnings = beginnings
    self.trailing = trailing
    self.keepsAccents = keepsAccents
    // Room for a blank and a colon in three bytes each, and for accents that stand by themselves.
    longest = (rows.map(\.word.utf8.count).max() ?? 0) + 8
  }

  /// What a word means, and in which language: in `language`, else in the first that has it, which is
  /// English if that has.
  func meaning(
    of text: Substring.UTF8View, preferring language: Int
  ) -> (meaning: Meaning, language: Int)? {
    guard mayBegin(text.span) else { return nil }
    if let hash = WordKey.hash(ofPlain: text) {
      return meaning(of: text, hash, preferring: language) { key in
        key.elementsEqual(text.lazy.map { $0 | 0x20 })
      }
    }
    let key = WordKey.make(text, trailing)
    guard !key.isEmpty else { return nil }
    return meaning(of: text, WordKey.hash(key), preferring: language) { $0 == key }
  }

  private func meaning(
    of text: Substring.UTF8View, _ hash: Int, preferring language: Int, isKey: ([UInt8]) -> Bool
  ) -> (meaning: Meaning, language: Int)? {
    var slot = hash & (slots.count - 1)
    var best: Int?
    while slots[slot] != 0 {
      let row = Int(slots[slot]) - 1
      if rows[row].hash == hash, isKey(rows[row].key), !keepsAccents || isSame(text, row),
        best.map({ isNearer(rows[row].language, than: rows[$0].language, to: language) }) ?? true
      {
        best = row
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return best.map { (rows[$0].meaning, rows[$0].language) }
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }

  /// Whether the text is no longer than a word, and a word begins with the same two letters, or the
  /// text with something else than letters of ASCII, which would have to be looked at closer.
  private func mayBegin(_ text: Swift.Span<UInt8>) -> Bool {
    guard text.count <= longest else { return false }
    guard text.count > 1, text[0].isLetter, text[1].isLetter else { return true }
    let pair = Self.pair(text[0], text[1])
    return beginnings[pair >> 6] >> UInt64(pair & 63) & 1 != 0
  }

  private func isNearer(_ one: Int, than other: Int, to wanted: Int) -> Bool {
    one == wanted || other != wanted && one < other
  }

  /// With accents. Strings are equal if people cannot tell them apart.
  private func isSame(_ text: Substring.UTF8View, _ row: Int) -> Bool {
    let letters = text.span
    guard rows[row].isAccented || letters.indices.contains(where: { letters[$0] >= 0x80 }) else {
      return true
    }
    let bytes = Array(text).withoutTrailing(trailing)
    let written = String(decoding: bytes, as: UTF8.self).lowercased()
    return Self.plain(written) == Self.plain(rows[row].word.lowercased())
  }

  /// With one apostrophe, and with `ss` for `ß`, as people write it by the old rules and in Switzerland.
  private static func plain(_ words: String) -> String {
    var text = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\u{2019}": text += "'"
      case "ß": text += "ss"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension WordTable where Meaning == SectionRole {
  static let sections = WordTable { $0.sections }
}

extension WordTable where Meaning == Vocabulary.Entry {
  static let entries = WordTable { $0.entries }
}

extension WordTable where Meaning == Vocabulary.LeadIn {
  static let leadIns = WordTable({ $0.leadIns }, trailing: .comma, keepsAccents: true)
}

extension WordTable where Meaning == Audience {
  static let audiences = WordTable { $0.audiences }
}

extension WordTable where Meaning == Threshold.Consequence {
  static let consequences = WordTable { $0.consequences }
}
