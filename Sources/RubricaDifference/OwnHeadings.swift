internal import RubricaModel
internal import RubricaSource

/// The headings that are the author's own, and not reserved words: "Never do this" decides what the parts under
/// it say.
struct OwnHeadings {
  struct Heading {
    /// For comparing.
    let words: String
    let shown: String
  }

  /// The words of all of them; those of none for what stands at the top.
  private var words: Set<String> = [""]
  /// What each rule stands under, by its place in the guideline.
  private(set) var rules: [Int: Heading] = [:]

  init(_ guideline: Guideline, renames: [String: String]) {
    walk(guideline.body, nil, renames)
  }

  private mutating func walk(
    _ elements: [Element], _ outer: Heading?, _ renames: [String: String]
  ) {
    for element in elements {
      switch element {
      case .section(let section):
        let inner = Self.heading(of: section, renames) ?? outer
        if let inner { words.insert(inner.words) }
        walk(section.elements, inner, renames)
      case .rule(let place): rules[place] = outer
      default: break
      }
    }
  }

  /// What parts right below a section stand under; nil if its heading says only what kind they are.
  static func heading(of section: Section, _ renames: [String: String]) -> Heading? {
    guard section.hasOwnHeading else { return nil }
    var wording = Wording(renames: renames)
    wording.add(section.heading.inlines)
    return Heading(words: wording.words, shown: section.heading.plainText)
  }

  /// Whether a part has come under another heading. Where one was only given other words, nothing below it has
  /// moved.
  static func isMove(
    from before: Heading?, _ old: OwnHeadings, to now: Heading?, _ new: OwnHeadings
  ) -> Bool {
    let (before, now) = (before?.words ?? "", now?.words ?? "")
    return before != now && (new.words.contains(before) || old.words.contains(now))
  }
}
