internal import RubricaModel
internal import RubricaSource

/// Terms, questions, steps, checks and changes: the entries of Glossary, FAQ, Steps, Self-check and
/// Changelog.
extension Lowering {
  mutating func lowerEntry(
    _ heading: Heading, _ kind: EntryKind, _ inner: ArraySlice<Piece>
  ) -> Element {
    let anchor = addAnchor(heading, .section)
    var entry = EntryFields(
      kind: kind, title: heading.text, anchor: anchor, content: take(inner), audience: audience,
      span: heading.span)
    entry.isHeading = true
    if kind == .change { Self.readVersion(of: heading.text, into: &entry) }
    guideline.entries.append(Entry(consume entry))
    return .entry(guideline.entries.count - 1)
  }

  /// `**How tight?** To the pixel.` and `**Plate**: the front of a sign.`, in paragraphs of their own.
  static func beginsEntry(_ block: Block, _ kind: EntryKind) -> Bool {
    guard kind == .question || kind == .term, case .paragraph(let inlines) = block.kind,
      let first = inlines.first, case .strong(let words) = first.kind
    else { return false }
    let last = words.plainText.utf8.suffix(3)
    if kind == .question { return last.last == UInt8(ascii: "?") || last.elementsEqual("？".utf8) }
    if last.last == UInt8(ascii: ":") || last.elementsEqual("：".utf8) { return true }
    guard inlines.count > 1, case .text(let next) = inlines[1].kind else { return false }
    let rest = next.utf8.drop { $0 == 32 }
    return rest.first == UInt8(ascii: ":") || rest.starts(with: "：".utf8)
  }

  /// An entry that begins with a paragraph, and the blocks below it.
  mutating func lowerEntry(_ pieces: ArraySlice<Piece>, _ kind: EntryKind) -> Element {
    let blocks = take(pieces)
    let span = blocks.dropFirst().reduce(blocks[0].span) { $0.union($1.span) }
    return lowerEntries([Block.Item(isChecked: nil, blocks: blocks, span: span)], kind)[0]
  }

  mutating func lowerEntries(_ items: [Block.Item], _ kind: EntryKind) -> [Element] {
    items.map { item in
      var entry = EntryFields(
        kind: kind, title: nil, anchor: nil, content: item.blocks, audience: audience,
        span: item.span)
      if case .paragraph(let inlines)? = item.blocks.first?.kind {
        switch kind {
        case .term, .question, .change: takeTitle(of: inlines, into: &entry)
        case .step, .check: break
        }
      }
      guideline.entries.append(Entry(consume entry))
      return .entry(guideline.entries.count - 1)
    }
  }

  /// A row each: the term or the version in the first cell. The table stays as it is written, but for
  /// what links to its rows point to.
  mutating func lowerRows(_ table: inout Table, _ kind: EntryKind, _ span: Span) {
    for cells in table.rows {
      let title = cells.first?.prose(or: span) ?? Prose([], span)
      let content = cells.dropFirst().filter { !$0.isEmpty }.map { cell in
        Block(.paragraph(cell), cell.prose(or: span).span)
      }
      var entry = EntryFields(
        kind: kind, title: title, anchor: nil, content: content, audience: audience,
        span: title.span)
      if kind == .change {
        for cell in cells { Self.readVersion(of: cell.prose(or: span), into: &entry) }
      }
      addAnchor(of: &entry)
      table.anchors.append(entry.anchor)
      guideline.entries.append(Entry(consume entry))
    }
  }

  /// `**IoU**: the overlap`, `**How wide?** Very`, or plain words up to a colon or a question mark.
  private mutating func takeTitle(of inlines: [Inline], into entry: inout EntryFields) {
    let inlines = inlines.trimmed
    guard let first = inlines.first else { return }
    var rest: [Inline]
    switch first.kind {
    case .strong(let words), .emphasis(let words):
      entry.title = words.prose(or: first.span)
      rest = Array(inlines.dropFirst())
    case .code, .link:
      guard entry.kind == .term else { return }
      entry.title = Prose([first], first.span)
      rest = Array(inlines.dropFirst())
    case .text(let text):
      guard let end = Self.titleEnd(text, entry.kind) else { return }
      entry.title = [first.prefix(end)].trimmed.prose(or: first.span)
      rest = [first.suffix(from: end)] + inlines.dropFirst()
    default: return
    }
    if entry.kind == .change {
      Self.readVersion(of: [first] + rest.prefix(1), entry.span, into: &entry)
    }
    rest = rest.droppingLeading(":,–—-")
    if rest.isEmpty {
      entry.content.removeFirst()
    } else {
      entry.content[0] = Block(.paragraph(rest), rest.prose(or: first.span).span)
    }
    addAnchor(of: &entry)
  }

