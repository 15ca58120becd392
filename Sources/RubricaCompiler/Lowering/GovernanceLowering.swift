internal import RubricaModel
internal import RubricaSource

/// governance.yaml: data whose shape is a table of keys.
extension Lowering {
  mutating func lowerGovernance(_ node: DataNode) {
    Keys.governance.check(node, owner: Keys.governance.owner, problems: &guideline.problems)
    guideline.governance = Governance(root: node)
  }
}

extension Keys {
  /// Reports keys and values that the table does not have.
  func check(
    _ node: DataNode, owner: @autoclosure () -> String, problems: inout [Problem]
  ) {
    guard case .mapping(let fields) = node.kind else {
      problems.append(.notMapping(node, self, owner: owner()))
      return
    }
    var next = 0
    for field in fields {
      let key = field.key.value
      // Most authors keep the order of the table.
      guard
        let place = rows[next...].firstIndex(where: { $0.name == key })
          ?? rows[..<next].firstIndex(where: { $0.name == key })
      else {
        problems.append(
          Problem(.unknownKey(key, known: names(), owner: owner()), at: field.key.span))
        continue
      }
      next = place + 1
      rows[place].value.check(field.value, of: key, problems: &problems)
    }
  }
}

extension Key.Value {
  /// `key` is what stands before the node, or before the list that it is an entry of.
  fileprivate func check(
    _ node: DataNode, of key: String, isEntry: Bool = false, problems: inout [Problem]
  ) {
    if node.isNothing { return }
    switch self {
    case .oneOrMore(let value):
      if node.hasText { return value.check(node, of: key, problems: &problems) }
      guard case .list(let items) = node.kind else {
        problems.append(.wrong(node, expected: "a value or a list of values"))
        return
      }
      for item in items {
        if item.hasText {
          value.check(item, of: key, problems: &problems)
        } else {
          problems.append(.wrong(item, expected: "a single value"))
        }
      }
    case .oneOf(let words):
      if let text = node.text, words.contains(text.value) { return }
      problems.append(.wrong(node, outOf: words))
    case .form(let form):
      guard let text = node.text else {
        problems.append(.wrong(node, expected: form.expectation))
        return
      }
      if form.accepts(text.value) { return }
      problems.append(.unusual(node, expected: form.expectation))
    case .usually(let words):
      guard let text = node.text else {
        problems.append(.wrong(node, expected: "a single value"))
        return
      }
      guard let word = Slip.of(text.value, among: words) else { return }
      problems.append(
        .unusual(
          node,
          expected: words.texts.map { "`\($0)`" }.joined(separator: ", ") + ", or another word",
          suggestion: word))
    case .mapping(let keys):
      keys.check(node, owner: isEntry ? "an entry of `\(key)`" : "`\(key)`", problems: &problems)
    case .list(let value):
      guard case .list(let items) = node.kind else {
        problems.append(.notList(node, of: self))
        return
      }
      for item in items { value.check(item, of: key, isEntry: true, problems: &problems) }
      Self.reportRepeatedIDs(of: items, key: key, problems: &problems)
    case .text, .scalar:
      if !node.hasText { problems.append(.wrong(node, expected: "a single value")) }
    case .pattern, .integer, .number, .boolean, .exactly, .pair, .named, .either, .nothing:
      preconditionFailure("governance.yaml has no value of this kind; add it here first")
    }
  }

  /// What refers to an entry by its id finds the first one, and says nothing of the second.
  private static func reportRepeatedIDs(
    of items: [DataNode], key: String, problems: inout [Problem]
  ) {
    guard items.count > 1 else { return }
    var first: [String: Span] = [:]
    for item in items {
      guard let id = item["id"]?.text else { continue }
      if let span = first[id.value] {
        let what = "entry `\(id.value)` of `\(key)`"
        problems.append(Problem(.duplicateDeclaration(what: what, first: span), at: id.span))
      } else {
        first[id.value] = id.span
      }
    }
  }
}
