internal import RubricaSource
internal import RubricaSyntax

/// Notes in the notation of documentation sites (`!!! warning` and indented lines), which a Markdown
/// reader shows as code, become block quotes.
enum AdmonitionPass: ImportPass {
  static let title = "a note block"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    guard quoted(page) != nil else { return }
    for group in groups(page) { attempt.add(group) }
  }

  private static func groups(_ page: Page) -> [EditGroup] {
    var groups: [EditGroup] = []
    let code = page.literalLines(withIndented: false)
    var line = 0
    while line < page.lines.starts.count {
      let start = line
      line += 1
      guard !code.contains(start), let head = head(of: start, page) else { continue }
      // The note goes on over blank lines as long as lines are indented.
      var end = start + 1
      var last = start
      while end < page.lines.starts.count {
        let content = page.lines.content(ofLine: end, in: page.bytes)
        let isBlank = page.bytes[content].allSatisfy { $0 == 32 || $0 == 9 }
        guard isBlank || indentation(of: content, page) != nil else { break }
        if !isBlank { last = end }
        end += 1
      }
      guard last > start else { continue }
      var group = EditGroup(page)
      group.replace(head, with: "> **")
      let first = page.lines.content(ofLine: start, in: page.bytes)
      group.insert("**" + page.newline + ">", at: trimmedEnd(first, page))
      for inner in (start + 1)...last {
        let content = page.lines.content(ofLine: inner, in: page.bytes)
        if let indentation = indentation(of: content, page) {
          group.replace(indentation, with: "> ")
        } else {
          group.replace(content, with: ">")
        }
      }
      if end == last + 1, end < page.lines.starts.count {
        // What follows is none of the note, as a site reads it.
        group.insert(page.newline, at: page.lines.starts[end])
      }
      group.say(.changed, at: first.lowerBound, "a note block became a quote")
      groups.append(group)
      line = last + 1
    }
    return groups
  }

  /// The text with its notes as quotes: what a documentation site makes of it.
  static func quoted(_ page: Page) -> WorkingText? {
    let edits = groups(page).flatMap(\.edits)
    guard !edits.isEmpty else { return nil }
    let text = page.text.applying(edits)
    return marksAside(text.bytes) == marksAside(page.bytes) ? text : nil
  }

  /// What no edit of this pass may touch.
  private static func marksAside(_ bytes: [UInt8]) -> [UInt8] {
    bytes.filter { $0 > 32 && !"!?+>*".utf8.contains($0) }
  }

  /// `!!! ` or `??? ` at the start of a line with a kind and perhaps a title.
  private static func head(of line: Int, _ page: Page) -> Range<Int>? {
    let content = page.lines.content(ofLine: line, in: page.bytes)
    let bytes = page.bytes[content]
    var width = 3
    guard bytes.starts(with: "!!!".utf8) || bytes.starts(with: "???".utf8) else { return nil }
    if bytes.dropFirst(3).first == UInt8(ascii: "+") { width = 4 }
    let rest = bytes.dropFirst(width)
    guard rest.first == 32, let kind = rest.dropFirst().first, (97...122).contains(kind | 0x20),
      !rest.contains(where: { "*_`[]<>&\\".utf8.contains($0) })
    else { return nil }
    return content.lowerBound..<(content.lowerBound + width + 1)
  }

  private static func indentation(of content: Range<Int>, _ page: Page) -> Range<Int>? {
    let bytes = page.bytes[content]
    if bytes.first == 9 { return content.lowerBound..<(content.lowerBound + 1) }
    guard bytes.count > 4, bytes.prefix(4).allSatisfy({ $0 == 32 }) else { return nil }
    return content.lowerBound..<(content.lowerBound + 4)
  }

  private static func trimmedEnd(_ content: Range<Int>, _ page: Page) -> Int {
    var end = content.upperBound
    while end > content.lowerBound, page.bytes[end - 1] == 32 || page.bytes[end - 1] == 9 {
      end -= 1
    }
    return end
  }
}
