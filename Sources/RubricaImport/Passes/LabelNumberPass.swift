internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Numbers before the names of labels ("3.1 NEUTRAL", "1. Billing") go into comments where all labels
/// of a section have one: an id would have it, too, and change with each label that is added.
enum LabelNumberPass: ImportPass {
  static let title = "numbers before labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    for section in LabelSection.all(in: page) where section.isReserved {
      let labels = section.names.filter { outline.roles[$0] == .label }
      let numbers = labels.map { number(of: page.headings[$0], page) }
      guard labels.count > 1 else { continue }
      let isNumbered = numbers.allSatisfy { $0 != nil }
      if isNumbered, let first = labels.first {
        attempt.say(
          .structured, at: page.headings[first].range.lowerBound,
          "the numbers before \(labels.count) labels became comments")
      }
      for (index, number) in zip(labels, numbers) {
        let heading = page.headings[index]
        var group = EditGroup(page)
        if isNumbered, let number {
          group.insert("<!-- ", at: number.lowerBound)
          group.insert(" -->", at: number.upperBound)
        }
        if let id = code(in: heading, page), heading.attributeBlock == nil {
          group.insert(" {#\(id)}", at: heading.contentEnd)
          group.say(
            .structured, at: heading.range.lowerBound,
            "the label \"\(heading.title)\" got the id `\(id)` that stands in its heading")
        }
        attempt.add(group)
      }
    }
  }

  private static func number(of heading: Heading, _ page: Page) -> Range<Int>? {
    let ornament = HeadingWords.ornament(of: heading.title)
    guard HeadingWords.isNumber(ornament), !ornament.contains("-") else { return nil }
    let bytes = page.bytes[heading.range]
    guard let start = bytes.firstIndex(where: { $0 != UInt8(ascii: "#") && $0 != 32 }),
      page.bytes[start...].starts(with: ornament.utf8)
    else { return nil }
    var end = start + ornament.utf8.count
    while end > start, page.bytes[end - 1] == 32 { end -= 1 }
    return start..<end
  }

  /// The one word in backticks of a heading with others: "Health (`article9.health`)".
  private static func code(in heading: Heading, _ page: Page) -> String? {
    let inlines = page.tree.children(of: heading.node)
    let codes = inlines.compactMap { node -> String? in
      guard case .code(let text) = page.tree.nodes[node].kind else { return nil }
      return text
    }
    guard codes.count == 1, let id = codes.first, !id.isEmpty, id.utf8.count <= 60,
      id.utf8.allSatisfy({
        (97...122).contains($0) || (48...57).contains($0) || "_-.".utf8.contains($0)
      }), let first = id.utf8.first, (97...122).contains(first),
      HeadingWords.core(heading.title) != id || id.contains(".")
    else { return nil }
    return Slug.make(heading.title) == id ? nil : id
  }
}
