internal import RubricaModel
internal import RubricaSource

/// Reads the fields of one mapping: reports what is wrong and goes on, and in the end reports every
/// key that nobody asked for.
struct FieldReader {
  private let fields: [DataNode.Field]
  let span: Span
  /// What the mapping is, in words: "a layer".
  let owner: String
  private var asked: [String] = []
  private var problems: [Problem] = []

  init(_ node: DataNode, owner: String) {
    self.owner = owner
    span = node.span
    fields = node.fields
    guard case .mapping = node.kind else {
      problems.append(.wrong(node, expected: "keys and values (\(owner))"))
      return
    }
  }

  mutating func node(_ key: String) -> DataNode? {
    asked.append(key)
    guard let value = fields.first(where: { $0.key.value == key })?.value else { return nil }
    if case .scalar(let text, true) = value.kind, text.isEmpty || text == "~" || text == "null" {
      return nil
    }
    return value
  }

  mutating func text(_ key: String) -> Located<String>? {
    guard let node = node(key) else { return nil }
    guard let text = node.text else {
      problems.append(.wrong(node, expected: "text"))
      return nil
    }
    return text
  }

  mutating func required(_ key: String) -> Located<String>? {
    guard let node = node(key) else {
      problems.append(Problem(.missingKey(key, owner: owner), at: span))
      return nil
    }
    guard let text = node.text else {
      problems.append(.wrong(node, expected: "text"))
      return nil
    }
    return text
  }

  mutating func integer(_ key: String) -> Located<Int>? {
    guard let node = node(key) else { return nil }
    guard let value = node.integer else {
      problems.append(.wrong(node, expected: "a whole number"))
      return nil
    }
    return Located(value, node.span)
  }

  mutating func number(_ key: String) -> Located<Double>? {
    guard let node = node(key) else { return nil }
    guard let value = node.number else {
      problems.append(.wrong(node, expected: "a number"))
      return nil
    }
    return Located(value, node.span)
  }

  mutating func boolean(_ key: String) -> Located<Bool>? {
    guard let node = node(key) else { return nil }
    switch node.kind {
    case .scalar("true", isPlain: true): return Located(true, node.span)
    case .scalar("false", isPlain: true): return Located(false, node.span)
    default:
      problems.append(.wrong(node, expected: "`true` or `false`"))
      return nil
    }
  }

  /// One of the words of an enumeration.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String
  ) -> Located<Choice>? where Choice.RawValue == String {
    guard let node = node(key) else { return nil }
    if let text = node.text, let choice = Choice(rawValue: text.value) {
      return Located(choice, text.span)
    }
    let words = Choice.allCases.map(\.rawValue)
    problems.append(
      .wrong(
        node, expected: "one of " + words.map { "`\($0)`" }.joined(separator: ", "),
        suggestion: node.text.flatMap { Suggestion.nearest(to: $0.value, among: words) }))
    return nil
  }

  /// A list of texts; a single text stands for a list of one.
  mutating func texts(_ key: String) -> [Located<String>] {
    guard let node = node(key) else { return [] }
    if let text = node.text { return [text] }
    guard case .list(let items) = node.kind else {
      problems.append(.wrong(node, expected: "a list of texts"))
      return []
    }
    return items.compactMap { item in
      if let text = item.text { return text }
      problems.append(.wrong(item, expected: "text"))
      return nil
    }
  }

  mutating func list(_ key: String) -> [DataNode] {
    guard let node = node(key) else { return [] }
    guard case .list(let items) = node.kind else {
      problems.append(.wrong(node, expected: "a list"))
      return []
    }
    return items
  }

  mutating func report(_ problem: Problem) { problems.append(problem) }

  /// The fields that nobody asked for yet.
  var rest: [DataNode.Field] { fields.filter { !asked.contains($0.key.value) } }

  /// Reports what was found, and each key that is left over.
  consuming func finish(_ problems: inout [Problem]) {
    problems.append(contentsOf: self.problems)
    for field in rest {
      problems.append(
        Problem(.unknownKey(field.key.value, known: asked, owner: owner), at: field.key.span))
    }
  }

  /// Reports what was found; keys that are left over belong to somebody else.
  consuming func finishOpen(_ problems: inout [Problem]) {
    problems.append(contentsOf: self.problems)
  }
}

extension Problem {
  static func wrong(_ node: DataNode, expected: String, suggestion: String? = nil) -> Problem {
    Problem(
      .wrongValue(expected: expected, found: node.description, suggestion: suggestion),
      at: node.span)
  }
}

extension DataNode {
  /// What it is, for a message.
  var description: String {
    switch kind {
    case .scalar(let text, let isPlain):
      isPlain && (text.isEmpty || text == "~" || text == "null")
        ? "nothing" : "`\(text.count > 40 ? text.prefix(40) + "…" : text)`"
    case .list: "a list"
    case .mapping: "keys and values"
    }
  }

  var integer: Int? {
    guard case .scalar(let text, true) = kind else { return nil }
    return Int(text)
  }

  var number: Double? {
    guard case .scalar(let text, true) = kind, let value = Double(text), value.isFinite,
      text.utf8.allSatisfy({ $0 < 0x3A || $0 | 0x20 == UInt8(ascii: "e") })
    else { return nil }
    return value
  }
}
