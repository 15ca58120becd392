internal import RubricaModel
internal import RubricaSource

/// Headings that say what an example shows, in words that are no reserved ones: `Good example: x`.
enum ExampleWords {
  struct Meant {
    var entry: Vocabulary.Entry
    var role: ExampleRole
    /// What stands before the title, with the colon or dash.
    var words: String
    var span: Span
    /// Whether the words speak of an example: what stands below is one then, whatever it shows.
    var namesExample: Bool
  }

  /// What the heading of an example says, if it is read in another role.
  static func misread(_ example: Example, _ index: GuidelineIndex) -> Meant? {
    guard let title = example.title, !hasReservedWord(example, title, index),
      let meant = meant(by: title, index), meant.role != example.role
    else { return nil }
    return meant
  }

  /// Whether something stands before the title that says the role: `Bad: right arrow`.
  private static func hasReservedWord(
    _ example: Example, _ title: Prose, _ index: GuidelineIndex
  ) -> Bool {
    let head = example.span
    guard let first = title.inlines.first?.span, first.source == head.source,
      head.start <= first.start
    else { return false }
    let bytes = index.guideline.sources.bytes(of: head.source)
    let before = Int(head.start)..<Int(first.start)
    return bytes[before.clamped(to: 0..<bytes.count)].contains {
      $0 != UInt8(ascii: "#") && $0 != 32 && $0 != 9
    }
  }

  /// What a heading was meant to announce; nil if it is a reserved word, or nothing like one.
  static func meant(by heading: Prose, _ index: GuidelineIndex) -> Meant? {
    guard let first = heading.inlines.first, case .text(let text) = first.kind else { return nil }
    let (head, end) = split(text) ?? (text[...], text.endIndex)
    let hasTitle = end > head.endIndex
    // Without a title, only what speaks of an example is certain.
    guard hasTitle || mayNameExample(text) else { return nil }
    let bare = Vocabulary.undecorated(head)
    let small = bare.lowercased()
    let entry: Vocabulary.Entry
    if let role = roles[small], !mayBeAnswer(small, index) {
      entry = role
    } else if hasTitle, let found = index.vocabulary.entry(bare[...]), found.isUnderstood {
      entry = found.meaning
    } else {
      return nil
    }
    guard let role = role(of: entry) else { return nil }
    let namesExample = examples.contains { small.contains($0) }
    guard hasTitle || namesExample else { return nil }
    let words = String(text[..<end])
    return Meant(
      entry: entry, role: role, words: words, span: first.place(of: 0..<words.utf8.count),
      namesExample: namesExample)
  }

  /// Whether the words may name a label or a value: `Negative: a sad film` where a mood is asked for.
  private static func mayBeAnswer(_ words: String, _ index: GuidelineIndex) -> Bool {
    let names = index.answerWords
    return words.split(whereSeparator: { !$0.isLetter }).allSatisfy { names.contains(String($0)) }
  }

  /// What stands before a colon or a dash among the first sixty characters, and where that ends.
  private static func split(_ text: String) -> (head: Substring, end: String.Index)? {
    let bytes = text.utf8.span
    var isBehindBlank = false
    var count = 0
    for place in bytes.indices where !bytes[place].isContinuation {
      let byte = bytes[place]
      let rest =
        byte >= 0x80 && place + 2 < bytes.count ? (bytes[place + 1], bytes[place + 2]) : (0, 0)
      let isSign =
        switch (byte, rest.0, rest.1) {
        case (UInt8(ascii: ":"), _, _), (0xEF, 0xBC, 0x9A): true
        case (UInt8(ascii: "-"), _, _), (0xE2, 0x80, 0x93...0x94): isBehindBlank
        default: false
        }
      if isSign {
        let index = text.utf8.index(text.startIndex, offsetBy: place)
        return (text[..<index], text.unicodeScalars.index(after: index))
      }
      isBehindBlank = byte == 32
      count += 1
      if count == 60 { break }
    }
    return nil
  }

  /// Whether a word for an example may stand in a text: all of `examples` have `pl`, `pi` or `例` in them.
  private static func mayNameExample(_ text: String) -> Bool {
    let bytes = text.utf8.span
    return bytes.indices.dropLast().contains { place in
      let next = bytes[place + 1]
      if bytes[place] == 0xE4 { return next == 0xBE }
      guard bytes[place] | 0x20 == UInt8(ascii: "p") else { return false }
      return next | 0x20 == UInt8(ascii: "l") || next | 0x20 == UInt8(ascii: "i")
    }
  }

  private static func role(of entry: Vocabulary.Entry) -> ExampleRole? {
    switch entry {
    case .good, .example: .good
    case .bad: .bad
    case .borderline: .borderline
    case .rule, .edgeCase, .contrast, .group, .tool: nil
    }
  }

  private static let examples = ["example", "beispiel", "exemple", "ejemplo", "例"]

  /// In small letters.
  private static let roles: [String: Vocabulary.Entry] = [
    "good example": .good, "positive example": .good, "correct example": .good, "correct": .good,
    "right": .good, "positive": .good, "do": .good, "do this": .good,
    "bad example": .bad, "negative example": .bad, "incorrect example": .bad,
    "wrong example": .bad, "wrong": .bad, "incorrect": .bad, "negative": .bad,
    "counterexample": .bad, "counter-example": .bad, "counter example": .bad,
    "non-example": .bad, "nonexample": .bad, "don't": .bad, "don\u{2019}t": .bad, "dont": .bad,
    "do not": .bad, "not like this": .bad, "avoid": .bad, "mistake": .bad,
    "common mistake": .bad, "typical mistake": .bad,
    "borderline example": .borderline,
    "gutes beispiel": .good, "richtiges beispiel": .good, "positives beispiel": .good,
    "positivbeispiel": .good, "korrekt": .good, "positiv": .good,
    "schlechtes beispiel": .bad, "falsches beispiel": .bad, "negatives beispiel": .bad,
    "negativbeispiel": .bad, "gegenbeispiel": .bad, "negativ": .bad, "nicht richtig": .bad,
    "fehler": .bad, "häufiger fehler": .bad, "typischer fehler": .bad, "fehlerhaft": .bad,
    "so nicht": .bad, "nicht so": .bad, "inkorrekt": .bad,
    "grenzwertiges beispiel": .borderline,
    "bon exemple": .good, "exemple correct": .good, "exemple positif": .good, "à faire": .good,
    "mauvais exemple": .bad, "exemple incorrect": .bad, "exemple négatif": .bad,
    "contre-exemple": .bad, "contrexemple": .bad, "erreur": .bad, "à ne pas faire": .bad,
    "à éviter": .bad,
    "buen ejemplo": .good, "ejemplo correcto": .good, "ejemplo positivo": .good,
    "mal ejemplo": .bad, "ejemplo incorrecto": .bad, "ejemplo negativo": .bad,
    "contraejemplo": .bad, "así no": .bad, "no hacer": .bad,
    "正しい例": .good, "正解": .good, "正解例": .good, "正例": .good,
    "反例": .bad, "負例": .bad, "誤例": .bad, "誤った例": .bad, "間違った例": .bad, "良くない例": .bad,
    "よくない例": .bad, "ng例": .bad, "失敗例": .bad, "間違い": .bad, "誤り": .bad, "不正解": .bad,
  ]
}
