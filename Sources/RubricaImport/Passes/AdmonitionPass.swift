internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Notes in the notations of documentation sites become notes of a code host, which the language knows,
/// or block quotes under a bold title: `!!! warning` and indented lines, which a Markdown reader shows as
/// code, and lines between `:::note`, `::: {.callout-note}` or `:::{note}` and `:::`.
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
      if !code.contains(start), let alert = alert(at: start, page) {
        groups.append(alert)
        continue
      }
      if !code.contains(start), let fenced = fenced(at: start, code, page) {
        groups.append(fenced.group)
        line = fenced.next
        continue
      }
      guard !code.contains(start), let head = head(of: start, page) else { continue }
      // The note goes on over blank lines as long as lines are indented.
      var end = start + 1
      var last = start
      while end < page.lines.starts.count {
        let content = page.lines.content(ofLine: end, in: page.bytes)
        let isBlank = page.bytes[content].allSatisfy { $0.isBlank }
        guard isBlank || indentation(of: content, page) != nil else { break }
        if !isBlank { last = end }
        end += 1
      }
      guard last > start else { continue }
      var group = EditGroup(page)
      let first = page.lines.content(ofLine: start, in: page.bytes)
      let title = page.string(head.upperBound..<first.upperBound)
      let isKnown = isKnown(title.trimmed)
      group.replace(head, with: isKnown ? "> [!" : "> **")
      group.insert(isKnown ? "]" : "**" + page.newline + ">", at: trimmedEnd(first, page))
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
      group.say(
        .changed, at: first.lowerBound,
        isKnown
          ? "a note block became a note, `[!\(title.trimmed)]`"
          : "a note block became a quote under \"\(MarkupRules.excerpt(title))\"")
      groups.append(group)
      line = last + 1
    }
    return groups
  }

  /// Whether the language has a note of this kind.
  private static func isKnown(_ kind: some StringProtocol) -> Bool {
    Callout.Kind(rawValue: kind.lowercased()) != nil
  }

  /// `> [!INFO]` alone on the first line of a quote: like a note of a code host, and none.
  private static func alert(at line: Int, _ page: Page) -> EditGroup? {
    let content = page.lines.content(ofLine: line, in: page.bytes)
    let text = page.string(content)
    guard text.hasPrefix("> [!"), text.trimmingSpaces.hasSuffix("]") else { return nil }
    let kind = text.trimmingSpaces.dropFirst(4).dropLast()
    guard !kind.isEmpty, !isKnown(kind), kind.utf8.allSatisfy({ $0.isLetter }),
      line + 1 < page.lines.starts.count
    else { return nil }
    let next = page.lines.content(ofLine: line + 1, in: page.bytes)
    guard page.bytes[next].first == UInt8(ascii: ">") else { return nil }
    var group = EditGroup(page)
    let start = content.lowerBound + 2
    group.replace(start..<(start + 2), with: "**")
    let end = start + 2 + kind.utf8.count
    group.replace(end..<(end + 1), with: "**" + page.newline + ">")
    group.say(
      .changed, at: content.lowerBound, "a note of a code host got the bold title \"\(kind)\"")
    return group
  }

  /// `:::note[Title]` or `::: note Title`, and the lines up to `:::`.
  private static func fenced(
    at line: Int, _ code: Set<Int>, _ page: Page
  ) -> (group: EditGroup, next: Int)? {
    let content = page.lines.content(ofLine: line, in: page.bytes)
    let text = page.string(content)
    let colons = text.prefix { $0 == ":" }.count
    let words = text.dropFirst(colons)
    var blanks = words.prefix { $0 == " " }.count
    var inner = words.dropFirst(blanks)
    // `{.callout-note}` and `{note}`
    let isBraced = inner.hasPrefix("{")
    for opening in ["{", ".", "callout-"] where inner.hasPrefix(opening) && isBraced {
      inner = inner.dropFirst(opening.count)
      blanks += opening.count
    }
    let kind = inner.prefix { $0.isASCII && $0.isLetter }
    guard colons > 2, !kind.isEmpty, isBraced == (inner.dropFirst(kind.count).first == "}") else {
      return nil
    }
    let rest = inner.dropFirst(kind.count + (isBraced ? 1 : 0))
    let isBracketed = rest.hasPrefix("[") && rest.trimmed.hasSuffix("]")
    guard rest.trimmed.isEmpty || rest.hasPrefix(" ") || isBracketed,
      !rest.contains("{")
    else { return nil }
    var end = line + 1
    while end < page.lines.starts.count {
      let inner = page.string(page.lines.content(ofLine: end, in: page.bytes))
      if !code.contains(end), inner.hasPrefix(":::") {
        guard inner.trimmed.allSatisfy({ $0 == ":" }) else { return nil }
        break
      }
      end += 1
    }
    guard end < page.lines.starts.count, end > line + 1 else { return nil }
    var group = EditGroup(page)
    let start = content.lowerBound
    let kindStart = start + colons + blanks
    let kindEnd = kindStart + kind.utf8.count
    let newline = page.newline
    let next = page.bytes[page.lines.content(ofLine: line + 1, in: page.bytes)]
    let blank = next.isEmpty ? "" : newline + ">"
    // A title stands for itself, since it may have marks of its own.
    let title = rest.trimmed
    let isNote = title.isEmpty && isKnown(kind)
    group.replace(start..<kindStart, with: isNote ? "> [!" : "> **")
    if title.isEmpty {
      group.replace(kindEnd..<content.upperBound, with: isNote ? "]" : "**" + blank)
    } else {
      let lead =
        rest.prefix { $0 == " " || $0 == "[" && isBracketed }.utf8.count + (isBraced ? 1 : 0)
      group.replace(kindEnd..<(kindEnd + lead), with: "**\(newline)>\(newline)> ")
      let trail = isBracketed ? 1 : 0
      let titleEnd = trimmedEnd(content, page)
      group.replace((titleEnd - trail)..<content.upperBound, with: blank)
    }
    for inner in (line + 1)..<end {
      let content = page.lines.content(ofLine: inner, in: page.bytes)
      let start = content.lowerBound..<content.lowerBound
      if page.bytes[content].first == UInt8(ascii: "#") {
        group.replaceHeading(start, with: "> ")
      } else {
        group.replace(start, with: content.isEmpty ? ">" : "> ")
      }
    }
    group.delete(page.lines.content(ofLine: end, in: page.bytes))
    group.say(
      .changed, at: start,
      isNote
        ? "a note block became a note, `[!\(kind)]`"
        : "a note block became a quote under \"\(kind)\"")
    return (group, end + 1)
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
    let words = String(decoding: bytes, as: UTF8.self).replacing("{.callout-", with: "")
    return words.utf8.filter { $0 > 32 && !"!?+>*[]:{}".utf8.contains($0) }
  }

  /// `!!! ` or `??? ` at the start of a line with a kind and perhaps a title.
  private static func head(of line: Int, _ page: Page) -> Range<Int>? {
    let content = page.lines.content(ofLine: line, in: page.bytes)
    let bytes = page.bytes[content]
    var width = 3
    guard bytes.starts(with: "!!!".utf8) || bytes.starts(with: "???".utf8) else { return nil }
    if bytes.dropFirst(3).first == UInt8(ascii: "+") { width = 4 }
    let rest = bytes.dropFirst(width)
    guard rest.first == 32, let kind = rest.dropFirst().first, kind.isLetter,
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
    while end > content.lowerBound, page.bytes[end - 1].isBlank {
      end -= 1
    }
    return end
  }
}

extension Substring {
  fileprivate var trimmed: String { String(self).trimmingSpaces }
}

extension String {
  fileprivate var trimmed: String { trimmingSpaces }
}
