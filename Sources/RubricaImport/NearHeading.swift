internal import RubricaModel
internal import RubricaSyntax

/// Headings whose words are nearly a reserved one: nobody can say for certain, so they are named in
/// the report and stay.
enum NearHeading {
  static func role(_ title: String, _ page: Page) -> SectionRole? {
    // "Labels and edge cases" holds labels.
    guard LabelHeading.kind(title) == nil else { return nil }
    // The word of another language is said with that language, whose words the others will be.
    if let word = page.vocabulary.section(Reserved.bare(title)), !word.isUnderstood,
      word.foreign != nil, !page.documents.contains(where: { $0.hasLanguage })
    {
      return nil
    }
    let core = HeadingWords.core(title)
    if let role = Vocabulary.synonyms[Reserved.bare(title)] ?? Vocabulary.synonyms[core] {
      return role
    }
    let all = HeadingWords.tokens(core)
    let whole = all.joined(separator: " ")
    if let known = more.first(where: { $0.titles.contains(whole) })?.section { return known }
    if core.contains(" ") || all.count < 2 || all[0] == "tie", isPrecedence(all) {
      return .precedence
    }
    // "Attributes (vehicle boxes)": the word, and more.
    let words = title[HeadingWords.ornament(of: title).endIndex...]
    if page.vocabulary.section(String(words)) == nil, let found = page.vocabulary.section(core),
      found.isUnderstood, found.meaning != .labels
    {
      return found.meaning
    }
    // "Edge cases and how to decide".
    let opened = page.vocabulary.own.sections.first { section in
      opening.contains(section.0) && section.1.contains { core.hasPrefix($0.lowercased() + " ") }
    }
    if let opened { return opened.0 }
    // "Hard cases, and how to resolve them".
    let tokens = HeadingWords.tokens(String(core.prefix { $0 != "," }))
    guard let last = tokens.last, tokens.count <= 5, !tokens.contains(where: others.contains)
    else { return nil }
    let phrase = tokens.prefix { !["for", "of", "in", "de", "du", "da"].contains($0) }
    if tokens.contains(where: checks.contains) { return .selfCheck }
    if phrase.contains(where: { ["case", "cases", "fälle", "cas", "casos"].contains($0) }),
      tokens.contains(where: hard.contains)
    {
      return .edgeCases
    }
    if phrase.contains(where: edges.contains) { return .edgeCases }
    if phrase.last.map({ rules.contains($0) }) == true
      || tokens.first.map({ rules.contains($0) }) == true
    {
      return .rules
    }
    if last == "terms", tokens.count <= 3 { return .glossary }
    if steps.contains(last), tokens.count <= 3 { return .steps }
    if last == "examples", tokens.count <= 3,
      ["worked", "canonical", "annotated", "labeled", "labelled", "sample"].contains(tokens[0])
    {
      return .examples
    }
    return nil
  }

  /// Whether what stands under a heading has the form that its words promise.
  static func fits(_ role: SectionRole, _ index: Int, _ page: Page) -> Bool {
    let heading = page.headings[index]
    let hasHeadings = heading.next > index + 1
    let blocks = page.blocks(under: index, isDeep: false)
    if role == .steps {
      let lists = blocks.filter {
        if case .list = page.tree.nodes[$0].kind { true } else { false }
      }
      let isNumbered = lists.contains {
        if case .list(.some, _) = page.tree.nodes[$0].kind { true } else { false }
      }
      // "Step 1", "1. Read the text".
      let below = (index + 1..<max(heading.next, index + 1)).map { page.headings[$0] }
      let titles = below.filter { $0.parent == index }.map(\.title)
      let areSteps =
        HeadingWords.areNumbers(titles.map { HeadingWords.ornament(of: $0) })
        || titles.allSatisfy { title in
          HeadingWords.tokens(HeadingWords.core(title)).first.map(step.contains) == true
        }
      return hasHeadings ? isNumbered || areSteps : isNumbered || lists.count < 2
    }
    // What wins in words alone is no order of labels.
    if role == .precedence { return hasHeadings || blocks.contains(where: page.isListOrTable) }
    let title = HeadingWords.tokens(HeadingWords.core(heading.title)).joined(separator: " ")
    let isLoose = role != .doubt && more.contains { $0.titles.contains(title) }
    return !isLoose || hasHeadings || blocks.contains(where: page.isListOrTable)
  }

  private static let step: Set<String> = [
    "step", "schritt", "étape", "paso", "passo", "phase", "stage",
  ]

  /// "Priority rules", "Tie-breaking".
  private static func isPrecedence(_ words: [String]) -> Bool {
    guard let last = words.last, words.count <= 5 else { return false }
    if words.contains(where: ties.contains) { return true }
    // "Tie handling rules" are of an answer "tie".
    if words.contains("tie") { return words.contains(where: breaks.contains) }
    return words.dropLast().contains(where: priorities.contains)
      && (orders.contains(last) || rules.contains(last))
      || words.count > 1 && words[1...].contains(where: priorities.contains)
        && (orders.contains(words[0]) || rules.contains(words[0]))
  }

