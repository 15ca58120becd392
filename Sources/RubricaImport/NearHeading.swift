internal import RubricaModel

/// Headings whose words are nearly a reserved one: nobody can say for certain, so they are named in
/// the report and stay.
enum NearHeading {
  static func role(_ title: String, _ page: Page) -> SectionRole? {
    // "Labels and edge cases" holds labels.
    guard LabelHeading.kind(title) == nil else { return nil }
    let core = HeadingWords.core(title)
    if let role = Vocabulary.synonyms[Reserved.bare(title)] ?? Vocabulary.synonyms[core] {
      return role
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
