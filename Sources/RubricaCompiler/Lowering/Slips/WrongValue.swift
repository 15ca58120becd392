internal import RubricaModel
internal import RubricaSource

extension Problem {
  static func wrong(_ node: DataNode, expected: String, suggestion: String? = nil) -> Problem {
    Problem(
      .wrongValue(expected: expected, found: node.description, suggestion: suggestion),
      at: node.span)
  }

  /// A value that should be a single one: of a list of one, that is what was meant.
  static func wrongSingle(_ node: DataNode, expected: String) -> Problem {
    let only = node.items.count == 1 ? node.items[0].text?.value : nil
    return wrong(node, expected: expected, suggestion: only)
  }

  /// A value that should be one of these words.
  static func wrong(_ node: DataNode, outOf words: [String]) -> Problem {
    wrong(
      node, expected: oneOf(words),
      suggestion: node.text.flatMap { Suggestion.nearest(to: $0.value, among: words) })
  }

  static func oneOf(_ words: [String]) -> String {
    "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
  }

  /// A value that would be right but for the quotes around it, which make it a text; or one that is wrong as
  /// it is.
  static func wrong(
    _ node: DataNode, expected: String, isRight: (DataNode) -> Bool
  ) -> Problem {
    guard let bare = node.withoutQuotes, isRight(bare), let value = bare.text?.value else {
      return wrong(node, expected: expected)
    }
    return Problem(
      .wrongValue(
        expected: expected, found: "`\"\(value)\"`, a text because of its quotes",
        suggestion: value), at: node.span)
  }

  /// A list of so many numbers, some of them in quotes; or one that is wrong as it is.
  static func wrongNumbers(_ node: DataNode, expected: String, count: Int) -> Problem {
    if let meant = node.numbersMeant(count) {
      let found: String
      if case .mapping(let fields) = node.kind {
        found = "`{\(fields.map(\.key.value).joined(separator: ", "))}`"
      } else {
        found = node.description
      }
      return Problem(
        .wrongValue(
          expected: expected, found: found, suggestion: "[\(meant.joined(separator: ", "))]"),
        at: node.span)
    }
    guard node.hasNumberInQuotes else { return wrong(node, expected: expected) }
    let bare = node.items.map { $0.withoutQuotes ?? $0 }
    let isRight = bare.count == count && bare.allSatisfy { $0.number != nil }
    return Problem(
      .wrongValue(
        expected: expected, found: "numbers in quotes, which make texts of them",
        suggestion: isRight
          ? "[\(bare.compactMap { $0.text?.value }.joined(separator: ", "))]" : nil),
      at: node.span)
  }

  static func unusual(_ node: DataNode, expected: String, suggestion: String? = nil) -> Problem {
    Problem(
      .unusualValue(expected: expected, found: node.description, suggestion: suggestion),
      at: node.span)
  }
}
