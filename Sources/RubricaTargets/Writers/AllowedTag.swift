internal import RubricaSource

/// A raw HTML tag that an author may use. Everything else is shown as text, or left out if it would
/// only run or restyle the page.
struct AllowedTag {
  let name: StaticString
  /// Stands beside paragraphs, not inside them.
  var isBlock = false
  /// Has no content and no end tag.
  var isVoid = false
  /// A start tag ends an open one of the same group, as browsers do: `<li>a<li>b`.
  var group = Group.none

  enum Group { case none, paragraph, item, term, row, cell }

  static func named(_ name: Substring.UTF8View) -> AllowedTag? {
    all.first { $0.name.matches(name) }
  }

  /// Never shown, and neither is what stands in them.
  static func isSecret(_ name: Substring.UTF8View) -> Bool {
    ("script" as StaticString).matches(name) || ("style" as StaticString).matches(name)
  }

  private static let all: [AllowedTag] =
    [
      "b", "i", "em", "strong", "u", "s", "del", "ins", "small", "mark", "sub", "sup", "kbd",
      "code", "samp", "var", "abbr", "cite", "q", "span", "a",
    ].map { AllowedTag(name: $0) }
    + [
      AllowedTag(name: "br", isVoid: true), AllowedTag(name: "wbr", isVoid: true),
      AllowedTag(name: "img", isVoid: true),
      AllowedTag(name: "hr", isBlock: true, isVoid: true),
      AllowedTag(name: "p", isBlock: true, group: .paragraph),
      AllowedTag(name: "li", isBlock: true, group: .item),
      AllowedTag(name: "dt", isBlock: true, group: .term),
      AllowedTag(name: "dd", isBlock: true, group: .term),
      AllowedTag(name: "tr", isBlock: true, group: .row),
      AllowedTag(name: "td", isBlock: true, group: .cell),
      AllowedTag(name: "th", isBlock: true, group: .cell),
    ]
    + [
      "div", "center", "ul", "ol", "dl", "table", "caption", "thead", "tbody", "tfoot", "details",
      "summary", "blockquote", "pre", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6",
    ].map { AllowedTag(name: $0, isBlock: true) }

  /// The tag that is written: an old presentational one becomes plain.
  var writtenName: StaticString { name.matches("center"[...].utf8) ? "div" : name }

  /// The level of `h1` to `h6`.
  var headingLevel: Int? {
    ProseWriter.headings.firstIndex { $0.matches(Substring(name.description).utf8) }.map { $0 + 1 }
  }
}

extension StaticString {
  /// Whether it is the same word, letter case aside. Only for words of lower-case letters.
  func matches(_ other: Substring.UTF8View) -> Bool {
    var own = 0
    return withUTF8Buffer { letters in
      for byte in other {
        guard own < letters.count, unsafe letters[own] == byte.lowered else { return false }
        own += 1
      }
      return own == letters.count
    }
  }
}
