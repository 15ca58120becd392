internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Headings of a label section that stand over labels themselves ("Type labels", "Priority labels") are
/// groups: they become `Group: …`, and the headings, items or rows under them the labels.
enum LabelGroupPass: ImportPass {
  static let title = "groups of labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let word = page.vocabulary.word(Vocabulary.Entry.group)
    for section in LabelSection.all(in: page) where section.grouping == .certain {
      let step = section.headingStep
      guard let first = section.subheadings.first, page.headings[first].level + step < 6,
        section.inner.allSatisfy({ page.headings[$0].level + step <= 6 })
      else { continue }
      var group = EditGroup(page)
      let offset = page.headings[first].range.lowerBound
      section.addReservedHeading(before: offset, step: step, &group)
      if step > 0 {
        for index in section.inner { group.insert("#", at: page.headings[index].range.lowerBound) }
      }
      var names: [String] = []
      for index in section.subheadings {
        let heading = page.headings[index]
        if let prefix = LabelPrefixPass.groupPrefix(of: heading, page) {
          group.insert("<!-- ", at: prefix.lowerBound)
          group.insert(" --> \(word):", at: prefix.upperBound)
        } else if Outline.entry(heading.title, page.vocabulary) != .group {
          group.insert(word + ": ", at: heading.start(in: page.bytes))
        }
        names += convert(index, level: heading.level + step + 1, page, &group)
      }
      if let last = section.subheadings.last, let block = section.listing(under: last) {
        section.closeLabels(behind: block, inGroup: last, &group)
      }
      let count = section.subheadings.count
      group.say(
        .structured, at: offset,
        "\(count == 1 ? "1 heading" : "\(count) headings") under \"\(section.title)\" became groups of "
          + "labels, and \(names.count) names below them labels: \(LabelName.listed(names))")
      attempt.add(group)
    }
  }

  /// Makes headings of what is listed under a group. Returns the names of its labels.
  static func convert(
    _ heading: Int, level: Int, _ page: Page, _ group: inout EditGroup
  ) -> [String] {
    let below = ((heading + 1)..<max(page.headings[heading].next, heading + 1)).filter {
      page.headings[$0].parent == heading
    }
    guard below.isEmpty else { return below.map { page.headings[$0].title } }
    for block in page.blocks(under: heading, isDeep: false) {
      switch page.tree.nodes[block].kind {
      case .list:
        guard let list = try? LabelList.read(block, page).get() else { continue }
        list.edit(level: level, &group)
        return list.names
      case .table(let columns):
        guard let table = try? LabelTable.read(block, columns: columns.count, page).get()
        else { continue }
        table.edit(level: level, &group)
        return table.names
      default: break
      }
    }
    return []
  }
}
