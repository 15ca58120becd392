internal import RubricaModel

/// Phrases as they count for a comparison: small letters, single blanks, without the article at the
/// head and the full stop at the end.
enum Normalised {
  /// A number for a phrase; nil if it has no letter.
  static func key(_ prose: Prose) -> WordHash? { key(prose.inlines) }

  static func key(_ inlines: [Inline]) -> WordHash? {
    var reader = Reader()
    read(inlines, &reader)
    return reader.key
  }

  static func key(_ text: String) -> WordHash? {
    var reader = Reader()
    reader.read(text)
    return reader.key
  }

  private static func read(_ inlines: [Inline], _ reader: inout Reader) {
    for inline in inlines {
      switch inline.kind {
      case .text(let text), .code(let text): reader.read(text)
      case .softBreak, .lineBreak: reader.read(" ")
      case .html: break
      default: read(inline.children, &reader)
      }
    }
  }

  /// Adds words to a key. Signs count only between words.
  private struct Reader {
    private var whole = WordHash()
    private var word = WordHash()
    /// Signs that count if another word follows.
    private var signs = WordHash()
    private var isInWord = false
    private var words = 0

    var key: WordHash? {
      var end = self
      end.endWord()
      return end.words == 0 ? nil : end.whole
    }

    mutating func read(_ text: String) {
      let bytes = text.utf8.span
      for place in bytes.indices {
        let byte = bytes[place]
        // Nearly every byte is a small letter.
        if byte &- 0x61 < 26 {
          isInWord = true
          word.add(folded: byte)
          continue
        }
        switch byte {
        case 32, 9, 10, 13: endWord()
        case 0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x22, 0x27, 0x28, 0x29:
          endWord()
          signs.add(byte)
        default:
          isInWord = true
          word.add(byte)
        }
      }
    }

    private mutating func endWord() {
      guard isInWord else { return }
      isInWord = false
      defer { word = WordHash() }
      if words == 0, Self.articles.contains(word) {
        signs = WordHash()
        return
      }
      if words > 0 { whole.add(signs) }
      whole.add(word)
      signs = WordHash()
      words += 1
    }

    private static let articles = ["a", "an", "the", "any"].map { WordHash($0) }
  }

  static func phrase(_ prose: Prose) -> String { phrase(prose.plainText) }

  static func phrase(_ text: String) -> String {
    var words = text.lowercased().split { $0 == " " || $0 == "\n" || $0 == "\t" }
    if let first = words.first, ["a", "an", "the", "any"].contains(first) { words.removeFirst() }
    var phrase = words.joined(separator: " ")
    while let last = phrase.last, ".;,".contains(last) { phrase.removeLast() }
    return phrase
  }
}
