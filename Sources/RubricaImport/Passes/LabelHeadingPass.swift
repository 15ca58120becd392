internal import RubricaModel

/// Headings under another word for `Labels` become labels; those under `Labels` are labels already.
enum LabelHeadingPass: ImportPass {
  static let title = "headings of labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    for section in LabelSection.all(in: page) {
      // What stands before the first name may introduce the labels.
      let names = section.names.drop {
        !section.isReserved && LabelName.isAside(page.headings[$0].title)
      }
      guard let first = names.first else { continue }
      if section.isReserved {
        report(section, Array(names), &attempt)
      } else {
        convert(section, names.map { page.headings[$0].title }, before: first, &attempt)
      }
    }
  }

  private static func report(
    _ section: LabelSection, _ names: [Int], _ attempt: inout PassAttempt
  ) {
    let page = section.page
    let offset = page.headings[names[0]].range.lowerBound
    // Those that a pass before this one made are in the report already.
    guard page.text.isCopy(offset) else { return }
    let asides = names.filter { LabelName.isAside(page.headings[$0].title) }
    let labels = names.filter { !asides.contains($0) }.map { page.headings[$0].title }
    if !labels.isEmpty {
      attempt.say(
        .structured, at: offset,
        (labels.count == 1
          ? "1 heading under \"\(section.title)\" is a label: "
          : "\(labels.count) headings under \"\(section.title)\" are labels: ")
          + "\(LabelName.listed(labels)); move those that are none to another section")
    }
    for aside in asides {
      let heading = page.headings[aside]
      attempt.say(
        .suggestion, at: heading.range.lowerBound,
        "\"\(heading.title)\" under \"\(section.title)\" is read as a label: move it to another section"
      )
    }
  }

  private static func convert(
    _ section: LabelSection, _ names: [String], before first: Int, _ attempt: inout PassAttempt
  ) {
    let page = section.page
    let offset = page.headings[first].range.lowerBound
    let problem = LabelName.problem(in: names, .heading, page.vocabulary)
    guard names.count > 1, problem == nil else {
      let word = page.vocabulary.word(SectionRole.labels)
      return attempt.say(
        .suggestion, at: offset,
        "the headings under \"\(section.title)\" may be labels"
          + (problem.map { ", but \($0)" } ?? "") + ": put those that are under a heading `\(word)`"
      )
    }
    var group = EditGroup(page)
    section.addReservedHeading(before: offset, &group)
    group.say(
      .structured, at: offset,
      "\(names.count) headings under \"\(section.title)\" became labels: "
        + LabelName.listed(names))
    attempt.add(group)
  }
}
