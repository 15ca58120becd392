internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Headings that are evidently about labels, though no word over them says so: their labels are declared
/// elsewhere, a list above has the same names, each has a code, or its text has its name as code.
enum LabelHintPass: ImportPass {
  static let title = "headings that may be labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    let declared = DeclaredLabels(page)
    let word = page.vocabulary.word(SectionRole.labels)
    for section in sections(page, outline) {
      let isSaid = section.headings.contains {
        attempt.said.contains(page.place(page.headings[$0].range.lowerBound))
      }
      guard !isSaid else { continue }
      let title = section.parent.map { page.headings[$0].title }
      if declared.suggestMove(of: section.headings, under: title, page, &attempt) { continue }
      // What stands under words for labels is told with them.
      guard let parent = section.parent, !LabelSection.isTitle(parent, page),
        !page.path(to: page.headings[parent].range.lowerBound).contains(where: {
          LabelHeading.kind(page.headings[$0].title) != nil
        }),
        section.headings.allSatisfy({ declared.place(of: page.headings[$0], page) == nil })
      else { continue }
      let offset = page.headings[section.headings[0]].range.lowerBound
      let others = unnamed(section.headings, above: parent, page)
      guard
        let reason = others == nil
          ? sign(of: section.headings, page) : "a list above has their names"
      else { continue }
      let rest = (others ?? []).map { "\"\(page.headings[$0].title)\"" }
      attempt.say(
        .suggestion, at: offset,
        "the headings under \"\(page.headings[parent].title)\" may be labels, since \(reason): if they are, "
          + "call the section `\(word)`"
          + (rest.isEmpty ? "" : ", move \(LabelName.listed(rest)) out of it")
          + " and import again")
    }
  }

  /// Headings of the document, two or more, that stand right below the same one.
  private static func sections(
    _ page: Page, _ outline: Outline
  ) -> [(parent: Int?, headings: [Int])] {
    let plain = page.headings.indices.filter {
      outline.roles[$0] == .prose && outline.labels[$0] == nil
        && !page.isStructured(outline, at: page.headings[$0].range.lowerBound)
    }
    return Dictionary(grouping: plain) { page.headings[$0].parent }
      .filter { $0.value.count > 1 }.sorted { $0.value[0] < $1.value[0] }
      .map { (parent: $0.key, headings: $0.value) }
  }

  /// What all headings have that only labels have, in words.
  private static func sign(of headings: [Int], _ page: Page) -> String? {
    let codes = LabelCode.all(of: headings.map { page.headings[$0] }, page) ?? []
    if codes.contains(where: { !$0.mayCount }) { return "each has a code" }
    let areNamed = headings.allSatisfy { index in
      let title = page.headings[index].title
      let name = Slug.make(String(title[HeadingWords.ornament(of: title).endIndex...]))
      return !name.isEmpty
        && page.blocks(under: index, isDeep: false).first.map { block in
          (block..<page.tree.nodes[block].end).contains { node in
            if case .code(let text) = page.tree.nodes[node].kind {
              Slug.make(text) == name
            } else {
              false
            }
          }
        } == true
    }
    if areNamed { return "the text of each has its name as code" }
    let uses = headings.compactMap { use(under: $0, page) }
    return uses.count > 1 && uses.count == headings.count && Set(uses).count == uses.count
      ? "the text of each says when its code is used" : nil
  }

  /// The code of "Use `flag_for_review` when …" at the head of a section.
  private static func use(under heading: Int, _ page: Page) -> String? {
    guard let block = page.blocks(under: heading, isDeep: false).first,
      case .paragraph = page.tree.nodes[block].kind
    else { return nil }
    let inlines = Array(page.tree.children(of: block).prefix(3))
    guard inlines.count == 3, case .text(let verb) = page.tree.nodes[inlines[0]].kind,
      case .code(let code) = page.tree.nodes[inlines[1]].kind,
      case .text(let rest) = page.tree.nodes[inlines[2]].kind, LabelName.isID(code),
      verbs.contains(Reserved.normalised(verb))
    else { return nil }
    let next = rest.split(separator: " ").first.map { String($0).lowercased() } ?? ""
    return conditions.contains(next) ? code : nil
  }

  private static let verbs: Set<String> = [
    "use", "choose", "select", "apply", "assign", "verwende", "verwenden sie", "wähle", "utilisez",
    "choisissez", "usa", "use la etiqueta", "elige",
  ]
  private static let conditions: Set<String> = [
    "when", "if", "for", "where", "wenn", "für", "falls", "quand", "si", "lorsque", "pour",
    "cuando", "para",
  ]

  /// The headings that a list above them does not name; nil if there is no list of two names or more, or
  /// it names something else, too.
  private static func unnamed(_ headings: [Int], above parent: Int, _ page: Page) -> [Int]? {
    let slugs = headings.map { index in
      let title = page.headings[index].title
      return Slug.make(String(title[HeadingWords.ornament(of: title).endIndex...]))
    }
    for block in page.blocks(under: parent, isDeep: false) {
      let names = Set(listed(block, page).map { Slug.make($0) })
      if names.count > 1, names.isSubset(of: slugs) {
        return zip(headings, slugs).filter { !names.contains($1) }.map(\.0)
      }
    }
    return nil
  }

  /// The items of a list or the lines of a code block; empty where an item is a link, as in a table of
  /// contents.
  private static func listed(_ block: Int, _ page: Page) -> [String] {
    switch page.tree.nodes[block].kind {
    case .codeBlock(_, let text, _): return text.split(separator: "\n").map(String.init)
    case .list:
      let items = page.tree.children(of: block)
      let hasLinks = (block..<page.tree.nodes[block].end).contains { node in
        if case .link = page.tree.nodes[node].kind { true } else { false }
      }
      return hasLinks
        ? []
        : items.map { item in
          let words = page.words(item)
          return String(words.prefix { $0 != ":" && $0 != "\u{2014}" && $0 != "\u{2013}" })
        }
    default: return []
    }
  }
}
