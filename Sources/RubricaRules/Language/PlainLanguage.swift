internal import RubricaModel
internal import RubricaSource

/// What the checks of wording need to know of one language. A language without a table is not
/// judged: add one below, and list it in `of`. Shared, not copied: it is made of many tables.
final class PlainLanguage: Sendable {
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
  let doubleNegatives: PhraseTable
  /// The words that a denial may begin with, doubled or not.
  let denials: WordFilter
  /// Words that give an order when a sentence ends with them.
  let finalOrders: PhraseTable
  /// Where the verb stands last: how the text behind the second label begins if the first one wins.
  let winningAfter: [String]
  /// In a language without blanks each character is read as a word. This many take as long to read
  /// as a word of the other languages.
  let charactersPerWord: Int?
  /// Whether a capital within a sentence is a noun like any other.
  let capitalisesNouns: Bool

  init(
    vague: PhraseTable,
    negations: PhraseTable,
    nothings: PhraseTable,
    secondDenials: PhraseTable,
    conjunctions: PhraseTable,
    modals: PhraseTable,
    orders: PhraseTable,
    marking: PhraseTable,
    conditions: PhraseTable,
    winning: Set<String>,
    limits: PhraseTable,
    fillers: PhraseTable,
    comparisons: PhraseTable,
    doubts: PhraseTable,
    ranks: PhraseTable,
    confusions: PhraseTable,
    determiners: PhraseTable,
    example: PhraseTable,
    knownCapitals: PhraseTable,
    doubleNegatives: PhraseTable = PhraseTable([]),
    finalOrders: PhraseTable = PhraseTable([]),
    winningAfter: [String] = [],
    charactersPerWord: Int? = nil,
    capitalisesNouns: Bool = false
  ) {
    self.vague = vague
    self.negations = negations
    self.nothings = nothings
    self.secondDenials = secondDenials
    self.conjunctions = conjunctions
    self.modals = modals
    self.orders = orders
    self.marking = marking
    self.conditions = conditions
    self.winning = winning
    self.limits = limits
    self.fillers = fillers
    self.comparisons = comparisons
    self.doubts = doubts
    self.ranks = ranks
    self.confusions = confusions
    self.determiners = determiners
    self.example = example
    self.knownCapitals = knownCapitals
    self.doubleNegatives = doubleNegatives
    denials = negations.starts.union(doubleNegatives.starts)
    self.finalOrders = finalOrders
    self.winningAfter = winningAfter
    self.charactersPerWord = charactersPerWord
    self.capitalisesNouns = capitalisesNouns
  }

  /// The table of the language that a guideline is written in.
  static func of(_ guideline: Guideline) -> PlainLanguage? {
    let tag = guideline.language.value
    if tag == "en" { return english }
    // Only the table that is asked for is made.
    switch tag.prefix(while: { $0 != "-" && $0 != "_" }).lowercased() {
    case "en": return english
    case "fr": return french
    case "de": return german
    case "es": return spanish
    case "ja": return japanese
    default: return nil
    }
  }
}
