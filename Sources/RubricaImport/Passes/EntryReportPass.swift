internal import RubricaModel
internal import RubricaSource

/// Says what the reserved headings of the document hold, and which of them hold no entry.
enum EntryReportPass: ImportPass {
  static let title = "reserved headings"
  static let isStructuring = false

  /// What the entries of a section are called, in the singular and the plural.
  private static let names: [String: (one: String, many: String)] = [
    "rules": ("rule", "rules"), "edge cases": ("edge case", "edge cases"),
    "good examples": ("good example", "good examples"),
    "bad examples": ("bad example", "bad examples"), "examples": ("example", "examples"),
    "steps": ("step", "steps"), "self-check": ("point to check", "points to check"),
    "glossary": ("term", "terms"), "faq": ("question", "questions"),
    "changelog": ("change", "changes"),
  ]

  /// Sections of what only the front matter can declare.
  private static let declared = [
    "relations":
      "declare the relations in the front matter, in a layer of `kind: relation`; a heading "
      + "under it with the name of one says what it means, and tables stay tables",
    "attributes":
      "declare the attributes in the front matter, under `attributes` of a layer; a heading "
      + "under it with the name of one says what it means, and tables stay tables",
  ]

  private struct Total {
    var offset: Int
    var title: String
    var section: String
    var sections = 0
    var entries = 0
  }

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    var totals: [Total] = []
    var places: [String: Int] = [:]
    for (index, heading) in page.headings.enumerated() {
      guard case .section(let name) = outline.roles[index] else { continue }
      let offset = heading.range.lowerBound
      if let help = declared[name], !page.blocks(under: index, isDeep: true).isEmpty {
        attempt.say(.suggestion, at: offset, "\"\(heading.title)\" is a reserved heading: \(help)")
      }
      guard let words = names[name] else { continue }
      let section = EntrySection(index, page, outline)
      guard section.count > 0 else {
        if !section.isEmpty, page.headings[index].next == index + 1 {
          attempt.say(
            .suggestion, at: offset,
            "\"\(heading.title)\" contains no \(words.one): its text stays prose; make each one an "
              + "item of a list or a sub-heading")
        }
        continue
      }
      let key = "\(page.document(of: offset)) \(name)"
      let place = places[key] ?? totals.count
      if place == totals.count {
        places[key] = place
        totals.append(Total(offset: offset, title: heading.title, section: name))
      }
      totals[place].sections += 1
      totals[place].entries += section.count
    }
    for total in totals {
      guard let words = names[total.section] else { continue }
      let count = "\(total.entries) \(total.entries == 1 ? words.one : words.many)"
      attempt.say(
        .structured, at: total.offset,
        total.sections == 1
          ? "\"\(total.title)\" is a reserved heading: \(count) under it"
          : "\"\(total.title)\" is a reserved heading, here and "
            + (total.sections == 2 ? "once more" : "\(total.sections - 1) more times")
            + ": \(count) in all")
    }
    reportExamples(outline, page, &attempt)
  }

  /// Headings that say themselves that they are examples, wherever they stand.
  private static func reportExamples(
    _ outline: Outline, _ page: Page, _ attempt: inout PassAttempt
  ) {
    let examples = page.headings.indices.filter { index in
      let heading = page.headings[index]
      return outline.roles[index] == .entry && page.text.isCopy(heading.range.lowerBound)
        && Outline.entry(heading.title, page.vocabulary)?.isExample == true
    }
    guard let first = examples.first else { return }
    let title = page.headings[first].title
    attempt.say(
      .structured, at: page.headings[first].range.lowerBound,
      examples.count == 1
        ? "the heading \"\(title)\" is an example"
        : "\(examples.count) headings such as \"\(title)\" are examples")
  }
}

extension Vocabulary.Entry {
  /// Whether what stands under the word shows how an item is annotated.
  fileprivate var isExample: Bool {
    switch self {
    case .good, .bad, .borderline, .example, .contrast: true
    case .rule, .edgeCase, .group, .tool: false
    }
  }
}
