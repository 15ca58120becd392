internal import RubricaSource

/// Walks a guideline in the order of reading and cuts its text.
struct AnnotatorTextReader {
  private let guideline: Guideline
  private(set) var text = AnnotatorText()
  private var source = SourceID(0)
  private var bytes: [UInt8] = []
  private var block = 0

  // The sentence that is being read.
  private var start = 0
  private var owner = AnnotatorText.Owner.data
  /// Whether a full stop was read: the sentence ends if a capital follows.
  private var mayEnd = false
  /// The word behind a quotation mark that is open.
  private var quoted: Int?

  init(_ guideline: Guideline) {
    self.guideline = guideline
    text.words.reserveCapacity(1_024)
    text.sentences.reserveCapacity(128)
  }

  mutating func run() {
    readData()
    read(guideline.body, .prose)
  }

  // MARK: The guideline

  private mutating func readData() {
    for layer in guideline.layers {
      read(layer.question)
      read(layer.cardinality)
      for attribute in layer.attributes {
        // The words of a heading under Attributes are read there.
        for value in attribute.values { read(value.definition) }
      }
      for point in layer.points { read(point.means) }
    }
    for escape in guideline.escapes { read(escape.definition) }
    for warning in guideline.warnings { read(warning.text) }
  }

  private mutating func read(_ elements: [Element], _ role: SectionRole) {
    for element in elements {
      switch element {
      case .prose(let block): read(block, .prose(role))
      case .section(let section):
        guard section.audience.isForAnnotators, section.role != .changelog else { continue }
        read(section.heading.inlines, .heading)
        read(section.elements, section.role == .prose ? role : section.role)
      case .label(let index): readLabel(index)
      case .rule(let index):
        let rule = guideline.rules[index]
        guard rule.audience.isForAnnotators else { continue }
        if rule.anchor != nil, let title = rule.title { read(title.inlines, .heading) }
        for block in rule.content { read(block, .rule(index)) }
      case .example(let index):
        let example = guideline.examples[index]
        guard example.audience.isForAnnotators else { continue }
        if let title = example.title { read(title.inlines, .heading) }
        for block in example.content { read(block, .example(index)) }
        if let reason = example.reason { read(reason.inlines, .example(index)) }
      case .precedence:
        guard let precedence = guideline.precedence, precedence.audience.isForAnnotators else {
          continue
        }
        for entry in precedence.entries { read(entry.text.inlines, .precedence) }
      case .entry(let index): readEntry(guideline.entries[index], role)
      case .doubt: for block in guideline.doubt?.content ?? [] { read(block, .doubt) }
      }
    }
  }

  private mutating func readEntry(_ entry: Entry, _ role: SectionRole) {
    guard entry.audience.isForAnnotators else { return }
    if let title = entry.title { read(title.inlines, entry.isHeading ? .heading : .prose(role)) }
    for block in entry.content { read(block, .prose(role)) }
  }

  private mutating func readLabel(_ index: Int) {
    let label = guideline.labels[index]
    guard label.audience.isForAnnotators else { return }
    for (place, block) in label.definition.enumerated() {
      read(block, place == 0 ? .definition(index) : .label(index))
    }
    for phrase in label.includes { read(phrase.inlines, .scope(index)) }
    for phrase in label.excludes { read(phrase.inlines, .scope(index)) }
    for contrast in label.contrasts { read(contrast.text.inlines, .scope(index)) }
    for element in label.elements {
      if case .prose(let block) = element {
        read(block, .label(index))
      } else {
        read([element], .labels)
      }
    }
  }

  private mutating func read(_ value: Located<String>?) {
    guard let value else { return }
    begin(.data)
    turn(to: value.span.source)
    scan(value.span.range, [])
    end()
  }

  // MARK: Blocks

  private mutating func read(_ block: Block, _ owner: AnnotatorText.Owner) {
    switch block.kind {
    case .paragraph(let inlines): read(inlines, owner)
    case .heading(_, let inlines): read(inlines, .heading)
    case .list(_, _, let items):
      for item in items { for inner in item.blocks { read(inner, owner) } }
    case .quote(let blocks):
      for inner in Callout(blocks)?.blocks ?? blocks { read(inner, owner) }
    case .table(let table):
      let owner = owner.inTable
      for cell in table.header { read(cell, .heading) }
      for row in table.rows { for cell in row { read(cell, owner) } }
    case .code, .html, .thematicBreak: break
    }
  }

  private mutating func read(_ inlines: [Inline], _ owner: AnnotatorText.Owner) {
    guard let first = inlines.first else { return }
    turn(to: first.span.source)
    begin(owner)
    for inline in inlines { read(inline, []) }
    end()
  }

