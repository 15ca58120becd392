internal import RubricaSource
internal import RubricaSyntax

/// The words of a document in reading order, cut into sentences, and the destinations of its links
/// and pictures. Words are compared as hashes; colons, dashes, arrows and the marks of emphasis do not
/// count, since structure takes their place.
struct WordStream {
  struct Sentence {
    /// Into `words`.
    var range: Range<Int>
    /// As read, for messages.
    var text: String
    /// Where its block starts.
    var offset: Int
    /// Whether people would call it a sentence: not the words of a heading, the number of an item,
    /// what stands before a colon, or another cell of a row than its first.
    var isCounted: Bool
    /// The row of a table that it stands in, and the cell of that row; nil elsewhere.
    var cell: Cell?
  }

  struct Cell: Equatable {
    var row: Int
    var column: Int
  }

  /// Whose words are read.
  enum Side {
    /// What must be kept: tags of HTML are markup, which may be replaced by Markdown.
    case source
    /// What there is: a tag is as visible as any word.
    case draft
  }

  private(set) var words: [UInt64] = []
  private(set) var sentences: [Sentence] = []
  /// Destinations and titles of links and pictures, in order; those in HTML, too.
  private(set) var asides: [(text: String, offset: Int)] = []

  private let side: Side
  private var offset = 0
  private var sentenceStart = 0
  private var hasWord = false
  private var isAfterStop = false
  /// The stop is a colon or a dash, behind which a sentence goes on.
  private var isAfterColon = false
  private var hasLetter = false
  private var isInHeading = false
  private var isInRow = false
  private var isRowCounted = false
  private var cell = Cell(row: 0, column: 0)
  private var sentenceText: [UInt8] = []
  /// The last bytes of the sentence that are no blanks and no marks of emphasis.
  private var tail: UInt32 = 0

  init(_ tree: MarkdownTree, _ bytes: [UInt8], side: Side) {
    self.side = side
    words.reserveCapacity(bytes.count / 5)
    var isFirst = false
    var opensHeading = false
    var behindBold = 0
    for (index, node) in tree.nodes.enumerated() {
      defer {
        if case .paragraph = node.kind { isFirst = side == .source } else { isFirst = false }
        opensHeading = side == .source && node.kind.isHeading
      }
      if !node.kind.isInline {
        endSentence()
        offset = node.span.range.lowerBound
        enter(node.kind)
      }
      switch node.kind {
      case .text(let text):
        var text = isFirst ? Self.withoutHashes(text) : text[...]
        if opensHeading {
          // A number or sign before the words may be set apart from them; without a blank it is a part
          // of the first one.
          let ornament = HeadingWords.ornament(of: String(text))
          if ornament.last == " " {
            add(ornament.utf8)
            endSentence()
            text = text.dropFirst(ornament.count)
          }
        }
        if side == .source, index == behindBold, Self.opensWithMark(text) {
          endSentence(goesOn: true)
        }
        addText(text, isInHeading: tree.nodes[node.parent].kind.isHeading)
      case .strong:
        behindBold = node.end
        // Bold words at the head of a line may open a part of their own.
        let before = tree.nodes[index - 1].kind
        if side == .source, before == .softBreak || before == .lineBreak {
          endSentence(goesOn: true)
        }
      case .code(let text): add(text.utf8)
      case .softBreak, .lineBreak: add(" ".utf8)
      case .htmlInline(let text), .htmlBlock(let text): addMarkup(text)
      case .codeBlock(let info, let text, _):
        add(info.utf8)
        addLines(text)
      case .item(let isChecked): addMarker(bytes[node.span.range], isChecked)
      case .link(let destination, let title), .image(let destination, let title):
        addAside(destination)
        addAside(title)
      default: break
      }
    }
    endSentence()
  }

  private mutating func enter(_ block: MarkdownTree.Kind) {
    isInHeading = block.isHeading
    switch block {
    case .tableRow:
      isInRow = true
      isRowCounted = false
      cell = Cell(row: cell.row + 1, column: 0)
    case .tableCell: cell.column += 1
    default: isInRow = false
    }
  }

  /// Data whose every line is a sentence.
  init(lines: [UInt8], offset: Int) {
    side = .source
    self.offset = offset
    addLines(String(decoding: lines, as: UTF8.self))
  }