  /// Behind the question mark, or before the colon; nil if the words are not a title.
  private static func titleEnd(_ text: String, _ kind: EntryKind) -> Int? {
    let mark = UInt8(ascii: kind == .question ? "?" : ":")
    guard let place = text.utf8.prefix(kind == .question ? 200 : 60).firstIndex(of: mark) else {
      return nil
    }
    let offset = text.utf8.distance(from: text.startIndex, to: place)
    if kind == .question { return offset + 1 }
    var name = text[..<place]
    while name.last == "\u{A0}" || name.last == "\u{202F}" { name.removeLast() }
    return name.isEmpty ? nil : offset - text[name.endIndex..<place].utf8.count
  }

  /// An id like that of a heading, so that a link finds the entry. Code hosts give items none, so a
  /// version keeps its parts apart here: `1-3-0`.
  private mutating func addAnchor(of entry: inout EntryFields) {
    guard let title = entry.title, !title.isEmpty else { return }
    let words = title.plainText
    let slug = Slug.make(
      entry.kind == .change ? words.replacing(".", with: "-") : words)
    let id = takeAnchor(slug)
    guideline.anchors.append(
      Anchor(id: Located(id, title.span), target: .section, isExplicit: false))
    entry.anchor = id
  }

  // MARK: Versions

  private static func readVersion(of title: Prose, into entry: inout EntryFields) {
    readVersion(of: title.inlines, title.span, into: &entry)
  }

  /// `1.2.0`, `v1.2`, `[1.2.0]`, `Version 2`; `2026-01-31`. The first of each counts.
  private static func readVersion(
    of inlines: [Inline], _ place: Span, into entry: inout EntryFields
  ) {
    let text = inlines.plainText
    let span = inlines.prose(or: place).span
    for word in text.utf8.split(whereSeparator: { !isInWord($0) }) {
      let bytes = Array(word)
      if entry.date == nil,
        let day = CalendarDate(stated: String(decoding: bytes, as: UTF8.self))
      {
        entry.date = Located(day.description, span)
      } else if entry.version == nil {
        let bare = bytes.first == UInt8(ascii: "v") ? bytes.dropFirst() : bytes[...]
        if isVersion(bare) {
          entry.version = Located(String(decoding: bare, as: UTF8.self), span)
        }
      }
    }
    if entry.version == nil, let number = wholeVersion(text) {
      entry.version = Located(number, span)
    }
  }

  private static let versionWords = ["version", "versión", "ver.", "v.", "v", "バージョン", "第"]

  /// `v2`, `Version 2` or `第2版` at the head of a text: without the word before it a whole number may
  /// be anything.
  private static func wholeVersion(_ text: String) -> String? {
    let head = text.prefix(40).lowercased().drop { $0 == "[" || $0 == "(" || $0 == " " }
    for word in versionWords where head.hasPrefix(word) {
      let rest = head.dropFirst(word.count).drop { $0 == " " || $0 == "\u{A0}" }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard (1...4).contains(digits.count) else { continue }
      let behind = rest.dropFirst(digits.count)
      if word == "第", behind.first != "版" { continue }
      // `v2b`, `v2.x` and `v2-draft` are names of something else.
      let isLonger = behind.first == "." || behind.first == "-"
      let next = (isLonger ? behind.dropFirst() : behind).first
      if let next, next.isASCII, next.isLetter || next.isNumber { continue }
      return String(digits)
    }
    return nil
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func isVersion(_ bytes: ArraySlice<UInt8>) -> Bool {
    let dot = UInt8(ascii: ".")
    guard let first = bytes.first, first.isDigit, bytes.contains(dot) else { return false }
    let core = bytes.prefix { $0 != UInt8(ascii: "-") }
    return core.allSatisfy { $0.isDigit || $0 == dot } && core.last?.isDigit ?? false
  }
}
