internal import RubricaModel
internal import RubricaSource

/// What the checks of wording need to know of one language. A language without a table is not
/// judged: add one below, and list it in `tables`.
struct PlainLanguage: Sendable {
  /// Words and phrases that say how much or how often without saying it.
  let vague: PhraseTable
  /// Words that deny: "not", "never".
  let negations: PhraseTable
  /// Those of them that deny a thing and no deed: "no", "nothing". They often begin a name.
  let nothings: PhraseTable
  /// Words that deny what is denied before them: "never", and those that hold a negation in
  /// themselves, "uncommon". Not those that belong to the first one, as in "ne … aucun".
  let secondDenials: PhraseTable
  /// Words between two things of one kind.
  let conjunctions: PhraseTable
  /// Words that ask for something: "must", "should".
  let modals: PhraseTable
  /// Words that give an order when a sentence begins with them.
  let orders: PhraseTable
  /// Verbs that put a mark, and those that forbid one; they say opposite things of one object.
  let marking: PhraseTable
  /// Words that begin a condition.
  let conditions: PhraseTable
  /// Words between two labels that say which one wins.
  let winning: Set<String>
  /// Words that limit what is said: a rule with one of them may differ from another.
  let limits: PhraseTable
  /// Words without meaning of their own: articles and the like.
  let fillers: PhraseTable
  /// Words that compare an amount with a number.
  let comparisons: PhraseTable
  /// Words for "when one cannot tell".
  let doubts: PhraseTable
  /// Words that put one thing before another.
  let ranks: PhraseTable
  /// Words about things that are taken for one another.
  let confusions: PhraseTable
  /// Words that a noun follows.
  let determiners: PhraseTable
  /// Words that announce an example.
  let example: PhraseTable
  /// Words in capitals that everybody knows, or that are only stressed.
  let knownCapitals: PhraseTable
  /// Phrases that deny a denial as they stand.
  var doubleNegatives = PhraseTable([])
  /// Words that give an order when a sentence ends with them.
  var finalOrders = PhraseTable([])
  /// Where the verb stands last: how the text behind the second label begins if the first one wins.
  var winningAfter: [String] = []
  /// In a language without blanks each character is read as a word. This many take as long to read
  /// as a word of the other languages.
  var charactersPerWord: Int?
  /// Whether a capital within a sentence is a noun like any other.
  var capitalisesNouns = false

  private static let tables: [String: PlainLanguage] = [
    "en": english, "fr": french, "de": german, "es": spanish, "ja": japanese,
  ]

  /// The table of the language that a guideline is written in.
  static func of(_ guideline: Guideline) -> PlainLanguage? {
    let tag = guideline.language.value
    if tag == "en" { return english }
    let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return tables[primary]
  }
}
