internal import RubricaModel

/// One bit for each word that may be asked for, so that nearly all words need no look-up.
struct WordFilter: Sendable {
  // An array, which is read in place: one within the table would be copied for each word.
  private var bits = [UInt64](repeating: 0, count: 16)

  mutating func insert(_ key: WordHash) {
    bits[Int(key.value >> 6 & 15)] |= 1 << (key.value & 63)
  }

  @inline(__always)
  func mayHold(_ key: WordHash) -> Bool {
    bits[Int(key.value >> 6 & 15)] >> (key.value & 63) & 1 != 0
  }

  /// What is in this one or the other.
  func union(_ other: WordFilter) -> WordFilter {
    var both = self
    for place in bits.indices { both.bits[place] |= other.bits[place] }
    return both
  }
}

/// Words and phrases that a check looks for, found by the numbers of their words.
struct PhraseTable: Sendable {
  private struct Phrase: Sendable {
    let rest: [WordHash]
    let text: String
  }

  private var phrases: [WordHash: [Phrase]] = [:]
  /// The words that a phrase may start with.
  private(set) var starts = WordFilter()

  /// Phrases in small letters, words separated by blanks, where the language has them. Of phrases with
  /// the same start the longest is taken.
  init(_ texts: [String]) {
    for text in texts {
      let words = AnnotatorText.words(of: text)
      guard let first = words.first else { continue }
      phrases[first, default: []].append(Phrase(rest: Array(words.dropFirst()), text: text))
      starts.insert(first)
    }
    for (key, alike) in phrases where alike.count > 1 {
      phrases[key] = alike.sorted { ($0.rest.count, $1.text) > ($1.rest.count, $0.text) }
    }
  }

  /// The phrase that starts at a word, and how many words it has. No sign stands within a phrase.
  @inline(__always)
  func match(_ words: [AnnotatorText.Word], at index: Int, before end: Int)
    -> (text: String, count: Int)?
  {
    guard starts.mayHold(words[index].key) else { return nil }
    return lookUp(words, index, end)
  }

  /// Whether one word is in the table.
  func contains(_ key: WordHash) -> Bool {
    guard starts.mayHold(key) else { return false }
    return phrases[key]?.contains { $0.rest.isEmpty } ?? false
  }

  private func lookUp(_ words: [AnnotatorText.Word], _ index: Int, _ end: Int)
    -> (text: String, count: Int)?
  {
    guard let candidates = phrases[words[index].key] else { return nil }
    for phrase in candidates where index + phrase.rest.count < end {
      var place = index
      let isThere = phrase.rest.allSatisfy { key in
        defer { place += 1 }
        return !words[place].has(.endsClause) && words[place + 1].key == key
      }
      if isThere { return (phrase.text, phrase.rest.count + 1) }
    }
    return nil
  }
}
