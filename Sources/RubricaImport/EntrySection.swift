internal import RubricaModel
internal import RubricaSyntax

/// What the compiler takes for entries under a reserved heading: the items of its lists, its
/// sub-headings, and, under some, the rows of its tables and its paragraphs with a bold beginning.
struct EntrySection {
  let page: Page
  let heading: Int
  /// Items of lists, by node.
  private(set) var items: [Int] = []
  /// Sub-headings, by their index.
  private(set) var headings: [Int] = []
  private(set) var rows = 0
  private(set) var paragraphs = 0
  private let label: Int?

  /// Sections whose tables are entries, too.
  private static let withRows: Set<String> = ["glossary", "faq", "changelog"]

  /// Whether a table under a heading is as good as a list: it holds entries, becomes a list, or the section
  /// has no entries.
  static func takesTables(_ section: SectionRole) -> Bool {
    let words = Vocabulary.english.word(section).lowercased()
    return !Reserved.withEntries.contains(words) || withRows.contains(words)
      || section == .edgeCases
  }

  init(_ heading: Int, _ page: Page, _ outline: Outline) {
    self.page = page
    self.heading = heading
    label = outline.labels[heading]
    let title = page.headings[heading].title
    let words = title[HeadingWords.ornament(of: title).endIndex...]
    let section = Reserved.section(String(words), page.vocabulary) ?? ""
    for block in page.blocks(under: heading, isDeep: false) {
      switch page.tree.nodes[block].kind {
      // Behind such a paragraph they belong to its entry.
      case .list where paragraphs == 0: items += page.tree.children(of: block)
      case .table where Self.withRows.contains(section) && paragraphs == 0:
        rows += page.tree.children(of: block).count { _ in true } - 1
      case .paragraph where Self.isEntry(block, under: section, page): paragraphs += 1
      default: break
      }
    }
    let below = (heading + 1)..<max(page.headings[heading].next, heading + 1)
    headings = below.filter { index in
      page.headings[index].parent == heading
        && Outline.entry(page.headings[index].title, page.vocabulary) == nil
        && Reserved.section(page.headings[index].title, page.vocabulary) == nil
    }
  }

  var count: Int { items.count + headings.count + rows + paragraphs }

  /// Whether a paragraph begins with a question or a term in bold.
  private static func isEntry(_ block: Int, under section: String, _ page: Page) -> Bool {
    guard section == "faq" || section == "glossary",
      let first = page.tree.children(of: block).first(where: { _ in true }),
      case .strong = page.tree.nodes[first].kind, let last = page.words(first).last
    else { return false }
    if section == "faq" { return last == "?" || last == "\u{FF1F}" }
    let rest = page.words(block).dropFirst(page.words(first).count).drop { $0 == " " }
    return ":\u{FF1A}".contains(last) || rest.first.map { ":\u{FF1A}".contains($0) } == true
  }

  /// Whether anything at all stands under the heading.
  var isEmpty: Bool {
    page.headings[heading].next == heading + 1
      && page.blocks(under: heading, isDeep: false).isEmpty
  }

  /// Whether the entries of a section `Examples` may be something else than a good example each: signs
  /// may say that some are wrong.
  var isUncertainExamples: Bool { hasWrongExample || isUncertainWithoutMarks }

  /// Whether a sign before an item says that it is a wrong example.
  var hasWrongExample: Bool { verdicts.contains(.wrong) }

  /// What signs say of each item, but those that the label's own name has.
  var verdicts: [ExampleMark?] {
    let sign = label.flatMap { ExampleMark(page.headings[$0].title) }
    return items.map { item in
      ExampleMark(page.words(item)).flatMap { $0 == sign ? nil : $0 }
    }
  }

  /// Words alone may be the name of a label over its examples, a reference or a wrong answer. Under
  /// a label, an example is one of the label.
  var isUncertainWithoutMarks: Bool {
    guard label == nil, count > 0 else { return false }
    return !items.allSatisfy { showsItem($0..<page.tree.nodes[$0].end) }
      || !headings.allSatisfy { index in
        page.blocks(under: index, isDeep: true).contains { block in
          showsItem(block..<page.tree.nodes[block].end)
        }
      }
  }

  /// Whether nodes hold what an annotator is given: a picture, a quote or a block of text.
  private func showsItem(_ nodes: Range<Int>) -> Bool {
    nodes.contains { node in
      switch page.tree.nodes[node].kind {
      case .image, .blockQuote, .codeBlock: true
      default: false
      }
    }
  }
}
