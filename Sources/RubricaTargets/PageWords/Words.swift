internal import RubricaModel

/// The words that the page says itself, in one language. An author's words are never among them.
/// A language is one more value of this type in a file of its own, and a line in `named`.
typealias Words = Shared<WordFields>

struct WordFields: Sendable {
  var documentKind: Word
  var version: Word
  var draft: Word
  var pilot: Word
  var skip: Word
  var contents: Word
  var search: Word
  var searchHint: Word
  var noResults: Word
  var readFirst: Word
  var coverExamples: Word
  var moreAbout: Word

  var overview: Word
  var overviewIntroduction: Word
  var always: Word
  var whereItApplies: Word
  var atLeast: Word
  var atMost: Word
  var characters: Word
  var mustLookLike: Word
  var form: Word
  var best: Word
  var inEitherDirection: Word
  var points: Word
  var kinds: [LayerKind: Word]
  var scaleRange: @Sendable (Int, Int) -> Word
  var cannotAnswer: Word
  /// Before the question that was left out.
  var pleaseAnswer: Word
  var forExample: Word
  var meanings: [Escape.Meaning: Word]
  /// What doubt says where there are no marks, and where there are other answers too.
  var unsureInstead: Word
  var unsureOfAny: Word

  var key: Word
  var includes: Word
  var excludes: Word
  var notTheSameAs: Word
  var alsoSay: Word
  var usual: Word
  var required: Word
  var optional: Word
  var unlessUsual: Word
  var yes: Word
  var no: Word
  var number: Word
  var text: Word
  var kindOf: Word
  var deprecated: Word
  /// An attribute that is required, and one that is asked for at all, while a condition holds.
  var requiredWhen: @Sendable (_ condition: String) -> Word
  var askedWhen: @Sendable (_ condition: String) -> Word
  var otherwise: Word

  var good: Word
  var bad: Word
  var borderline: Word
  var because: Word
  var answer: Word
  var mistake: Word
  var nothing: Word
  var none: Word
  var covered: Word
  var part: @Sendable (Int, Int) -> Word
  var pictureMissing: Word
  var pictureElsewhere: Word
  var recording: Word
  var enlarge: Word
  var show: Word
  var close: Word

  var decisionOrder: Word
  var decisionIntroduction: Word
  var inDoubt: Word
  /// What notes are called.
  var callouts: [Callout.Kind: Word]

  var source: Word
  var languages: Word
  var untranslated: Word
  /// Between a word and what it is about, with the blanks that the language wants.
  var colon: String
  var marks = MarkWords.english
  var labels = LabelWords.english
  var entries = EntryWords.english
  var jobs = JobWords.english
}

extension Words {
  /// The words for a language tag, and their language if it is another: English, where there are none.
  static func named(_ tag: String) -> (words: Words, foreign: String?) {
    switch Substring(tag.utf8.prefix { $0 != UInt8(ascii: "-") }).lowercased() {
    case "en": (WordFields.english, nil)
    case "fr": (WordFields.french, nil)
    case "de": (WordFields.german, nil)
    case "es": (WordFields.spanish, nil)
    case "ja": (WordFields.japanese, nil)
    default: (WordFields.english, "en")
    }
  }

  /// A colon at the end of a line or an element.
  var colonEnd: String { self.colon.hasSuffix(" ") ? String(self.colon.dropLast()) : self.colon }

  /// `true` and `false` as people say them.
  func answer(_ value: String) -> String {
    switch value {
    case "true": self.yes.text
    case "false": self.no.text
    default: value
    }
  }

  func word(for role: ExampleRole) -> Word {
    switch role {
    case .good: self.good
    case .bad: self.bad
    case .borderline: self.borderline
    }
  }
}

/// One of our own words: told apart from an author's by its type, so that a page in a language that
/// has no words can say which of its parts are English.
struct Word: Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  let text: String
  var description: String { text }

  init(_ text: String) { self.text = text }
  init(stringLiteral text: String) { self.text = text }
}

extension HTMLWriter.Attribute {
  init(_ name: StaticString, _ word: Word) { self.init(name, word.text) }
}

extension HTMLWriter {
  /// Writes one of our own words, with its language where the page is in another.
  mutating func text(_ word: Word) {
    guard let language = wordLanguage else { return text(word.text) }
    element("span", Self.marks(language), text: word.text)
  }

  /// An element that holds one of our own words.
  mutating func element(_ tag: StaticString, _ attributes: [Attribute] = [], text word: Word) {
    guard let language = wordLanguage else { return element(tag, attributes, text: word.text) }
    element(tag, attributes + Self.marks(language), text: word.text)
  }

  mutating func element(_ tag: StaticString, class name: StaticString, text word: Word) {
    guard wordLanguage == nil else { return element(tag, [.class(name)], text: word) }
    element(tag, class: name, text: word.text)
  }

  /// The language of a part, and the direction that it is written in.
  static func marks(_ language: String) -> [Attribute] {
    [.init("lang", language), .init("dir", TextDirection(language: language).rawValue)]
  }
}
