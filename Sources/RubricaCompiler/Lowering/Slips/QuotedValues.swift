internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Values of YAML with typographic quotation marks around all of them: to YAML these quote nothing.
enum QuotedValues {
  static func find(in node: DataNode?, of text: DerivedText) -> [Problem] {
    guard let node, mayBeginQuote(text.bytes) else { return [] }
    var search = Search()
    search.visit(node, key: "")
    return search.problems
  }

  /// What to say of a text that an annotator is to write, if such marks are around it.
  static func problem(of answer: DataNode) -> Problem? {
    guard case .scalar(let text, isPlain: true) = answer.kind, let inner = inner(of: text) else {
      return nil
    }
    return Problem(.typographicQuotes(text, inner: inner), at: answer.span)
  }

  /// Whether a byte of a typographic quotation mark is in a text: hardly any YAML has one beyond ASCII.
  private static func mayBeginQuote(_ bytes: [UInt8]) -> Bool {
    var place = TextCheck.endOfPlainText(bytes, from: 0)
    while place < bytes.count {
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0
      // U+2018 to U+201F begin with E2 80, `«` and `»` are C2 AB and C2 BB.
      if bytes[place] == 0xE2, next == 0x80 { return true }
      if bytes[place] == 0xC2, next == 0xAB || next == 0xBB { return true }
      place = TextCheck.endOfPlainText(bytes, from: place + 1)
    }
    return false
  }

  private struct Search {
    private(set) var problems: [Problem] = []
    /// Aliases stand for one value at many places.
    private var seen: Set<Span> = []

    /// Keys whose values name what is declared elsewhere: what has no such name is a finding already.
    private static let references: Set<String> = [
      "labels", "layers", "over", "from", "to", "parent", "group", "label", "applies-to", "remove",
    ]
    /// Keys whose values are words and signs as they stand in the items, quotation marks and all.
    private static let quotations: Set<String> = [
      "includes", "excludes", "examples", "pattern", "word", "wrong", "right", "write", "brackets",
      "separator", "forbidden-characters",
    ]

    mutating func visit(_ node: DataNode, key: String) {
      switch node.kind {
      case .mapping(let fields): for field in fields { visit(field.value, key: field.key.value) }
      case .list(let items): for item in items { visit(item, key: key) }
      case .scalar(let text, isPlain: true):
        guard let inner = QuotedValues.inner(of: text), !Self.references.contains(key),
          !Self.quotations.contains(key), seen.insert(node.span).inserted
        else { return }
        problems.append(Problem(.typographicQuotes(text, inner: inner), at: node.span))
      case .scalar: break
      }
    }
  }

  private static let pairs: [(Character, Set<Character>)] = [
    ("“", ["”"]), ("„", ["“", "”"]), ("«", ["»"]), ("»", ["«"]), ("‘", ["’"]), ("‚", ["‘", "’"]),
  ]

  /// What stands between typographic quotation marks, if they are around all of a text.
  private static func inner(of text: String) -> String? {
    guard let byte = text.utf8.first, byte >= 0x80, let first = text.first, let last = text.last,
      let pair = pairs.first(where: { $0.0 == first }), pair.1.contains(last),
      text.count > 2
    else { return nil }
    // French has a blank within its marks, which is none of what they quote.
    let inner = text.dropFirst().dropLast().drop { $0.isWhitespace }
    let end = inner.lastIndex { !$0.isWhitespace }
    guard let end, !inner.contains(first), !inner.contains(last) else { return nil }
    return String(inner[...end])
  }
}
