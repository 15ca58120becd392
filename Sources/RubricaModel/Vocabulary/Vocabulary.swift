internal import RubricaSource

/// The words of headings, lead-ins and consequences that mean something in a guideline, by the
/// language of its instructions.
///
/// English words are understood in every language, since they are the ones in the documentation;
/// where the guideline's language has words of its own, an English one is a finding. A heading in a
/// third language stays prose, and is a finding too.
package struct Vocabulary: Sendable {
  /// What a heading `Word: title` announces.
  package enum Entry: Sendable, Equatable, CaseIterable {
    case good, bad, borderline, example, rule, edgeCase, contrast, group, tool
  }

  /// What a bold word begins.
  package enum LeadIn: Sendable, Equatable, CaseIterable {
    case includes, excludes, not
    case condition, action, exception, alternative, reason, threshold

    package var isForLabels: Bool { self == .includes || self == .excludes || self == .not }
  }

  /// The word that stands for "explicitly nothing" in records. A key of the language and no word
  /// of a heading, so it is the same in every language.
  package static let none = "none"

  /// The languages that have words, the fallback first.
  package static let languages: [ReservedWords] = [.english, .french, .german, .spanish, .japanese]
  package static let english = Vocabulary(place: 0)

  /// Which of `languages` the guideline is written in.
  private let place: Int
  /// Whether the language of the guideline is one of `languages`.
  package let hasOwnWords: Bool

  private init(place: Int) {
    self.place = place
    hasOwnWords = true
  }

  /// The vocabulary for a language tag; English if there is none for it.
  package init(language tag: String) {
    let found = Self.place(of: tag)
    place = found ?? 0
    hasOwnWords = found != nil
  }

  private static func place(of tag: String) -> Int? {
    let primary = tag.utf8.prefix { $0 != UInt8(ascii: "-") }
    return languages.firstIndex { words in
      words.language.utf8.count == primary.count
        && zip(words.language.utf8, primary).allSatisfy { $0 == $1 | 0x20 }
    }
  }

  /// The words of the guideline's language.
  package var own: ReservedWords { Self.languages[place] }
  package var isEnglish: Bool { place == 0 }

  // MARK: What words mean

  /// A reserved word that was found.
  package struct Found<Meaning: Sendable>: Sendable {
    package let meaning: Meaning
    /// Place in `languages` of the language the word is from, if it is not the guideline's.
    fileprivate let foreignPlace: Int?
    /// Whether the word has its meaning all the same.
    package let isUnderstood: Bool

    /// The language the word is from, if it is not the guideline's.
    package var foreign: ReservedWords? { foreignPlace.map { Vocabulary.languages[$0] } }
  }

  package func section(_ words: String) -> Found<SectionRole>? {
    found(WordTable.sections.meaning(of: words.utf8[...], preferring: place))
  }

  package func entry(_ words: Substring) -> Found<Entry>? {
    found(WordTable.entries.meaning(of: words.utf8, preferring: place))
  }

  /// Lead-ins stand in running text, where other languages have words of their own that look alike:
  /// only those of the guideline and of English count.
  package func leadIn(_ words: Substring) -> Found<LeadIn>? {
    let found = found(WordTable.leadIns.meaning(of: words.utf8, preferring: place))
    return found?.isUnderstood == true ? found : nil
  }

  package func consequence(_ words: String) -> Found<Threshold.Consequence>? {
    let found = found(WordTable.consequences.meaning(of: words.utf8[...], preferring: place))
    return found?.isUnderstood == true ? found : nil
  }

  /// Who may read a paragraph that starts with bold words.
  package func audience(_ words: Substring) -> Audience? {
    let found = found(WordTable.audiences.meaning(of: words.utf8, preferring: place))
    return found?.isUnderstood == true ? found?.meaning : nil
  }

  /// The first of these words that joins a second condition to a threshold. Japanese puts no blanks around it.
  package func conjunction(in words: [Substring]) -> Substring? {
    let known = own.conjunctions + Self.languages[0].conjunctions
    return words.first { word in
      let small = word.lowercased()
      return known.contains { Self.isWide($0) ? small.contains($0) : small == $0 }
    }
  }

  /// Whether a word stands between the two numbers of a range, or has such a word in it.
  package func joinsNumbers(_ word: Substring) -> Bool {
    let small = word.lowercased()
    let known = own.rangeWords + Self.languages[0].rangeWords
    return known.contains { Self.isWide($0) ? small.contains($0) : small == $0 }
  }

  /// Whether a word is written without blanks around it, as those of Japanese are.
  private static func isWide(_ word: String) -> Bool { (word.utf8.first ?? 0) >= 0xE3 }

  package static var longestAudience: Int { WordTable.audiences.longest }

  /// The longest prefix of a heading that can be looked up.
  package static var longestEntry: Int { WordTable.entries.longest }

  private func found<Meaning>(_ word: (meaning: Meaning, language: Int)?) -> Found<Meaning>? {
    guard let word else { return nil }
    if word.language == place {
      return Found(meaning: word.meaning, foreignPlace: nil, isUnderstood: true)
    }
    let isEnglish = word.language == 0
    // Where there are no other words, English is no stranger; and a word of a third language may be
    // one of the author's own, as between Spanish and Portuguese.
    guard hasOwnWords || isEnglish else { return nil }
    return Found(
      meaning: word.meaning, foreignPlace: hasOwnWords ? word.language : nil,
      isUnderstood: isEnglish)
  }

  /// The word for a reason that a paragraph starts with, in bytes: `Because`, `Parce que`.
  package func leadingReason(of text: String) -> Int? {
    let bytes = text.utf8
    let limit = min(bytes.count, WordTable.leadIns.longest + 1)
    var offset = 0
    var previous: UInt8 = 0
    for byte in bytes.prefix(limit) {
      defer { previous = byte }
      offset += 1
      // A word ends before white space and punctuation, and behind an apostrophe.
      let endsBefore = byte < 0x80 && !byte.isLetterOrDigit && byte != UInt8(ascii: "'")
      let endsBehind =
        byte == UInt8(ascii: "'") || byte == 0x99 && previous == 0x80
        || byte == 0x81 && previous == 0x80 || byte == 0x9A && previous == 0xBC
      guard endsBefore || endsBehind else { continue }
      let length = endsBefore ? offset - 1 : offset
      let end = bytes.index(bytes.startIndex, offsetBy: length)
      if leadIn(text[..<end])?.meaning == .reason { return length }
    }
    let isAlone = bytes.count <= limit && leadIn(text[...])?.meaning == .reason
    return isAlone ? bytes.count : nil
  }

  // MARK: Words for meanings

  /// What to write for a meaning in the guideline's language.
  package func word(_ role: SectionRole) -> String {
    own.sections.first { $0.0 == role }?.1[0] ?? ""
  }
  package func word(_ entry: Entry) -> String { own.entries.first { $0.0 == entry }?.1[0] ?? "" }
  package func word(_ leadIn: LeadIn) -> String { own.leadIns.first { $0.0 == leadIn }?.1[0] ?? "" }
  package func word(_ consequence: Threshold.Consequence) -> String {
    own.consequences.first { $0.0 == consequence }?.1[0] ?? ""
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool { isLetter || isDigit }
}
