internal import RubricaModel

/// Words behind which the name of a label stands: "choose `bug`", "label it as `bug`".
struct NamingWords: Sendable {
  /// Verbs that a name may follow at once.
  private let choosing: Set<WordHash>
  /// Verbs that are followed by words of the item too, as in "label `Dr.` with the name": a name follows
  /// them behind one of the words between.
  private let marking: Set<WordHash>
  /// What may stand between a verb and the name; behind these words it is the name for verbs of marking.
  private let linking: Set<WordHash>
  private let other: Set<WordHash>

  private init(
    _ choosing: [String], _ marking: [String], linking: [String], other: [String]
  ) {
    self.choosing = Set(choosing.map { WordHash($0) })
    self.marking = Set(marking.map { WordHash($0) })
    self.linking = Set(linking.map { WordHash($0) })
    self.other = Set(other.map { WordHash($0) })
  }

  /// The words of a guideline's language; nil for a language without such words.
  static func of(_ vocabulary: Vocabulary) -> NamingWords? {
    vocabulary.hasOwnWords ? byLanguage[vocabulary.own.language] : nil
  }

  /// Whether the words of a sentence ask for the code that stands behind them.
  func ask(
    forWordAt place: Int, in sentence: AnnotatorText.Sentence, _ text: AnnotatorText,
    _ bytes: [UInt8]
  ) -> Bool {
    var before = place - 1
    guard before >= sentence.words.lowerBound else { return false }
    // Code at the head of a sentence is counted to the one before.
    let (end, start) = (Int(text.words[before].end), Int(text.words[place].start))
    guard end <= start, start <= bytes.count, !bytes[end..<start].contains(0x2E) else {
      return false
    }
    let isLinked = linking.contains(text.words[before].key)
    while before >= sentence.words.lowerBound, !text.words[before].has([.code, .endsClause]) {
      let word = text.words[before].key
      if choosing.contains(word) || isLinked && marking.contains(word) { return true }
      guard linking.contains(word) || other.contains(word) else { return false }
      before -= 1
    }
    return false
  }

  private static let byLanguage: [String: NamingWords] = [
    "en": NamingWords(
      ["choose", "select", "pick", "prefer", "assign"],
      ["label", "mark", "annotate", "tag", "classify", "treat"],
      linking: ["it", "them", "this", "that", "these", "both", "as"],
      other: ["the", "label", "only", "just"]
    ),
    "de": NamingWords(
      ["wähle", "wählen", "nimm", "nehmen", "vergib", "vergeben", "bevorzuge", "bevorzugen"],
      [
        "labele", "labeln", "markiere", "markieren", "annotiere", "annotieren", "klassifiziere",
        "klassifizieren",
      ],
      linking: ["sie", "es", "ihn", "dies", "diese", "beide", "als"],
      other: ["das", "label", "nur"]),
    "fr": NamingWords(
      ["choisissez", "choisir", "choisis", "préférez", "préférer", "attribuez", "attribuer"],
      ["étiquetez", "étiqueter", "annotez", "annoter", "marquez", "marquer", "classez", "classer"],
      linking: ["cela", "ceci", "comme", "en"],
      other: ["le", "la", "les", "étiquette", "seulement"]),
    "es": NamingWords(
      ["elija", "elige", "elegir", "escoja", "escoge", "escoger", "asigne", "asignar"],
      ["etiquete", "etiquetar", "anote", "anotar", "marque", "marcar", "clasifique", "clasificar"],
      linking: ["como", "esto"], other: ["la", "el", "las", "los", "etiqueta", "solo"]),
  ]
}
