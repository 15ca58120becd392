internal import RubricaSource
internal import RubricaSyntax

/// `##Examples` is a heading to old readers of Markdown and text to those of today: two hashes or
/// more before a word, at the start of a paragraph, get the blank that makes a heading of them. One
/// hash may be a tag (`#stop`), and stays.
enum HashHeadingPass: ImportPass {
  static let title = "hashes without a space"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    for block in page.blocks {
      guard case .paragraph = page.tree.nodes[block].kind else { continue }
      let range = page.range(block)
      let line = page.lines.content(
        ofLine: page.lines.line(at: range.lowerBound), in: page.bytes)
      guard line.lowerBound == range.lowerBound else { continue }
      let hashes = page.bytes[line].prefix { $0 == UInt8(ascii: "#") }.count
      let words = page.string((line.lowerBound + hashes)..<line.upperBound).trimmingSpaces
      guard (1...6).contains(hashes), opensHeading(words) else { continue }
      if hashes > 1 {
        var group = EditGroup(page)
        group.insert(" ", at: line.lowerBound + hashes)
        group.say(
          .structured, at: line.lowerBound,
          "\"\(MarkupRules.excerpt(words))\" became a heading: a space was missing after its hashes"
        )
        attempt.add(group)
      } else if words.contains(" "), line.upperBound >= range.upperBound {
        attempt.say(
          .suggestion, at: line.lowerBound,
          "\"#\(MarkupRules.excerpt(words))\" looks like a heading: add a space after `#` if it is one"
        )
      }
    }
  }

  /// Whether words can be those of a heading: short, no sentence, from a letter or a number on.
  private static func opensHeading(_ words: String) -> Bool {
    guard let first = words.first, let last = words.last, words.utf8.count <= 100,
      !".;,\\}#".contains(last)
    else { return false }
    if first.isLetter { return true }
    let digits = words.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let next = words.dropFirst(digits.count).first else { return false }
    return next == "." || next == ")" || next == " "
  }
}