  private static let ties: Set<String> = [
    "precedence", "tiebreak", "tiebreaker", "tiebreakers", "tiebreaking", "vorrangregeln",
    "prioritätsregeln", "vorrangregel", "préséance", "précédence", "precedencia",
  ]
  private static let priorities: Set<String> = [
    "priority", "priorities", "vorrang", "priorität", "priorité", "priorités", "prioridad",
    "prioridade", "severity",
  ]
  private static let orders: Set<String> = [
    "order", "ranking", "hierarchy", "ordre", "orden", "ordem", "reihenfolge",
  ]
  private static let breaks: Set<String> = ["breaking", "break", "breaker", "breakers"]

  /// Titles of sections, cut at signs, that no table of the language has. Other things stand under them,
  /// too, without lists and headings below.
  private static let more: [(section: SectionRole, titles: Set<String>)] = [
    (
      .rules,
      [
        "general principles", "core principles", "annotation principles", "labeling principles",
        "labelling principles", "guiding principles", "key principles", "general guidelines",
        "conventions", "annotation conventions", "labeling conventions", "general conventions",
        "do s and don ts", "dos and don ts", "dos and donts", "do and don t", "common mistakes",
        "common errors", "frequent mistakes", "pitfalls", "common pitfalls",
        "grundsätze", "allgemeine grundsätze", "annotationsprinzipien", "konventionen",
        "annotationsregeln", "häufige fehler", "typische fehler", "principes généraux",
        "principes d annotation", "conventions d annotation", "erreurs fréquentes",
        "erreurs courantes", "pièges", "pièges fréquents", "principios generales",
        "principios de anotación", "convenciones", "convenciones de anotación", "errores comunes",
        "errores frecuentes", "princípios gerais", "convenções", "erros comuns", "一般原則", "基本原則",
        "アノテーションの原則", "よくある間違い", "よくある誤り",
      ]
    ),
    (
      .edgeCases,
      [
        "ambiguities", "gray areas", "grey areas", "gray zones", "grey zones", "common confusions",
        "frequent confusions", "confusions", "ambiguous words", "ambiguous examples",
        "mehrdeutigkeiten", "graubereiche", "häufige verwechslungen", "verwechslungen",
        "ambiguïtés", "zones grises", "confusions fréquentes", "confusions courantes",
        "ambigüedades", "zonas grises", "confusiones frecuentes", "confusiones comunes",
        "ambiguidades", "迷いやすいケース", "迷いやすい例", "曖昧な例", "曖昧なケース",
      ]
    ),
    (
      .steps,
      [
        "steps for annotation", "steps for annotating", "steps for labeling", "annotation process",
        "labeling process", "labelling process", "annotation steps", "how to annotate",
        "how to label", "decision tree", "decision flow", "decision process", "decision flowchart",
        "step by step", "step by step guide", "annotationsprozess", "annotationsablauf", "ablauf",
        "schritt für schritt", "entscheidungsbaum", "procédure", "procédure d annotation",
        "démarche", "démarche d annotation", "processus d annotation", "arbre de décision",
        "étape par étape", "procedimiento", "procedimiento de anotación", "proceso de anotación",
        "paso a paso", "árbol de decisión", "procedimento", "processo de anotação",
        "árvore de decisão", "作業の流れ", "判断フロー", "アノテーション手順", "アノテーションの手順",
      ]
    ),
    (
      .doubt,
      [
        "handling uncertainty", "dealing with uncertainty", "when to skip", "uncertainty",
        "umgang mit unsicherheit", "unsicherheit", "gestion de l incertitude", "en cas de doutes",
        "manejo de la incertidumbre", "cómo tratar la duda", "判断に迷うとき", "判断に迷った場合",
      ]
    ),
    (
      .examples,
      [
        "kommentierte beispiele", "exemples commentés", "exemples annotés", "ejemplos comentados",
        "ejemplos anotados", "exemplos comentados", "注釈付きの例",
      ]
    ),
  ]

  /// Sections whose words open no other heading.
  private static let opening: Set<SectionRole> = [.edgeCases, .selfCheck, .attributes]

  private static let others: Set<String> = ["how", "what", "why", "when", "whether", "label"]
  private static let checks: Set<String> = ["checklist", "checkliste"]
  private static let rules: Set<String> = [
    "rules", "regeln", "règles", "reglas", "regras", "regole", "regels", "regler", "reguły",
  ]
  private static let hard: Set<String> = [
    "hard", "difficult", "tricky", "ambiguous", "special", "corner", "borderline", "edge",
    "unclear", "boundary", "limit", "unklare", "schwierige", "ambigus", "difficiles", "limites",
    "difíciles", "ambiguos", "límite", "limite", "difíceis", "ambíguos", "particuliers", "spéciaux",
    "délicats", "especiales", "particulares", "dudosos",
  ]
  private static let edges: Set<String> = [
    "grenzfälle", "sonderfälle", "zweifelsfälle", "特殊ケース", "特殊な例", "難しいケース", "例外",
    "判断に迷う例",
  ]
  private static let steps: Set<String> = [
    "procedure", "steps", "workflow", "walkthrough", "vorgehen", "arbeitsablauf",
  ]
}
