internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Names that data has as they are (`PER`, `person_name`, `area:ui`), and codes beside them, become the ids of
/// their labels, where the words of the heading would give others.
enum LabelIDPass: ImportPass {
  static let title = "ids of labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    let labels = page.headings.indices.filter { outline.roles[$0] == .label }
      .map { page.headings[$0] }
    for label in labels {
      let codes = LabelCode.several(in: HeadingWords.withoutSigns(label.title))
      guard !codes.isEmpty else { continue }
      attempt.say(
        .suggestion, at: label.range.lowerBound,
        "\"\(MarkupRules.excerpt(label.title))\" names \(codes.count) labels, \(LabelName.listed(codes)), and "
          + "becomes one: give each a heading of its own, and import again")
    }
    let sections = Dictionary(grouping: labels, by: \.parent)
    let codes = sections.mapValues { LabelCode.all(of: $0, page) != nil }
    let names = labels.map { name(of: $0) }
    // "Sink" beside "Sign_Board" is written as in the data, too.
    let areCodes = names.allSatisfy(LabelName.isID) && names.contains(where: LabelName.isCode)
    var group = EditGroup(page)
    var ids: [String] = []
    for (label, name) in zip(labels, names) where label.attributeBlock == nil {
      let isName = areCodes || LabelName.isCode(name)
      let before = codes[label.parent] == true ? LabelCode(label, page)?.code : nil
      guard let id = isName ? name : before ?? code(in: label, page) ?? joined(name),
        id != Slug.make(label.title)
      else { continue }
      group.insert(" {#\(id)}", at: label.contentEnd)
      ids.append("`\(id)`")
    }
    guard let first = labels.first, !ids.isEmpty else { return }
    group.say(
      .structured, at: first.range.lowerBound,
      ids.count == 1
        ? "the id of a label is written at its heading, as its name is: \(ids[0])"
        : "the ids of \(ids.count) labels are written at their headings, as their names are: "
          + LabelName.listed(ids))
    attempt.add(group)
  }

  /// The words without signs before them.
  private static func name(of label: Heading) -> String {
    let ornament = HeadingWords.ornament(of: label.title)
    return ornament.contains(where: \.isNumber)
      ? label.title : String(label.title[ornament.endIndex...])
  }

  /// The one word in backticks of a heading: "Health (`article9.health`)", "`OTHER`".
  private static func code(in heading: Heading, _ page: Page) -> String? {
    let codes = page.tree.children(of: heading.node).compactMap { node -> String? in
      guard case .code(let text) = page.tree.nodes[node].kind else { return nil }
      return text
    }
    guard codes.count == 1, let id = codes.first, LabelName.isID(id) else { return nil }
    return id
  }

  /// An id has no colon, slash or dash: that of `area:ui` and "Buy / sell" has one hyphen there. Nil if there is
  /// none of them, or no id.
  private static func joined(_ name: String) -> String? {
    var words = name
    if !name.contains(" ") { words = words.replacing(":", with: " ") }
    for separator in ["/", " - ", " -- ", " & ", " + ", "\u{2013}", "\u{2014}"] {
      words = words.replacing(separator, with: " ")
    }
    guard words != name else { return nil }
    let slug = Slug.make(words.split(separator: " ").joined(separator: " "))
    return slug.isEmpty ? nil : slug
  }
}
