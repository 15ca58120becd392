internal import RubricaModel
internal import RubricaSource

/// `Group: B` and `Tool: hammer` say something else in other documents: with a dash for the colon they
/// are headings like any other. Above labels a group is what it says.
enum PrefixPass: ImportPass {
  static let title = "words before a colon"
  static let isStructuring = false

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    for (index, heading) in page.headings.enumerated() {
      let entry = Outline.entry(heading.title, page.vocabulary)
      guard entry == .tool || entry == .group && outline.roles[index] != .group,
        let colon = page.colon(in: heading.range.lowerBound..<heading.contentEnd)
      else { continue }
      var group = EditGroup(page)
      group.replace(colon, with: " \u{2013}")
      group.say(
        .changed, at: heading.range.lowerBound,
        "\"\(heading.title)\" got a dash in place of its colon so that it stays an ordinary heading"
      )
      attempt.add(group)
    }
  }
}

extension Page {
  /// The first colon in a range, of half or full width.
  fileprivate func colon(in range: Range<Int>) -> Range<Int>? {
    range.lazy.compactMap { place in
      if bytes[place] == UInt8(ascii: ":") { return place..<(place + 1) }
      let isWide = bytes[place...].prefix(3).elementsEqual([0xEF, 0xBC, 0x9A])
      return isWide ? place..<(place + 3) : nil
    }.first
  }
}