  private mutating func read(_ inline: Inline, _ flags: AnnotatorText.Word.Flags) {
    switch inline.kind {
    case .text: scan(inline.span.range, flags)
    case .code: addCode(inline.span, flags)
    case .strong(let inner): for inline in inner { read(inline, flags.union(.isStrong)) }
    case .emphasis(let inner), .strikethrough(let inner):
      for inline in inner { read(inline, flags) }
    case .link(_, _, let inner): for inline in inner { read(inline, flags.union(.isLink)) }
    case .image, .html, .softBreak, .lineBreak: break
    }
  }

  // MARK: Sentences

  private mutating func turn(to source: SourceID) {
    guard source != self.source || bytes.isEmpty else { return }
    self.source = source
    bytes = guideline.sources[source].bytes
  }

  private mutating func begin(_ owner: AnnotatorText.Owner) {
    self.owner = owner
    start = text.words.count
    mayEnd = false
    quoted = nil
    block += 1
  }

  private mutating func end() {
    mayEnd = false
    guard text.words.count > start else { return }
    text.sentences.append(
      AnnotatorText.Sentence(
        source: source, words: start..<text.words.count, owner: owner, block: block))
    start = text.words.count
  }

  private mutating func addCode(_ span: Span, _ flags: AnnotatorText.Word.Flags) {
    mayEnd = false
    let copy = bytes
    let range = span.range.clamped(to: 0..<copy.count)
    for index in range where WordBytes.isSign(copy[index]) {
      text.signs.append(AnnotatorText.Sign(byte: copy[index], source: source, place: index))
    }
    text.codes.append(
      AnnotatorText.Place(word: text.words.count, sentence: text.sentences.count))
    text.words.append(
      AnnotatorText.Word(
        start: span.start, end: span.end, key: WordHash(), flags: flags.union(.code)))
  }

  /// Cuts bytes of the file into words. The text may have escapes in it: a backslash is not a letter.
  private mutating func scan(_ range: Range<Int>, _ flags: AnnotatorText.Word.Flags) {
    // A copy of the reference: the words are appended while the bytes are read.
    let copy = bytes
    let text = copy.span
    let limit = min(range.upperBound, text.count)
    var index = range.lowerBound
    while index < limit {
      let first = text[index]
      // Every other separator.
      if first == 32 {
        index += 1
        continue
      }
      if !WordBytes.isLetterOrDigit(first) {
        let width = first < 0x80 ? 1 : WordBytes.separator(text, index)
        if width > 0 {
          passSign(text, at: index, limit)
          index += width
          continue
        }
        if AnnotatorText.isWordAlone(first) {
          let start = index
          var key = WordHash()
          index = min(index + 3, limit)
          for place in start..<index { key.add(folded: text[place]) }
          add(start..<index, first, key, flags)
          continue
        }
      }
      index = readWord(text, from: index, to: limit, first, flags)
    }
  }

  /// Adds the word that begins at an index, and gives the index behind it.
  @inline(__always)
  private mutating func readWord(
    _ text: Swift.Span<UInt8>, from start: Int, to limit: Int, _ first: UInt8,
    _ flags: AnnotatorText.Word.Flags
  ) -> Int {
    var key = WordHash()
    var hasSmall = false
    var hasDigit = false
    var index = start
    word: while index < limit {
      let byte = text[index]
      // Nearly every byte is a small letter, and nearly every word ends at a blank.
      if byte &- 0x61 < 26 {
        hasSmall = true
        key.add(folded: byte)
        index += 1
        continue
      }
      if byte == 32 { break }
      if byte &- 0x41 < 26 {
        key.add(folded: byte | 0x20)
      } else if byte &- 0x30 < 10 {
        hasDigit = true
        key.add(folded: byte)
      } else if byte >= 0x80 {
        if WordBytes.separator(text, index) > 0 {
          guard WordBytes.isApostrophe(text, index), index + 3 < limit,
            WordBytes.isLetterOrDigit(text[index + 3])
          else { break word }
          key.add(folded: 0x27)
          index += 2
        } else {
          if AnnotatorText.isWordAlone(byte), index > start { break word }
          hasSmall = true
          // Capitals of Latin-1 have the same head as their small letters.
          let isCapital = byte &- 0x80 < 0x1F && index > start && text[index - 1] == 0xC3
          key.add(folded: isCapital ? byte | 0x20 : byte)
        }
      } else {
        guard index + 1 < limit, WordBytes.joins(byte, text[index - 1], text[index + 1]) else {
          break word
        }
        key.add(folded: byte)
      }
      index += 1
    }
    var raw = flags.rawValue
    if first &- 0x41 < 26 { raw |= AnnotatorText.Word.Flags.isCapitalised.rawValue }
    if !hasSmall { raw |= AnnotatorText.Word.Flags.isUpperCase.rawValue }
    if hasDigit { raw |= AnnotatorText.Word.Flags.hasDigit.rawValue }
    add(start..<index, first, key, AnnotatorText.Word.Flags(rawValue: raw))
    return index
  }

