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
    if let known = loose(all) ?? eastern(core) { return known }
    // "Golden rule"
    if all.count > 1, areQualified(all, oneRule) { return .rules }
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
    let phrase = tokens.prefix { !prepositions.contains($0) }
    guard let last = tokens.last, tokens.count <= 9, tokens.count <= 5 || phrase.count <= 4,
      !tokens.contains(where: others.contains)
    else { return nil }
    if tokens.contains(where: checks.contains) { return .selfCheck }
    if phrase.contains(where: cases.contains), tokens.contains(where: hard.contains) {
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
    let core = HeadingWords.core(heading.title)
    let isLoose =
      role != .doubt && (loose(HeadingWords.tokens(core)) != nil || eastern(core) != nil)
    return !isLoose || hasHeadings || blocks.contains(where: page.isListOrTable)
  }

  /// What words may stand over that stand over other things, too: a title of `more`, or a noun with
  /// words that say how general it is, "Common annotation challenges".
  private static func loose(_ words: [String]) -> SectionRole? {
    let whole = words.joined(separator: " ")
    if let known = more.first(where: { $0.titles.contains(whole) })?.section { return known }
    guard words.count <= 7 else { return nil }
    if byStep.contains(where: { words.starts(with: $0) }) { return .steps }
    let phrase = Array(words.prefix { !prepositions.contains($0) })
    if areQualified(phrase, principles) || areQualified(words, principles) { return .rules }
    if words.count > 1, areQualified(words, onePrinciple) { return .rules }
    // "Keypoint placement principles"
    if phrase.count <= 4, let last = phrase.last, last == "principles" || last == "tips" {
      return .rules
    }
    if words.contains(where: frequent.contains), areQualified(words, mistakes) { return .rules }
    guard words.count > 1 else { return nil }
    if areQualified(words, challenges) { return .edgeCases }
    return areQualified(words, flows) && words.contains(where: works.contains) ? .steps : nil
  }

  /// Whether words are nouns of a kind, and else only say how general or important these are.
  private static func areQualified(_ words: [String], _ nouns: Set<String>) -> Bool {
    words.contains(where: nouns.contains)
      && words.allSatisfy {
        nouns.contains($0) || general.contains($0) || frequent.contains($0) || works.contains($0)
      }
  }

  /// What the end of a title says in languages without blanks, and in Korean: "标注规则", "라벨링 규칙".
  private static func eastern(_ core: String) -> SectionRole? {
    guard core.utf8.last.map({ $0 >= 0x80 }) == true, core.count <= 20 else { return nil }
    return ends.first { $0.ends.contains(where: core.hasSuffix) }?.section
  }

  /// Whether a title is "Do annotate" or the like, or that it is to be left.
  static func allows(_ title: String) -> Bool { dos.contains(HeadingWords.core(title)) }

  static func forbids(_ title: String) -> Bool {
    donts.contains(HeadingWords.core(title).replacing("\u{2019}", with: "'"))
  }

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
}
