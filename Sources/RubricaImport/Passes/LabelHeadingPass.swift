internal import RubricaModel

/// Headings under another word for `Labels` become labels; those under `Labels` are labels already.
enum LabelHeadingPass: ImportPass {
  static let title = "headings of labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let sections = LabelSection.all(in: page)
    var declared = DeclaredLabels(page)
    for section in sections
    where section.grouping != .certain && (section.isReserved || section.listed.isEmpty) {
      // What stands before the first name may introduce the labels.
      let names = Array(
        section.names.drop { !section.isReserved && LabelName.isAside(page.headings[$0].title) })
      guard let first = names.first else { continue }
      if !section.isReserved, declared.suggestMove(of: names, under: section.title, page, &attempt)
      {
        continue
      }
      declared.add(names, page)
      if section.isReserved {
        report(section, names, &attempt)
      } else {
        convert(section, names, before: first, &attempt)
      }
    }
  }

  private static func report(
    _ section: LabelSection, _ names: [Int], _ attempt: inout PassAttempt
  ) {
    let page = section.page
    let offset = page.headings[names[0]].range.lowerBound
    // Those that a pass before this one made are in the report already.
    let opening = page.headings[section.heading].start(in: page.bytes)
    guard page.text.isCopy(offset), page.text.isCopy(opening) else { return }
    let asides = names.filter { LabelName.isAside(page.headings[$0].title) }
    let labels = names.filter { !asides.contains($0) }.map { page.headings[$0].title }
    if !labels.isEmpty {
      attempt.say(
        .structured, at: offset,
        (labels.count == 1
          ? "1 heading under \"\(section.title)\" is a label: "
          : "\(labels.count) headings under \"\(section.title)\" are labels: ")
          + "\(LabelName.listed(labels)); move any that are not labels to another section")
    }
    if section.grouping == .doubtful || section.mayGroup {
      attempt.say(.suggestion, at: offset, section.groupingAdvice)
    }
    for aside in asides {
      let heading = page.headings[aside]
      attempt.say(
        .suggestion, at: heading.range.lowerBound,
        "\"\(heading.title)\" under \"\(section.title)\" would be read as a label: move it to another section"
      )
    }
  }

  private static func convert(
    _ section: LabelSection, _ indices: [Int], before first: Int, _ attempt: inout PassAttempt
  ) {
    let page = section.page
    let offset = page.headings[first].range.lowerBound
    // A code is none of the name, and may have a colon behind it.
    let codes = LabelCode.all(of: indices.map { page.headings[$0] }, page)
    let titles = codes?.map(\.name) ?? indices.map { page.headings[$0].title }
    // Where all are numbered, the numbers are no part of the names; a colon behind one never is.
    let ornaments = titles.map { HeadingWords.ornament(of: $0) }
    let isNumbered = HeadingWords.areNumbers(ornaments)
    let names = zip(titles, ornaments).map { title, ornament in
      LabelName.withoutColon(isNumbered ? String(title[ornament.endIndex...]) : title)
    }
    let word = page.vocabulary.word(SectionRole.labels)
    if section.grouping == .doubtful {
      return attempt.say(.suggestion, at: offset, section.groupingAdvice)
    }
    var problem = LabelName.problem(in: names, .heading, page.vocabulary)
    if problem == nil, !Vocabulary.labelSynonyms.contains(Reserved.bare(section.title)),
      let long = names.first(where: { $0.split(separator: " ").count > 6 })
    {
      problem = "\"\(MarkupRules.excerpt(long))\" is long for a name"
    }
    guard let last = indices.last, names.count > 1, problem == nil, section.kind == .certain else {
      let name = page.name(word, for: page.headings[section.heading], linked: page.linkedIDs)
      return attempt.say(
        .suggestion, at: offset,
        "the headings under \"\(section.title)\" may be labels"
          + (problem.map { ", but \($0): put the labels under a heading `\(word)`" }
            ?? ": if they are, call the section `\(name)` and import again"))
    }
    var group = EditGroup(page)
    let step = section.headingStep
    section.addReservedHeading(before: offset, step: step, &group)
    if step > 0 {
      // A section behind the labels stays beside them.
      for index in first..<page.headings[last].next {
        group.insert("#", at: page.headings[index].range.lowerBound)
      }
    }
    group.say(
      .structured, at: offset,
      "\(names.count) headings under \"\(section.title)\" became labels: "
        + LabelName.listed(names))
    if section.mayGroup { group.say(.suggestion, at: offset, section.groupingAdvice) }
    attempt.add(group)
  }
}
