internal import RubricaSource
internal import RubricaSyntax

/// Lines between labels (`---`) go away: each would be a part of the label before it, at the foot of its
/// card.
enum LabelLinePass: ImportPass {
  static let title = "lines between labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    var group = EditGroup(page)
    var first: Int?
    for index in page.headings.indices where outline.roles[index] == .label {
      let blocks = page.blocks(under: index, isDeep: true)
      for line in blocks.reversed().prefix(while: { page.tree.nodes[$0].kind == .thematicBreak }) {
        group.delete(page.range(line))
        first = first ?? page.range(line).lowerBound
      }
    }
    guard let first else { return }
    let count = group.edits.count
    group.say(
      .changed, at: first,
      "\(count == 1 ? "1 line" : "\(count) lines") behind labels (`---`) went away: a label would end in it"
    )
    attempt.add(group)
  }
}
