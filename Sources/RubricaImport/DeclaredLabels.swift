internal import RubricaSource

/// The labels that a page declares, by what people call them, and the line of each.
struct DeclaredLabels {
  private var places: [String: Place] = [:]

  init(_ page: Page) {
    let outline = Outline(page.headings, page.vocabulary)
    add(page.headings.indices.filter { outline.roles[$0] == .label }, page)
  }

  mutating func add(_ headings: [Int], _ page: Page) {
    for index in headings {
      let heading = page.headings[index]
      for key in Self.keys(of: heading, page) where places[key] == nil {
        places[key] = page.place(heading.range.lowerBound)
      }
    }
  }

  /// Where a heading's label is declared; nil if it is none.
  func place(of heading: Heading, _ page: Page) -> Place? {
    Self.keys(of: heading, page).lazy.compactMap { places[$0] }.first
  }

  /// Says of headings that most of them explain labels which are declared elsewhere: another set of the
  /// same names would be wrong. False if it is not so.
  func suggestMove(
    of headings: [Int], under title: String?, _ page: Page, _ attempt: inout PassAttempt
  ) -> Bool {
    let known = headings.compactMap { index in
      place(of: page.headings[index], page).map { (heading: page.headings[index], place: $0) }
    }
    guard known.count > 1, known.count * 2 > headings.count, let first = known.first else {
      return false
    }
    attempt.say(
      .suggestion, at: first.heading.range.lowerBound,
      "\(LabelName.listed(known.map { "\"\($0.heading.title)\"" }))"
        + (title.map { " under \"\(MarkupRules.excerpt($0))\"" } ?? "")
        + " are labels of line \(first.place.line), where annotators look for what is said here: move the text "
        + "of each to its label there, and import again")
    return true
  }

  /// The words without signs and numbers before them, and a code beside them.
  static func keys(of heading: Heading, _ page: Page) -> [String] {
    let title = heading.title
    var keys = [String(title[HeadingWords.ornament(of: title).endIndex...])]
    if let code = LabelCode(heading, page) { keys += [code.code, code.name] }
    return keys.map { Slug.make($0) }.filter { !$0.isEmpty }
  }
}
