internal import RubricaSource
internal import RubricaSyntax

/// A number before a reserved word ("4. Examples") goes into a comment, so that the heading opens
/// its section.
enum NumberedHeadingPass: ImportPass {
  static let title = "a numbered heading"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    for (index, heading) in page.headings.enumerated() where outline.roles[index] == .prose {
      let offset = heading.range.lowerBound
      let bare = Reserved.bare(heading.title)
      if Reserved.sections.contains(bare), let number = number(heading, bare, page) {
        var group = EditGroup(page)
        group.insert("<!-- ", at: number.lowerBound)
        group.insert(" -->", at: number.upperBound)
        group.say(
          .structured, at: offset,
          "\"\(heading.title)\" opens the section `\(bare)`; its number became a comment")
        attempt.add(group)
      } else if let word = Reserved.synonyms[bare] {
        attempt.say(
          .suggestion, at: offset,
          "\"\(heading.title)\" may be what the heading `\(word)` is for")
      }
    }
  }

  /// The number, if nothing else stands before the reserved word.
  private static func number(_ heading: Heading, _ bare: String, _ page: Page) -> Range<Int>? {
    let start = page.bytes[heading.range].firstIndex { $0 != UInt8(ascii: "#") && $0 != 32 } ?? 0
    let end = heading.contentEnd - bare.utf8.count
    guard start < end, heading.attributeBlock == nil,
      page.string(end..<heading.contentEnd).lowercased() == bare
    else { return nil }
    var last = end
    while last > start, page.bytes[last - 1] == 32 { last -= 1 }
    guard last < end,
      page.bytes[start..<last].allSatisfy({ (48...57).contains($0) || ".)".utf8.contains($0) })
    else { return nil }
    return start..<last
  }
}
