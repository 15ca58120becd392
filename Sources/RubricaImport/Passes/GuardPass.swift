internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// What would be structure by accident, and wrong, stays prose.
enum GuardPass: ImportPass {
  static let title = "words that are reserved"
  static let isStructuring = false

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    let labels = LabelNames(page, outline)
    var hasPrecedence = false
    for (index, heading) in page.headings.enumerated() {
      guard case .section(let name) = outline.roles[index] else { continue }
      let offset = heading.range.lowerBound
      let blocks = page.blocks(under: index, isDeep: false)
      if name == "precedence" {
        let lists = blocks.filter { isOrdered($0, page) }
        if lists.count == 1, !hasPrecedence, namesLabels(lists[0], labels, page) {
          hasPrecedence = true
        } else {
          defuse(heading, "it needs one numbered list of labels", offset, page, &attempt)
        }
      } else if name == "when in doubt", let first = firstReference(blocks, page),
        !labels.ids.contains(first)
      {
        defuse(heading, "`\(first)` in it is not a label", offset, page, &attempt)
      } else if name == "examples" {
        let section = EntrySection(index, page, outline)
        guard section.isUncertainExamples else { continue }
        let remedy =
          quotesBesideItems(blocks, page)
          ? "put two blanks before each line of that text, so that it belongs to the item before it"
          : "put `> ` before that text in each"
        defuse(
          heading,
          section.hasWrongExample
            ? "signs say that some of its examples are wrong, and not of each what it is; put these under "
              + "`\(page.vocabulary.word(.badExamples))`"
            : "not every item and heading shows what is annotated, a picture, a quotation or a block of code, "
              + "so they may not each be a good example; where they are, \(remedy) and import again",
          offset, page, &attempt)
      }
    }
    for (index, node) in page.tree.nodes.enumerated() {
      switch node.kind {
      case .codeBlock(let info, _, isFenced: true):
        guardFence(info, node.span.range, page, &attempt)
      case .strong: guardContrast(index, outline, labels, page, &attempt)
      default: break
      }
    }
  }

  /// Whether a quotation or code stands behind a list and not in its last item.
  private static func quotesBesideItems(_ blocks: ArraySlice<Int>, _ page: Page) -> Bool {
    zip(blocks, blocks.dropFirst()).contains { list, next in
      guard case .list = page.tree.nodes[list].kind else { return false }
      return switch page.tree.nodes[next].kind {
      case .blockQuote, .codeBlock: true
      default: false
      }
    }
  }

  /// A full stop behind the word, or for its colon, makes it a heading like any other.
  private static func defuse(
    _ heading: Heading, _ reason: String, _ offset: Int, _ page: Page, _ attempt: inout PassAttempt
  ) {
    var group = EditGroup(page)
    let end = heading.contentEnd
    let hasColon = page.bytes[end - 1] == UInt8(ascii: ":")
    group.replace((hasColon ? end - 1 : end)..<end, with: ".")
    group.say(
      .changed, at: offset,
      "\"\(heading.title)\" got a full stop so that it stays prose: \(reason)")
    attempt.add(group)
  }

  private static func isOrdered(_ block: Int, _ page: Page) -> Bool {
    if case .list(.some, _) = page.tree.nodes[block].kind { true } else { false }
  }

  /// Whether each item starts with a label of its own, as the compiler reads it.
  private static func namesLabels(_ list: Int, _ labels: LabelNames, _ page: Page) -> Bool {
    var seen: Set<String> = []
    return page.tree.children(of: list).allSatisfy { item in
      guard let paragraph = page.tree.children(of: item).first(where: { _ in true }),
        case .paragraph = page.tree.nodes[paragraph].kind,
        let first = page.tree.children(of: paragraph).first(where: { _ in true })
      else { return false }
      let id: String?
      if let reference = reference(first, page) {
        id = labels.ids.contains(reference) ? reference : nil
      } else {
        let words = page.words(paragraph)
        let head = String(words.prefix { $0 != ":" && $0 != "—" && $0 != "(" && $0 != "," })
        id =
          [words, head].lazy.compactMap {
            labels.id(of: $0.split(separator: " ").joined(separator: " "))
          }.first
      }
      return id.map { seen.insert($0).inserted } ?? false
    }
  }

  /// A link to a heading, or a word in backticks: what the compiler takes for a label.
  private static func reference(_ node: Int, _ page: Page) -> String? {
    switch page.tree.nodes[node].kind {
    case .link(let destination, _) where destination.hasPrefix("#"):
      Percent.decoded(String(destination.dropFirst()))
    case .code(let id): id
    default: nil
    }
  }

  private static func firstReference(_ blocks: ArraySlice<Int>, _ page: Page) -> String? {
    for block in blocks {
      for node in block..<page.tree.nodes[block].end {
        if let reference = reference(node, page) { return reference }
      }
    }
    return nil
  }

  private static func guardFence(
    _ info: String, _ range: Range<Int>, _ page: Page, _ attempt: inout PassAttempt
  ) {
    let words = FenceName.normalised(info)
    // A record that was made of the author's words is data.
    guard words == FenceName.record || words == FenceName.label,
      page.text.isCopy(range.lowerBound)
    else { return }
    let start = page.bytes[range].firstIndex {
      $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "~") && $0 != 32
    }
    guard let start else { return }
    var group = EditGroup(page)
    group.insert("imported ", at: start)
    group.say(
      .changed, at: range.lowerBound, "a `\(words)` block is kept as code, not read as data")
    attempt.add(group)
  }

  /// `**Not**` at the head of a line under a label must name a label.
  private static func guardContrast(
    _ node: Int, _ outline: Outline, _ labels: LabelNames, _ page: Page,
    _ attempt: inout PassAttempt
  ) {
    let range = page.range(node)
    let parent = page.tree.nodes[node].parent
    guard Reserved.normalised(page.words(node).filter { $0 != "," }) == "not",
      let heading = page.section(of: range.lowerBound), outline.roles[heading] == .label,
      page.tree.nodes[parent].parent == 0, page.startsLine(range.lowerBound),
      page.bytes[range].starts(with: "**".utf8)
    else { return }
    let next = page.tree.nodes[node].end
    let following = (next..<page.tree.nodes[parent].end).first { index in
      if case .text(let text) = page.tree.nodes[index].kind {
        !text.allSatisfy { $0 == " " || $0 == ":" || $0 == "," }
      } else {
        true
      }
    }
    if let following, let reference = reference(following, page), labels.ids.contains(reference) {
      return
    }
    var group = EditGroup(page)
    group.insert("*", at: range.lowerBound)
    group.insert("*", at: range.upperBound)
    group.say(
      .changed, at: range.lowerBound,
      "a bold \"Not\" that names no label was made bold and italic so that it stays prose")
    attempt.add(group)
  }
}
