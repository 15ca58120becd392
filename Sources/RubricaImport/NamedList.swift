internal import RubricaSyntax

/// A list whose every item is a name and what it means: labels, terms, or the parts of an example.
struct NamedList {
  let list: Int
  /// In small letters, without colons.
  let names: [String]
  /// Whether it stands under a heading that is about labels.
  let mayBeLabels: Bool

  init?(_ list: Int, mayBeLabels: Bool, _ page: Page) {
    let items = Array(page.tree.children(of: list))
    let names = items.compactMap { Self.name($0, isPlain: mayBeLabels, page) }
    guard items.count > (mayBeLabels ? 1 : 2), names.count == items.count else { return nil }
    self.list = list
    self.names = names.map(Reserved.bare)
    self.mayBeLabels = mayBeLabels
  }

  /// Whether names say what is right and what is wrong.
  var saysVerdict: Bool {
    names.contains(where: Self.right.contains) && names.contains(where: Self.wrong.contains)
  }

  private static let right: Set<String> = [
    "correct", "right", "good", "do", "valid", "richtig", "gut", "juste", "bon", "correcto",
    "bien", "正しい", "正", "良い例",
  ]
  private static let wrong: Set<String> = [
    "incorrect", "wrong", "bad", "don't", "don\u{2019}t", "do not", "invalid", "falsch", "schlecht",
    "faux", "mauvais", "incorrecto", "mal", "誤り", "誤", "悪い例",
  ]

  /// The name of an item before a colon or a dash. A plain one has a colon, and few words.
  private static func name(_ item: Int, isPlain: Bool, _ page: Page) -> String? {
    guard let paragraph = page.tree.children(of: item).first(where: { _ in true }) else {
      return nil
    }
    let inlines = Array(page.tree.children(of: paragraph))
    guard let first = inlines.first else { return nil }
    switch page.tree.nodes[first].kind {
    case .strong, .code, .link: break
    case .text(let text) where isPlain:
      guard let colon = text.firstIndex(of: ":") else { return nil }
      let name = text[..<colon]
      let isShort = name.utf8.count <= 40 && name.split(separator: " ").count <= 4
      return !name.isEmpty && isShort ? String(name) : nil
    default: return nil
    }
    let name = page.words(first)
    guard inlines.count > 1, name.utf8.count <= 60, !name.hasSuffix(".") else { return nil }
    if name.hasSuffix(":") { return name }
    guard case .text(let text) = page.tree.nodes[inlines[1]].kind else { return nil }
    return [":", " :", " - ", " – ", " — "].contains { text.hasPrefix($0) } ? name : nil
  }
}
