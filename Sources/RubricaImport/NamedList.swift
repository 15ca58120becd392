internal import RubricaSyntax

/// A list whose every item is a name and what it means: labels, terms, or the parts of an example.
struct NamedList {
  let list: Int
  /// In small letters, without colons.
  let names: [String]
  /// Whether it stands under a heading that is about labels, or is a name and what is not it.
  let mayBeLabels: Bool

  init?(_ list: Int, mayBeLabels: Bool, _ page: Page) {
    let items = Array(page.tree.children(of: list))
    let names = items.compactMap { Self.name($0, isPlain: mayBeLabels, page) }
    guard items.count > 1, names.count == items.count else { return nil }
    self.list = list
    self.names = names.map(Reserved.bare)
    self.mayBeLabels = mayBeLabels || Self.areContrary(self.names)
    guard self.mayBeLabels || items.count > 2,
      self.names.count(where: Self.headsPart) < min(2, items.count)
    else { return nil }
  }

  /// Whether one of two names says that something is not the other: "Spam" and "Not spam".
  private static func areContrary(_ names: [String]) -> Bool {
    guard names.count == 2 else { return false }
    return zip(names, names.reversed()).contains { name, other in
      denials.contains { other == $0 + name }
    }
  }

  private static let denials = [
    "not ", "don't ", "don\u{2019}t ", "do not ", "non-", "non ", "no ", "un", "nicht ", "kein ",
    "keine ", "pas de ", "ne pas ", "pas ", "não ",
    "sem ", "sin ", "ne ", "nije ",
  ]

  /// Whether a name heads a part of a text, as "Definition" and "Option A" do: lists of them are no
  /// labels.
  private static func headsPart(_ name: String) -> Bool {
    if parts.contains(name) || LabelPart.isDefinition(name) { return true }
    let words = name.split(separator: " ")
    guard words.count == 2, let first = words.first, let last = words.last else { return false }
    return numbered.contains(String(first)) && (last.count == 1 || Int(last) != nil)
  }

  private static let parts: Set<String> = [
    "annotation", "annotations", "answer", "example", "examples", "explanation", "format", "goal",
    "input", "label", "labels", "mode", "note", "notes", "output", "purpose", "question",
    "rationale",
    "reason", "recommendation", "rule", "scope", "span", "task", "text", "tool", "turn",
    "antwort", "anmerkung", "aufgabe", "begründung", "beispiel", "beispiele", "empfehlung", "frage",
    "grund", "hinweis", "regel", "werkzeug", "ziel", "exemple", "exemples", "objectif", "raison",
    "recommandation", "règle", "remarque", "réponse", "ejemplo", "ejemplos", "herramienta",
    "motivo", "nota", "objetivo", "pregunta", "recomendación", "regla", "respuesta", "exemplo",
    "exemplos", "ferramenta", "pergunta", "recomendação", "regra", "resposta",
  ]
  private static let numbered: Set<String> = [
    "option", "step", "case", "example", "variante", "schritt", "fall", "beispiel", "étape", "cas",
    "exemple", "opción", "paso", "caso", "ejemplo", "opção", "passo", "exemplo",
  ]

  /// Whether names say what is right and what is wrong.
  var saysVerdict: Bool { Self.sayVerdict(names) }

  /// The same of the words over columns: "Use" and "Don't use".
  static func sayVerdict(_ words: [String]) -> Bool {
    let names = words.map(Reserved.bare)
    return names.contains(where: right.contains) && names.contains(where: wrong.contains)
      || areContrary(names) && names.contains(where: uses.contains)
  }

  private static let uses: Set<String> = ["use", "verwenden", "utiliser", "usar"]

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
    case .emphasis where page.isBoldEmphasis(first): break
    case .text(let text) where isPlain:
      guard let colon = text.firstIndex(of: ":") else { return nil }
      let name = text[..<colon]
      return !name.isEmpty && LabelName.isShort(String(name)) ? String(name) : nil
    default: return nil
    }
    let name = page.words(first)
    guard inlines.count > 1, name.utf8.count <= 60, !name.hasSuffix(".") else { return nil }
    if name.hasSuffix(":") { return name }
    guard case .text(let text) = page.tree.nodes[inlines[1]].kind else { return nil }
    return [":", " :", " - ", " -- ", " – ", " — "].contains { text.hasPrefix($0) } ? name : nil
  }
}
