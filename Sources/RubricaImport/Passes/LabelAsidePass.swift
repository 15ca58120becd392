internal import RubricaSource

/// Headings behind the labels of a section that are surely no labels ("What is not labeled") go up a
/// level, so that they stand beside the labels and not among them.
enum LabelAsidePass: ImportPass {
  static let title = "headings among labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    for section in LabelSection.all(in: page) {
      let names = Set(section.names)
      let isAside = { (index: Int) in
        names.contains(index) && LabelName.isAside(page.headings[index].title)
      }
      let behind = Array(section.subheadings.reversed().prefix(while: isAside).reversed())
      guard let first = behind.first else { continue }
      let before = section.subheadings.filter { $0 < first }
      guard section.isReserved || holdsLabels(section, before) else { continue }
      let end = page.headings[section.heading].next
      let step = page.headings[first].level - section.level
      // The line under a heading says its level as well; only hashes can be fewer.
      guard
        (first..<end).allSatisfy({ index in
          page.bytes[page.headings[index].range].starts(
            with: String(repeating: "#", count: step + 1).utf8)
        })
      else { continue }
      for index in behind {
        var group = EditGroup(page)
        for inner in index..<max(page.headings[index].next, index + 1) {
          let start = page.headings[inner].range.lowerBound
          group.delete(start..<(start + step))
        }
        group.say(
          .changed, at: page.headings[index].range.lowerBound,
          "\"\(page.headings[index].title)\" went up to the level of \"\(section.title)\": below it, "
            + "it would be a label")
        attempt.add(group)
      }
    }
  }

  /// Whether the rest of a section under another word for `Labels` will become labels.
  private static func holdsLabels(_ section: LabelSection, _ before: [Int]) -> Bool {
    if before.isEmpty { return !section.listed.isEmpty }
    let titles = section.names.filter { before.contains($0) }
      .map { section.page.headings[$0].title }.drop { LabelName.isAside($0) }
    return titles.count > 1
      && LabelName.problem(in: Array(titles), .heading, section.page.vocabulary) == nil
  }
}
