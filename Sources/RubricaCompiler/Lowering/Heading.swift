internal import RubricaModel
internal import RubricaSource

/// A heading, taken apart: `Good: the whole octagon {#id audience=reviewer}`.
struct Heading {
  var level: Int
  /// The words without prefix and attributes.
  var text: Prose
  /// What the prefix announces.
  var entry: Vocabulary.Entry?
  /// What the whole heading announces.
  var role: SectionRole?
  var id: Located<String>?
  var audience: Audience?
  var span: Span
  /// Attributes in braces that are neither an id nor an audience.
  var unknownAttributes: [Located<String>] = []

  init(level: Int, _ inlines: [Inline], _ span: Span, _ vocabulary: Vocabulary) {
    self.level = level
    self.span = span
    text = inlines.prose(or: span)
    takeAttributes()
    let words = text.plainText
    if words.utf8.count <= vocabulary.longestSection + 4,
      let role = vocabulary.sections[Self.normalised(words)]
    {
      self.role = role
      return
    }
    if let colon = words.utf8.prefix(vocabulary.longestEntry + 4).firstIndex(of: UInt8(ascii: ":")),
      let entry = vocabulary.entries[Self.normalised(String(words[..<colon]))]
    {
      self.entry = entry
      text = Self.dropping(prefix: words[...colon].utf8.count, from: text.inlines).prose(or: span)
    }
  }

  private static func normalised(_ words: String) -> String {
    var words = words[...]
    while let last = words.last, last == " " || last == ":" { words.removeLast() }
    while words.first == " " { words.removeFirst() }
    return words.lowercased()
  }

  /// `{#id key=value}` at the end of the last text.
  private mutating func takeAttributes() {
    guard let last = text.inlines.last, case .text(let words) = last.kind,
      words.utf8.last == UInt8(ascii: "}"),
      let open = words.lastIndex(of: "{")
    else { return }
    let start = words.utf8.distance(from: words.startIndex, to: open)
    let inner = words[words.index(after: open)...].dropLast()
    let parts = inner.split(separator: " ")
    guard let first = parts.first, first.hasPrefix("#") || first.contains("=") else { return }
    for part in parts {
      let offset = words.utf8.distance(from: words.startIndex, to: part.startIndex)
      let place = last.slice(offset..<(offset + part.utf8.count)).span
      if part.hasPrefix("#"), part.count > 1 {
        id = Located(String(part.dropFirst()), place)
      } else if part.hasPrefix("audience="),
        let value = Audience(rawValue: String(part.dropFirst(9)))
      {
        audience = value
      } else {
        unknownAttributes.append(Located(String(part), place))
      }
    }
    var inlines = text.inlines
    inlines[inlines.count - 1] = last.prefix(start)
    text = inlines.trimmed.prose(or: span)
  }

  /// Drops the first bytes of the plain text.
  private static func dropping(prefix count: Int, from inlines: [Inline]) -> [Inline] {
    var left = count
    var rest = inlines
    while left > 0, let first = rest.first {
      let size = [first].plainText.utf8.count
      if size <= left {
        left -= size
        rest.removeFirst()
      } else {
        rest[0] = first.suffix(from: left)
        left = 0
      }
    }
    return rest.trimmed
  }
}
