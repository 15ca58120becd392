internal import RubricaModel
internal import RubricaSource

/// A grammar as far as JSON Schema can say it. What depends on the letter case of words, or on where
/// a sentence starts, is left to the compiler's own check: nothing right is refused here.
enum GrammarSchema {
  /// A pattern that the text has, or must not have.
  struct Constraint {
    let pattern: String
    var isForbidden = true

    func write(to list: inout JSONWriter) {
      list.object { schema in
        if isForbidden {
          schema.member("not", object: { $0.member("pattern", pattern) })
        } else {
          schema.member("pattern", pattern)
        }
      }
    }
  }

  static func constraints(_ grammar: TextGrammar) -> [Constraint] {
    var all: [Constraint] = []
    if let tags = tags(grammar) { all.append(Constraint(pattern: tags, isForbidden: false)) }
    // Tags are not words: a rule about characters holds only if no tag breaks it.
    let written = grammar.tags.map { grammar.written($0) + "/" }.joined()
    func forbid(_ set: String, unlessIn isInTag: (Unicode.Scalar) -> Bool) {
      guard !written.unicodeScalars.contains(where: isInTag) else { return }
      all.append(Constraint(pattern: "[\(set)]"))
    }
    if let characters = grammar.forbiddenCharacters?.value {
      let set = PatternLiteral.escapedInSet(characters)
      forbid(set) { characters.unicodeScalars.contains($0) }
    }
    if grammar.numbers?.value == .words { forbid("0-9") { ("0"..."9").contains($0) } }
    switch grammar.letterCase?.value {
    case .lower: forbid("A-Z") { ("A"..."Z").contains($0) }
    case .upper: forbid("a-z") { ("a"..."z").contains($0) }
    case .sentence, nil: break
    }
    for spelling in grammar.spellings {
      let word = PatternLiteral.escaped(spelling.wrong.value)
      all.append(Constraint(pattern: "(?:^|\(edge))\(word)(?:$|\(edge))"))
    }
    return all
  }

  /// What surely stands beside a word.
  private static let edge = "[\\s.,;:!?\"()]"

  private static func tags(_ grammar: TextGrammar) -> String? {
    guard !grammar.tags.isEmpty else { return nil }
    let open = PatternLiteral.escaped(String(grammar.brackets.open))
    let close = PatternLiteral.escaped(String(grammar.brackets.close))
    let ids = grammar.tags.map { tag in
      (tag.isPaired ? "/?" : "") + PatternLiteral.escaped(tag.id.value)
    }
    return "^(?:[^\(open)]|\(open)(?:\(ids.joined(separator: "|")))\(close))*$"
  }

  /// The rules in words, for the description of the field.
  static func words(_ grammar: TextGrammar) -> [String] {
    var words = grammar.tags.map { tag in
      (tag.isPaired
        ? grammar.written(tag) + "…" + grammar.written(tag, isEnd: true) : grammar.written(tag))
        + (tag.means.map { ": \($0.value)" } ?? "")
    }
    if let characters = grammar.forbiddenCharacters {
      words.append("not the characters " + characters.value)
    }
    words += grammar.spellings.map { spelling in
      "not \(spelling.wrong.value)" + (spelling.right.map { ", but \($0.value)" } ?? "")
    }
    switch grammar.letterCase?.value {
    case .lower: words.append("lower-case letters only")
    case .upper: words.append("capital letters only")
    case .sentence: words.append("a capital letter at the start")
    case nil: break
    }
    switch grammar.numbers?.value {
    case .words: words.append("numbers in words")
    case .digits: words.append("numbers in digits")
    case nil: break
    }
    return words
  }
}
