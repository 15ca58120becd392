internal import RubricaModel

/// The words that the page says itself, in one language. An author's words are never among them.
/// A language is one more value of this type, and a line in `table`.
struct Words: Sendable {
  var documentKind: String
  var version: String
  var draft: String
  var pilot: String
  var skip: String
  var contents: String
  var search: String
  var searchHint: String
  var noResults: String
  var readFirst: String
  var coverExamples: String
  var moreAbout: String

  var overview: String
  var overviewIntroduction: String
  var always: String
  var whereItApplies: String
  var atLeast: String
  var atMost: String
  var characters: String
  var mustLookLike: String
  var best: String
  var inEitherDirection: String
  var points: String
  var kinds: [Layer.Kind: String]
  var scaleRange: @Sendable (Int, Int) -> String
  var cannotAnswer: String
  var meanings: [Escape.Meaning: String]

  var key: String
  var includes: String
  var excludes: String
  var notTheSameAs: String
  var alsoSay: String
  var usual: String
  var required: String
  var optional: String
  var unlessUsual: String
  var yes: String
  var no: String
  var number: String
  var text: String
  var kindOf: String
  var deprecated: String
  var when: String

  var good: String
  var bad: String
  var borderline: String
  var because: String
  var answer: String
  var mistake: String
  var nothing: String
  var none: String
  var covered: String
  var part: @Sendable (Int, Int) -> String
  var pictureMissing: String
  var pictureElsewhere: String
  var recording: String
  var enlarge: String
  var close: String

  var decisionOrder: String
  var decisionIntroduction: String
  var inDoubt: String

  var source: String
  var marks = MarkWords.english
}

extension Words {
  static let english = Words(
    documentKind: "Instructions for annotators", version: "Version",
    draft: "Draft: may still change", pilot: "Pilot: being tried out",
    skip: "Skip to the instructions",
    contents: "Contents", search: "Find in this page", searchHint: "Press / to search",
    noResults: "Nothing found", readFirst: "Before you start",
    coverExamples: "Cover the examples until I point at them", moreAbout: "More about this",
    overview: "What you answer",
    overviewIntroduction: "Every item is asked the following, in this order.",
    always: "Always answer", whereItApplies: "Only where it applies", atLeast: "at least",
    atMost: "at most", characters: "characters", mustLookLike: "Must look like", best: "best",
    inEitherDirection: "in either direction", points: "Points",
    kinds: [
      .choice: "Choose one", .choices: "Choose all that apply", .scale: "Rate", .box: "Draw boxes",
      .polygon: "Trace outlines", .keypoints: "Place points", .span: "Mark words",
      .relation: "Join marks", .text: "Type text", .ranking: "Put in order, the best first",
      .pairwise: "Choose the better one", .polyline: "Draw lines", .mask: "Paint areas",
      .cuboid: "Place boxes in space", .track: "Follow through the frames",
      .identity: "Group marks of the same thing", .segment: "Mark stretches of time",
    ],
    scaleRange: { "Rate from \($0) to \($1)" },
    cannotAnswer: "If you cannot answer",
    meanings: [
      .unsureFlag: "Keeps your answer and marks it as unsure.",
      .other: "Says that none of the labels fits.",
      .notApplicable: "Says that the question does not apply.",
      .skipItem: "Skips the whole item.",
      .ignoreRegion: "Marks a part that must not be used.",
      .outOfScope: "Says that the item does not belong to this task.",
      .tie: "Says that none of them is better.",
    ],
    key: "Key", includes: "Includes", excludes: "Does not include", notTheSameAs: "Not",
    alsoSay: "Details to give", usual: "usual", required: "always", optional: "if it applies",
    unlessUsual: "if not the usual", yes: "yes",
    no: "no", number: "number", text: "text", kindOf: "A kind of",
    deprecated: "No longer used", when: "when",
    good: "Good", bad: "Bad", borderline: "Borderline", because: "Because", answer: "Answer",
    mistake: "Mistaken answer", nothing: "Nothing to annotate", none: "None", covered: "covered",
    part: { "part \($0) of \($1)" },
    pictureMissing: "This picture is missing", pictureElsewhere: "Picture on another site",
    recording: "Recording", enlarge: "Show the picture large",
    close: "Close",
    decisionOrder: "Decision order",
    decisionIntroduction: "Go down the list. The first label that fits is the answer.",
    inDoubt: "Still in doubt",
    source: "Source")

  private static let table: [(language: String, words: Words)] = [("en", english)]

  /// The words for a language tag; English where there are none.
  static func named(_ tag: String) -> Words {
    let language = tag.prefix { $0 != "-" }.lowercased()
    return table.first { $0.language == language }?.words ?? english
  }

  func word(for role: Example.Role) -> String {
    switch role {
    case .good: good
    case .bad: bad
    case .borderline: borderline
    }
  }
}

/// Which way a language is written.
enum TextDirection: String {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  init(language tag: String) {
    let parts = tag.lowercased().split(separator: "-")
    let scripts = ["arab", "hebr", "thaa", "nkoo", "syrc", "adlm", "rohg"]
    if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 }) {
      self = scripts.contains(String(script)) ? .rightToLeft : .leftToRight
    } else {
      let languages = ["ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "ji", "dv", "ckb"]
      self = languages.contains(String(parts.first ?? "")) ? .rightToLeft : .leftToRight
    }
  }
}