  private mutating func passSign(_ text: Swift.Span<UInt8>, at index: Int, _ limit: Int) {
    let first = text[index]
    if WordBytes.isSign(first), index + 1 < limit, text[index + 1] > 32 {
      self.text.signs.append(AnnotatorText.Sign(byte: first, source: source, place: index))
    }
    if first == 0x22 || first >= 0x80, WordBytes.isQuote(text, index) { passQuote() }
    passSeparator(first, at: index, limit)
  }

  private mutating func add(
    _ range: Range<Int>, _ first: UInt8, _ key: WordHash, _ flags: AnnotatorText.Word.Flags
  ) {
    if mayEnd, SentenceEnd.begins(first) { end() }
    mayEnd = false
    let word = AnnotatorText.Word(
      start: UInt32(range.lowerBound), end: UInt32(range.upperBound), key: key, flags: flags)
    let place = AnnotatorText.Place(word: text.words.count, sentence: text.sentences.count)
    if word.has(.hasDigit) {
      text.numbers.append(place)
    } else if word.has(.isUpperCase), word.has(.isCapitalised) {
      text.capitals.append(place)
    }
    text.words.append(word)
  }

  /// Words between two quotation marks of one sentence that can be a term.
  private static let quotedWords = 1...6

  /// One that is open is closed, whatever its shape: »…« is a pair, and so are «…» and „…“.
  private mutating func passQuote() {
    guard let first = quoted else {
      quoted = text.words.count
      return
    }
    quoted = nil
    guard first >= start, Self.quotedWords.contains(text.words.count - first) else { return }
    for word in first..<text.words.count { text.words[word].flags.insert(.isQuoted) }
  }

  private mutating func passSeparator(_ byte: UInt8, at index: Int, _ limit: Int) {
    let last = text.words.count - 1
    guard last >= start else { return }
    switch byte {
    case 0xC2 where isSign(at: index, 0xAB), 0xC2 where isSign(at: index, 0xBB):
      text.words[last].flags.insert(.endsClause)
    case 0xE2 where isSign(at: index, 0x80, 0xAF), 0xE3 where isSign(at: index, 0x80, 0x80):
      // Blanks, a narrow one and a wide one.
      break
    case 0xE3 where isSign(at: index, 0x80, 0x82), 0xEF where isSign(at: index, 0xBC, 0x81),
      0xEF where isSign(at: index, 0xBC, 0x9F), 0xEF where isSign(at: index, 0xBC, 0x8E):
      // No blank follows these full stops, and no capital.
      text.words[last].flags.insert(.endsClause)
      end()
    case 10, 13, 9, 0xC2, UInt8(ascii: "*"), UInt8(ascii: "\\"): break
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      text.words[last].flags.insert(.endsClause)
      let word = Int(text.words[last].start)..<Int(text.words[last].end)
      let isOpen = byte == UInt8(ascii: ".") && SentenceEnd.isAbbreviation(bytes.span, word)
      let next = index + 1 < limit ? bytes[index + 1] : 32
      if !isOpen, next <= 32 || next == UInt8(ascii: "\"") || next == UInt8(ascii: ")") {
        mayEnd = true
      }
    default: text.words[last].flags.insert(.endsClause)
    }
  }

  /// Whether the bytes behind the first one of a sign are these.
  private func isSign(at index: Int, _ second: UInt8, _ third: UInt8? = nil) -> Bool {
    guard index + 1 < bytes.count, bytes[index + 1] == second else { return false }
    return third == nil || index + 2 < bytes.count && bytes[index + 2] == third
  }
}

extension AnnotatorText.Owner {
  /// The cells of a table in prose are not sentences of it.
  fileprivate var inTable: AnnotatorText.Owner {
    if case .prose(let role) = self { .tableCell(role) } else { self }
  }
}

extension GuidelineIndex {
  static func read(_ guideline: Guideline) -> AnnotatorText {
    var reader = AnnotatorTextReader(guideline)
    reader.run()
    return reader.text
  }
}
