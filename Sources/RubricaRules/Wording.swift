internal import RubricaModel
internal import RubricaSource

/// Pieces of messages that several checks share.
enum Wording {
  /// "`a`, `b` and `c`"; a long list ends in "and 7 more".
  static func list(_ words: some Sequence<String>, limit: Int = 8) -> String {
    let all = Array(words)
    var shown = all.prefix(all.count > limit + 1 ? limit : all.count).map { "`\($0)`" }
    let rest = all.count - shown.count
    if rest > 0 { shown.append("\(rest) more") }
    guard let last = shown.popLast() else { return "nothing" }
    return shown.isEmpty ? last : shown.joined(separator: ", ") + " and " + last
  }

  /// "one mark", "3 marks".
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? "one \(one)" : "\(number) \(many)"
  }

  /// The first words of a text, for a message.
  static func excerpt(_ text: String, limit: Int = 40) -> String {
    text.shortened(to: limit)
  }

  /// "`occluded` is `most` and `light` is not `day` or `dusk`".
  static func condition(_ condition: Condition) -> String {
    condition.tests.map { test in
      let values = test.values.map { "`\($0.value)`" }.joined(separator: " or ")
      return "`\(test.attribute.value)` is \(test.isNegated ? "not " : "")\(values)"
    }.joined(separator: " and ")
  }
}

extension [HistoryProblem.Change] {
  /// The first of them, each with its place.
  var notes: [Diagnostic.Note] {
    let shown = count > 7 ? 6 : count
    var notes = prefix(shown).map { Diagnostic.Note($0.words, at: $0.place) }
    if count > shown { notes.append(.init("and \(count - shown) more: see `rubrica diff`")) }
    return notes
  }
}
