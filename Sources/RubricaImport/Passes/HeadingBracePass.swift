internal import RubricaSource
internal import RubricaSyntax

/// `{#id` or `{.class` within a heading, where no attribute can stand, stays text: with a backslash, or
/// the compiler would take it for an attribute that was written wrongly.
enum HeadingBracePass: ImportPass {
  static let title = "braces within headings"
  static let isStructuring = false

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let nodes = page.tree.nodes
    let attributes = Set(
      page.headings.compactMap { heading in
        heading.writtenID == nil ? nil : heading.blockRange(in: page.bytes)?.lowerBound
      })
    for index in nodes.indices {
      guard case .heading = nodes[index].kind else { continue }
      var group = EditGroup(page)
      var hasEdits = false
      for text in (index + 1)..<max(index + 1, nodes[index].end) {
        guard case .text = nodes[text].kind else { continue }
        let range = page.range(text)
        for place in range
        where opensAttribute(place, in: page.bytes, range) && !attributes.contains(place) {
          group.insert("\\", at: place)
          hasEdits = true
        }
      }
      guard hasEdits else { continue }
      group.say(
        .changed, at: page.range(index).lowerBound,
        "braces within a heading got a backslash: an id stands at its end, and nowhere else")
      attempt.add(group)
    }
  }

  private static func opensAttribute(_ place: Int, in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard bytes[place] == UInt8(ascii: "{"), place + 2 < range.upperBound,
      bytes[place + 1] == UInt8(ascii: "#") || bytes[place + 1] == UInt8(ascii: "."),
      bytes[place + 2] != UInt8(ascii: "{")
    else { return false }
    return place == 0 || bytes[place - 1] != UInt8(ascii: "\\")
  }
}
