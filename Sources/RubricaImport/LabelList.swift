internal import RubricaSource
internal import RubricaSyntax

/// A list whose every item is a name and its definition.
struct LabelList {
  let items: [LabelItem]

  var names: [String] { items.map { $0.name } }

  /// Whether its items have numbers.
  let areNumbered: Bool

  static func read(_ list: Int, _ page: Page) -> Result<LabelList, Refusal> {
    var items: [LabelItem] = []
    // Names without marks are as certain where all are alike.
    let plain = page.tree.children(of: list).map { LabelItem($0, isPlain: true, page) != nil }
    let isPlain = plain.count > 1 && !plain.contains(false)
    var areNumbered = false
    if case .list(.some, _) = page.tree.nodes[list].kind { areNumbered = true }
    if isPlain, areNumbered {
      return .failure(
        Refusal(
          reason: "its items have numbers, and their names no marks",
          remedy: "make the names bold and import again, or make each label a heading"))
    }
    for node in page.tree.children(of: list) {
      guard let item = LabelItem(node, isPlain: isPlain, page) else {
        if let refusal = undefined(Array(page.tree.children(of: list)), page) {
          return .failure(refusal)
        }
        let words = MarkupRules.excerpt(page.words(node))
        return .failure(Refusal(reason: "\"\(words)\" is not a bold name with its definition"))
      }
      items.append(item)
    }
    let names = items.map { $0.name }
    if let problem = LabelName.problem(in: names, .item, page.vocabulary) {
      return .failure(Refusal(reason: problem))
    }
    return .success(LabelList(items: items, areNumbered: areNumbered))
  }

  /// Why items are no labels that are names all, and some or all of them nothing else.
  private static func undefined(_ items: [Int], _ page: Page) -> Refusal? {
    let others = items.filter {
      LabelItem($0, page) == nil && LabelItem($0, isPlain: true, page) == nil
    }
    guard let first = others.first, others.allSatisfy({ isBareName($0, page) }) else { return nil }
    if others.count == items.count {
      return Refusal(reason: "no definitions stand behind its names")
    }
    return Refusal(
      reason: "no definition stands behind \"\(MarkupRules.excerpt(page.words(first)))\"",
      remedy: "write one there and import again, or make each label a heading")
  }

  /// Whether an item is one short name, in bold, as code or plain, and nothing else.
  private static func isBareName(_ item: Int, _ page: Page) -> Bool {
    let words = page.words(item)
    return page.tree.children(of: item).count(where: { _ in true }) == 1
      && LabelName.isBare(words)
  }

  func edit(level: Int, _ group: inout EditGroup) {
    for (position, item) in items.enumerated() {
      item.edit(level: level, isFirst: position == 0, &group)
    }
  }
}
