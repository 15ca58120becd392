internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Headings of a label section that list labels themselves ("Type labels", "Priority labels") are
/// groups: they become `Group: …`, and what is listed under them the labels.
enum LabelGroupPass: ImportPass {
  static let title = "groups of labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let word = page.vocabulary.word(Vocabulary.Entry.group)
    for section in LabelSection.all(in: page) where section.grouping == .certain {
      let step = section.headingStep
      guard let first = section.subheadings.first, let last = section.subheadings.last,
        page.headings[last].level + step < 6
      else { continue }
      var group = EditGroup(page)
      let offset = page.headings[first].range.lowerBound
      section.addReservedHeading(before: offset, step: step, &group)
      var names: [String] = []
      for index in section.subheadings {
        let heading = page.headings[index]
        let start = heading.range.lowerBound
        let marks = page.bytes[heading.range].prefix { $0 == UInt8(ascii: "#") }.count
        let blanks = page.bytes[(start + marks)..<heading.contentEnd].prefix { $0 == 32 }.count
        if step > 0 { group.insert("#", at: start) }
        group.insert(word + ": ", at: start + marks + blanks)
        let level = heading.level + step + 1
        for block in page.blocks(under: index, isDeep: false) {
          switch page.tree.nodes[block].kind {
          case .list:
            guard let list = try? LabelList.read(block, page).get() else { continue }
            list.edit(level: level, &group)
            names += list.names
          case .table(let columns):
            guard let table = try? LabelTable.read(block, columns: columns.count, page).get()
            else { continue }
            table.edit(level: level, &group)
            names += table.names
          default: break
          }
        }
      }
      let count = section.subheadings.count
      group.say(
        .structured, at: offset,
        "\(count == 1 ? "1 heading" : "\(count) headings") under \"\(section.title)\" became groups of "
          + "labels, and \(names.count) names below them labels: \(LabelName.listed(names))")
      attempt.add(group)
    }
  }
}
