internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// A number before a reserved word ("4. Examples") goes into a comment, so that the heading opens
/// its section.
enum NumberedHeadingPass: ImportPass {
  static let title = "a numbered heading"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    var hidden: [String] = []
    for (index, heading) in page.headings.enumerated() where outline.roles[index] == .prose {
      let offset = heading.range.lowerBound
      let bare = Reserved.bare(heading.title)
      if let section = Reserved.section(bare, page.vocabulary),
        let number = number(of: heading, bare, page)
      {
        // It would get a full stop at once.
        if section == "examples", EntrySection(index, page, outline).isUncertainExamples {
          continue
        }
        var group = EditGroup(page)
        group.insert("<!-- ", at: number.lowerBound)
        group.insert(" -->", at: number.upperBound)
        group.say(
          .structured, at: offset,
          "\"\(heading.title)\" opens the section `\(bare)`; its number became a comment")
        attempt.add(group)
        hidden.append(page.string(number))
      } else if let role = Reserved.synonyms[bare] {
        attempt.say(
          .suggestion, at: offset,
          "\"\(heading.title)\" may be what the heading `\(page.vocabulary.word(role))` is for")
      }
    }
    if !hidden.isEmpty { warn(of: hidden, page, &attempt) }
  }

  /// Words before the number of a section.
  private static let references: [String] = [
    "section ", "sections ", "chapter ", "sec. ", "\u{A7}", "abschnitt ", "kapitel ", "chapitre ",
    "sección ", "apartado ", "capítulo ", "第",
  ]

  /// Says where the text refers to a section whose number readers no longer see.
  private static func warn(of hidden: [String], _ page: Page, _ attempt: inout PassAttempt) {
    let hidden = Set(hidden.map { number(in: $0[...]) })
    for line in page.lines.starts.indices {
      let content = page.lines.content(ofLine: line, in: page.bytes)
      let words = page.string(content).lowercased()
      for reference in references {
        let number = words.ranges(of: reference).lazy
          .map { Self.number(in: words[$0.upperBound...].drop { $0 == " " }) }
          .first { hidden.contains($0) }
        guard let number else { continue }
        attempt.say(
          .suggestion, at: content.lowerBound,
          "\"\(reference)\(number)\": this number of a heading became a comment, which no reader sees; "
            + "link to the heading")
        break
      }
    }
  }

  /// `2.1` of `2.1.`, `2.1)` and `2.1 and more`.
  private static func number(in text: Substring) -> String {
    var number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    while number.last == "." { number.removeLast() }
    return String(number)
  }

  /// The number, if nothing else stands before the reserved word.
  private static func number(of heading: Heading, _ bare: String, _ page: Page) -> Range<Int>? {
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
