internal import RubricaModel
internal import RubricaSource

/// What the value of a key looks like, for people who have written something else in its place.
extension Problem {
  /// Something else where keys and values should be: with a line of them as it is written.
  static func notMapping(_ node: DataNode, _ keys: Keys, owner: String) -> Problem {
    if case .list = node.kind, let row = keys.row(keys.name), case .list = row.value {
      return wrong(
        node, expected: "keys and values for \(owner): a line `\(row.name):` above the list")
    }
    let text = node.text?.value
    return wrong(
      node, expected: "keys and values for \(owner), as in `\(keys.sample)`",
      suggestion: text.flatMap { keys.mapping(of: $0) })
  }

  /// Something else where a list of such values should be.
  static func notList(
    _ node: DataNode, of value: Key.Value?, isCut: Bool = false
  ) -> Problem {
    let items = value?.itemsOfList
    if case .mapping(let fields) = node.kind, let first = fields.first,
      items?.takesKeys ?? false
    {
      return wrong(
        node,
        expected: "a list, where each item begins with `- `, as in `- \(first.key.value): …`")
    }
    let sample = items.map { $0.takesKeys ? "[\($0.sample)]" : "[a, b]" }
    return wrong(
      node, expected: "a list" + (sample.map { ", as in `\($0)`" } ?? ""),
      suggestion: isCut ? nil : node.text.flatMap { Self.list(from: $0.value, items) })
  }

  /// `a; b` in brackets and with commas. One word is an item, unless it may stand for more.
  private static func list(from text: String, _ items: Key.Value?) -> String? {
    let signs = "[]{}\"'#:"
    let parts = text.split { ",;/|•·".contains($0) }
      .map { $0.split(separator: " ").joined(separator: " ") }
    guard !parts.isEmpty, !text.contains(where: { signs.contains($0) }),
      parts.allSatisfy({ !$0.isEmpty })
    else { return nil }
    if parts.count == 1 {
      guard let items, items.takesText, !text.contains(" ") else { return nil }
    }
    return "[\(parts.joined(separator: ", "))]"
  }
}

extension Keys {
  /// `{id: …, means: skip-item}`: the keys that must be there, or else the first, two of them at least.
  fileprivate var sample: String {
    var shown = rows.filter { $0.isRequired && $0.choices == nil }
    for row in rows where shown.count < 2 && !row.isRequired && row.choices == nil {
      shown.append(row)
    }
    return "{\(shown.map { "\($0.name): \($0.value.sample)" }.joined(separator: ", "))}"
  }

  /// A text as the value of the key that it is for, if no other key must be there.
  fileprivate func mapping(of text: String) -> String? {
    let needed = rows.filter(\.isRequired)
    guard needed.count < 2, let key = needed.first ?? rows.first,
      ["id", "name", "label", "category"].contains(key.name),
      !text.contains(where: { ":,{}[]#&*!|>'\"%@`".contains($0) })
    else { return nil }
    return "{\(key.name): \(text)}"
  }
}

extension Key.Value {
  fileprivate var sample: String {
    switch self {
    case .text, .pattern, .scalar, .form, .usually: "…"
    case .integer, .number: "1"
    case .boolean: "true"
    case .exactly(let number): "\(number)"
    case .oneOf(let words): words.first ?? "…"
    case .list, .pair: "[…]"
    case .oneOrMore(let value): value.sample
    case .mapping(let keys): keys.sample
    case .named: "{…}"
    case .either(let first, let second): first.takesKeys ? first.sample : second.sample
    case .nothing: "…"
    }
  }

  /// What the items of a list are; nil for what is none.
  fileprivate var itemsOfList: Key.Value? {
    if case .list(let items) = self { items } else { nil }
  }

  /// Whether it is a list whose items may be words, such as ids.
  var isListOfWords: Bool {
    switch self {
    case .oneOrMore(.scalar): true
    case .list(let items): items.takesText
    default: false
    }
  }

  /// Whether a text may be one.
  fileprivate var takesText: Bool {
    switch self {
    case .text, .scalar, .oneOf, .form, .usually: true
    case .either(let first, let second): first.takesText || second.takesText
    default: false
    }
  }

  /// Whether keys and values may be one.
  fileprivate var takesKeys: Bool {
    switch self {
    case .mapping, .named: true
    case .either(let first, let second): first.takesKeys || second.takesKeys
    default: false
    }
  }
}
