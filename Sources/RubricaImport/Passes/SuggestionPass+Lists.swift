internal import RubricaModel
internal import RubricaSyntax

/// Lists of names and what they mean.
extension SuggestionPass {
  /// Words of headings under which a name and a text are a rule, a case or a question.
  private static let otherWords: Set<String> = [
    "rule", "rules", "principle", "principles", "instruction", "instructions", "case", "cases",
    "question", "questions", "guideline", "guidelines", "tips", "remarks", "steps", "process",
    "procedure", "workflow", "practices", "adjudication", "review", "checklist", "regeln",
    "grundprinzipien", "prinzipien", "hinweise", "règles", "principes", "consignes", "reglas",
    "principios", "instrucciones", "regras", "princípios", "instruções", "precedents", "contracts",
    "notes", "faq", "pitfalls", "mistakes", "ambiguity", "contact", "contacts", "shortcuts",
    "hotkeys", "team", "kontakt", "ansprechpartner", "tastenkürzel", "contacto", "atajos",
    "raccourcis", "criteria", "criterion", "kriterien", "critères", "criterios", "critérios",
    "keys",
    "screen", "interface",
    "連絡先", "ショートカット",
  ]

  static func suggestLists(_ lists: [NamedList], _ page: Page, _ attempt: inout PassAttempt) {
    let names = Dictionary(lists.flatMap(\.names).map { ($0, 1) }, uniquingKeysWith: +)
    let verdicts = lists.filter(\.saysVerdict)
    if let first = verdicts.first {
      let word = { (entry: Vocabulary.Entry) in "`\(page.vocabulary.word(entry)): …`" }
      attempt.say(
        .suggestion, at: page.range(first.list).lowerBound,
        "\(verdicts.count == 1 ? "a list says" : "\(verdicts.count) lists say") what is right and wrong: "
          + "under a heading \(word(.good)) or \(word(.bad)), a quotation or picture is an example")
    }
    // What several lists have is an aspect of each.
    let shared = Set(names.filter { $0.value > 1 }.keys)
    let own = lists.filter { !$0.saysVerdict && shared.isDisjoint(with: $0.names) }
    let grouped = Dictionary(grouping: own) { groupingHeading(over: $0, page) }
    for list in own {
      let parent = groupingHeading(over: list, page)
      let members = parent.flatMap { grouped[$0] } ?? []
      guard let parent, members.count > 1 else {
        suggest(list, page, &attempt)
        continue
      }
      if let first = members.first, first.list == list.list {
        suggestGroups(under: parent, from: first, page, &attempt)
      }
    }
  }

  private static func suggestGroups(
    under parent: Int, from first: NamedList, _ page: Page, _ attempt: inout PassAttempt
  ) {
    let labels = page.vocabulary.word(SectionRole.labels)
    let group = page.vocabulary.word(Vocabulary.Entry.group)
    attempt.say(
      .suggestion, at: page.range(first.list).lowerBound,
      "the headings under \"\(page.headings[parent].title)\" stand over names of their own: if these are the "
        + "labels, call the section `\(labels)`, put `\(group): ` before each of its headings, and import "
        + "again")
  }

  private static func suggest(_ list: NamedList, _ page: Page, _ attempt: inout PassAttempt) {
    // What is numbered comes one after the other.
    if case .list(.some, _) = page.tree.nodes[list.list].kind, !list.mayBeLabels { return }
    let offset = page.range(list.list).lowerBound
    let labels = page.heading(.labels, below: offset)
    let glossary = page.heading(.glossary, below: offset)
    let what = "a list of \(list.names.count) names and what they mean may be labels"
    attempt.say(
      .suggestion, at: offset,
      list.mayBeLabels
        ? "\(what): put a heading `\(labels)` over it and import again"
        : "\(what) or a glossary: put a heading `\(labels)` or `\(glossary)` over it and import again"
    )
  }

  /// The heading of a section whose headings may group labels, for the list under one of them.
  private static func groupingHeading(over list: NamedList, _ page: Page) -> Int? {
    guard let section = page.section(of: page.range(list.list).lowerBound),
      let parent = page.headings[section].parent, !LabelSection.isTitle(parent, page),
      page.headings[section].next == section + 1,
      page.blocks(under: section, isDeep: false).last == list.list,
      (try? LabelList.read(list.list, page).get()) != nil
    else { return nil }
    return parent
  }

  static func namedList(_ list: Int, behind previous: Int?, _ page: Page) -> NamedList? {
    let section = page.section(of: page.range(list).lowerBound)
    let holdsAnswers = areAnswers(list, behind: previous, page)
    if let section, !holdsAnswers,
      kind(of: page.headings[section], page) != nil
        || HeadingWords.tokens(HeadingWords.core(page.headings[section].title))
          .contains(where: otherWords.contains)
    {
      return nil
    }
    return NamedList(list, mayBeLabels: holdsAnswers || headsLabels(section, page), page)
  }

  /// Whether each item begins with a code, bold or not, and the line before the list says that one of them
  /// is given: "Assign one of three choices:".
  private static func areAnswers(_ list: Int, behind previous: Int?, _ page: Page) -> Bool {
    guard let previous, let sentence = NameSet.sentence(previous, page),
      NameSet.saysLabels(sentence, or: answerWords)
    else { return false }
    return page.tree.children(of: list).allSatisfy { item in
      guard let paragraph = page.tree.children(of: item).first(where: { _ in true }),
        var first = page.tree.children(of: paragraph).first(where: { _ in true })
      else { return false }
      if case .strong = page.tree.nodes[first].kind,
        let inner = page.tree.children(of: first).first(where: { _ in true })
      {
        first = inner
      }
      guard case .code(let code) = page.tree.nodes[first].kind else { return false }
      return LabelName.isID(code)
    }
  }

  /// Words for several answers of which one is given.
  private static let answerWords: Set<String> = [
    "choices", "options", "answers", "verdicts", "outcomes", "judgments", "judgements",
    "antworten", "optionen", "urteile", "choix", "réponses", "respuestas", "opciones", "respostas",
    "opções", "選択肢", "回答",
  ]

  /// Whether the words of a heading are about labels: "Available labels".
  private static func headsLabels(_ heading: Int?, _ page: Page) -> Bool {
    guard let heading else { return false }
    return LabelHeading.kind(page.headings[heading].title) != nil
  }
}
