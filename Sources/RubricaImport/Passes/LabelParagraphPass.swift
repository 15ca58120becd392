internal import RubricaSource
internal import RubricaSyntax

/// Paragraphs under a heading of labels that begin with a bold name and what it means
/// (`**Positive** - praise`) become one heading a label, with the paragraphs that follow each.
enum LabelParagraphPass: ImportPass {
  static let title = "paragraphs of labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    for section in LabelSection.all(in: page)
    where section.subheadings.isEmpty && section.kind == .certain && section.listed.isEmpty {
      let blocks = page.blocks(under: section.heading, isDeep: false)
      let items = blocks.compactMap { LabelItem(paragraph: $0, page) }
      guard items.count > 1, let first = items.first else { continue }
      let offset = first.start
      let names = items.map { $0.name }
      if let problem = LabelName.problem(in: names, .item, page.vocabulary) {
        attempt.say(
          .suggestion, at: offset,
          "the bold names under \"\(section.title)\" stay text, since \(problem): make each label a "
            + "heading")
        continue
      }
      guard section.labelLevel <= 6 else { continue }
      var group = EditGroup(page)
      section.addReservedHeading(before: offset, step: section.listStep, &group)
      for (position, item) in items.enumerated() {
        item.edit(level: section.labelLevel, isFirst: position == 0, &group)
      }
      group.say(
        .structured, at: offset,
        "\(items.count) bold names became labels: \(LabelName.listed(names))")
      attempt.add(group)
    }
  }
}
