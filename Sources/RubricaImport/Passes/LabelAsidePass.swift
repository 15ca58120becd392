internal import RubricaSource

/// Headings behind the labels of a section that are surely no labels ("What is not labeled") go up a
/// level, so that they stand beside the labels and not among them. So do sections of other things
/// ("Rules") behind a list or table of labels, which would stay what it is.
enum LabelAsidePass: ImportPass {
  static let title = "headings among labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    for section in LabelSection.all(in: page) {
      let names = Set(section.names)
      demoteAspects(of: section, page, &attempt)
      // Where a list or table has the names, a heading over rules is none of them.
      let isListed = !section.listed.isEmpty
      let isOnlyListed = section.isListedBeforeHeadings
      let isAside = { (index: Int) in
        let title = page.headings[index].title
        let isOther = isOnlyListed && opensSection(title, page)
        guard names.contains(index) else { return isOther }
        return isOther || LabelName.isAside(title) || isListed && LabelName.isOverRules(title)
          || isOnlyListed && (LabelName.isRemark(title) || NearHeading.role(title, page) != nil)
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
      // Beside labels that are headings, sections of other things are in nobody's way.
      for index in behind where before.isEmpty || names.contains(index) {
        var group = EditGroup(page)
        for inner in index..<max(page.headings[index].next, index + 1) {
          let start = page.headings[inner].range.lowerBound
          group.delete(start..<(start + step))
        }
        group.say(
          .changed, at: page.headings[index].range.lowerBound,
          "\"\(page.headings[index].title)\" was moved up to the level of \"\(section.title)\": below it, "
            + (names.contains(index)
              ? "it would be a label" : "it would keep the names there from becoming labels"))
        attempt.add(group)
      }
    }
  }

  /// Whether a heading opens a section of its own, and none of labels.
  private static func opensSection(_ title: String, _ page: Page) -> Bool {
    let words = String(title[HeadingWords.ornament(of: title).endIndex...])
    return Reserved.section(words, page.vocabulary).map { $0 != "labels" } ?? false
  }

  /// "Notes" and "Example" between labels, at their level, are about the label before them.
  private static func demoteAspects(
    of section: LabelSection, _ page: Page, _ attempt: inout PassAttempt
  ) {
    guard section.kind == .certain, section.grouping == .none else { return }
    let names = section.names
    let isAspect = LabelName.aspects(in: names.map { page.headings[$0].title })
    let isLabel = zip(names, isAspect).map { index, isAspect in
      !isAspect && !LabelName.isAside(page.headings[index].title)
    }
    let labels = zip(names, isLabel).filter(\.1).map { page.headings[$0.0].title }
    guard
      section.isReserved
        || labels.count > 1 && LabelName.problem(in: labels, .heading, page.vocabulary) == nil
    else { return }
    for (place, index) in names.enumerated() {
      let heading = page.headings[index]
      let isBehind = !isLabel[place...].contains(true) && LabelName.isAside(heading.title)
      guard isAspect[place], !isBehind, isLabel[..<place].contains(true) else {
        continue
      }
      let inner = index..<max(heading.next, index + 1)
      guard
        inner.allSatisfy({ index in
          page.headings[index].level < 6
            && page.bytes[page.headings[index].range.lowerBound] == UInt8(ascii: "#")
        }), section.subheadings.contains(where: { $0 < index && isName($0, names, isLabel) })
      else { continue }
      var group = EditGroup(page)
      for index in inner { group.insert("#", at: page.headings[index].range.lowerBound) }
      group.say(
        .changed, at: heading.range.lowerBound,
        "\"\(heading.title)\" went down a level, to the label before it: beside it, it would be a label"
      )
      attempt.add(group)
    }
  }

  private static func isName(_ index: Int, _ names: [Int], _ isLabel: [Bool]) -> Bool {
    names.firstIndex(of: index).map { isLabel[$0] } ?? false
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