  private mutating func addLines(_ text: String) {
    for line in text.utf8.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      endSentence()
      add(line)
    }
    endSentence()
  }

  /// Whether a text begins with a sign in brackets, which may be set apart from a bold name before it.
  private static func opensWithMark(_ text: Substring) -> Bool {
    let mark = text.drop { $0 == " " }
    return mark.first == "[" && mark.prefix(20).contains("]")
  }

  /// Braces behind a picture or a heading are attributes: they may be taken apart from what is around
  /// them, and an id may change.
  private mutating func addText(_ text: Substring, isInHeading: Bool) {
    var text = text
    if side == .source, !isInHeading, text.first == "{", let close = text.firstIndex(of: "}") {
      endSentence()
      add(text[...close].utf8)
      endSentence()
      text = text[text.index(after: close)...]
    }
    guard side == .source, isInHeading, text.hasSuffix("}"), let open = text.lastIndex(of: "{")
    else {
      return add(text.utf8)
    }
    add(text[..<open].utf8)
    endSentence()
    if !text[open...].hasPrefix("{#") { add(text[open...].utf8) }
  }

  /// Hashes at the head of a paragraph are marks of a heading that lacks a blank behind them.
  private static func withoutHashes(_ text: String) -> Substring {
    let hashes = text.prefix { $0 == "#" }
    return hashes.count > 1 ? text.dropFirst(hashes.count) : text[...]
  }

  private mutating func addAside(_ text: String) {
    if !text.isEmpty { asides.append((text, offset)) }
  }

  /// The number of an ordered item and the box of a task are text as much as markup.
  private mutating func addMarker(_ item: ArraySlice<UInt8>, _ isChecked: Bool?) {
    let digits = item.prefix { $0.isDigit }
    if !digits.isEmpty {
      add(digits)
      add(". ".utf8)
    }
    if let isChecked { add((isChecked ? "[x] " : "[ ] ").utf8) }
  }

  private mutating func addMarkup(_ text: String) {
    if side == .draft { addLines(text) }
    for piece in HTMLScanner.pieces(of: text) {
      switch piece.kind {
      case .text, .comment, .other:
        guard side == .source else { continue }
        if piece.kind != .text { endSentence() }
        let lines = text.utf8.dropFirst(piece.range.lowerBound).prefix(piece.range.count)
        for (number, line) in lines.split(
          omittingEmptySubsequences: false, whereSeparator: { $0 == 10 || $0 == 13 }
        ).enumerated() {
          if number > 0 { endSentence() }
          add(line)
        }
      case .tag(let tag):
        endSentence()
        for attribute in tag.attributes {
          switch attribute.name {
          case "alt" where side == .source:
            add(attribute.value.utf8)
            endSentence()
          case "src", "href", "title": addAside(attribute.value)
          default: break
          }
        }
      }
    }
    endSentence()
  }

  private mutating func endSentence(goesOn: Bool = false) {
    if hasWord {
      let isCounted = hasLetter && !isInHeading && !goesOn && !(isInRow && isRowCounted)
      sentences.append(
        Sentence(
          range: sentenceStart..<words.count,
          text: String(decoding: sentenceText, as: UTF8.self), offset: offset,
          isCounted: isCounted, cell: isInRow ? cell : nil))
      if isCounted { isRowCounted = true }
    }
    sentenceStart = words.count
    hasWord = false
    hasLetter = goesOn && hasLetter
    isAfterStop = false
    isAfterColon = false
    tail = 0
    sentenceText.removeAll(keepingCapacity: true)
  }

  // MARK: - Words

  /// A word is a run of letters, digits and everything beyond ASCII; each other sign is one too.
  private mutating func add(_ text: some Sequence<UInt8>) {
    var word = Self.seed
    var last: UInt8 = 0
    for byte in text {
      defer { last = byte }
      if isAfterStop, Self.isSpace(byte) { endSentence(goesOn: isAfterColon) }
      isAfterStop = false
      let before = tail
      if !Self.isSpace(byte), byte != UInt8(ascii: "*"), byte != UInt8(ascii: "_") {
        tail = tail << 8 | UInt32(byte)
      }
      if sentenceText.count < 160 { sentenceText.append(Self.isSpace(byte) ? 32 : byte) }
      if byte >= 0x80 || byte.isDigit || byte.isLetter {
        word = Self.hash(byte, word)
        hasLetter = hasLetter || byte > 57
        continue
      }
      finish(&word)
      if isAfterStop, Self.isSpace(byte) { endSentence(goesOn: isAfterColon) }
      switch byte {
      case UInt8(ascii: ":"), UInt8(ascii: "-"):
        // A name and what it means may be taken apart there.
        isAfterStop = true
        isAfterColon = true
      case UInt8(ascii: ">") where last == UInt8(ascii: "-"):
        isAfterStop = true
        isAfterColon = true
      case UInt8(ascii: "(") where side == .source && Self.endsQuotation(before):
        // What is said of a quotation may be taken apart from it.
        endSentence(goesOn: true)
        words.append(Self.hash(byte, Self.seed))
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"): break
      default:
        guard !Self.isSpace(byte) else { break }
        words.append(Self.hash(byte, Self.seed))
        isAfterStop = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(byte)
        isAfterColon = false
      }
    }
    finish(&word)
  }

  private mutating func finish(_ word: inout UInt64) {
    guard word != Self.seed else { return }
    if Self.dashes.contains(word) {
      isAfterStop = true
      isAfterColon = true
    } else {
      words.append(word)
      hasWord = true
    }
    word = Self.seed
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  /// FNV-1a.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func hash(_ byte: UInt8, _ word: UInt64) -> UInt64 {
    (word ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// Whether bytes end in a sign that closes a quotation.
  private static func endsQuotation(_ bytes: UInt32) -> Bool {
    bytes & 0xFF == UInt32(UInt8(ascii: "\""))
      || quotes.contains(bytes & 0xFF_FFFF) || quotes.contains(bytes & 0xFFFF)
  }

  /// Signs that close a quotation, as the bytes that they are.
  private static let quotes: Set<UInt32> = Set(
    ["”", "“", "»", "«", "」"].map { sign in
      sign.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    })

  private static let dashes = ["–", "—", "·", "\u{A0}", "→", "⇒", "➜", "➔", "⟶"].map {
    $0.utf8.reduce(seed) { hash($1, $0) }
  }
}

extension MarkdownTree.Kind {
  fileprivate var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}
