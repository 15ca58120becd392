/// Headings under another word for `Labels` become labels; those under `Labels` are labels already.
enum LabelHeadingPass: ImportPass {
  static let title = "headings of labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    for section in LabelSection.all(in: page) where !section.subheadings.isEmpty {
      let first = page.headings[section.subheadings[0]].range.lowerBound
      // `Group: …` and the like are no labels.
      let names = section.subheadings.map { page.headings[$0].title }
        .filter { Outline.entry($0, page.vocabulary) == nil }
      guard !names.isEmpty else { continue }
      if section.isReserved {
        // Those that a pass before this one made are in the report already.
        guard page.text.isCopy(first) else { continue }
        attempt.say(
          .structured, at: first,
          "\(names.count) headings under \"\(section.title)\" are labels: "
            + "\(LabelSection.named(names)); move those that are none to another section")
      } else if names.count > 1, LabelSection.areNames(names) {
        var group = EditGroup(page)
        section.addReservedHeading(before: first, &group)
        group.say(
          .structured, at: first,
          "\(names.count) headings under \"\(section.title)\" became labels: "
            + LabelSection.named(names))
        attempt.add(group)
      } else {
        attempt.say(
          .suggestion, at: first,
          "the headings under \"\(section.title)\" may be labels: put them under a heading `Labels`"
        )
      }
    }
  }
}
