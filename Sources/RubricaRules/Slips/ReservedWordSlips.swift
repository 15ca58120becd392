internal import RubricaModel
internal import RubricaSource

/// Headings and lead-ins that are nearly what the vocabulary reserves, and so are read as plain text.
struct ReservedWordSlips {
  /// What is misspelt, where it stands, and what it was meant to be.
  private(set) var found: [(words: String, span: Span, meant: String)] = []
  /// Reserved words of sections, each alone in a paragraph.
  private(set) var boldLines: [(word: String, span: Span, isInLabel: Bool)] = []
  /// A heading of the second level would end the label.
  private var isInLabel = false
  private let index: GuidelineIndex
  private let reserved: Reserved

  init(_ index: GuidelineIndex) {
    self.index = index
    reserved = Reserved.of(index.vocabulary)
    visit(index.guideline.body)
  }

  // MARK: Elements

  private mutating func visit(_ elements: [Element]) {
    for element in elements {
      switch element {
      case .section(let section):
        if section.role == .prose, !example(section) { heading(section.heading) }
        visit(section.elements)
      case .prose(let block): boldLine(block)
      case .label(let place): visit(index.guideline.labels[place])
      case .rule(let place): visit(index.guideline.rules[place])
      case .example(let place): visit(index.guideline.examples[place])
      case .entry(let place):
        let entry = index.guideline.entries[place]
        // An item of a list may be a bold word.
        for block in entry.content.dropFirst(entry.isHeading ? 0 : 1) { boldLine(block) }
      case .doubt: for block in index.guideline.doubt?.content ?? [] { boldLine(block) }
      case .precedence: break
      }
    }
  }

  private mutating func visit(_ label: Label) {
    isInLabel = true
    defer { isInLabel = false }
    for block in label.definition {
      boldLine(block)
      leadIns(block, ofLabel: true)
    }
    let words = reserved.leadInsOfLabels
    for prose in label.includes { leadIns(prose.inlines, words, atLineStart: true) }
    for prose in label.excludes { leadIns(prose.inlines, words, atLineStart: true) }
    for contrast in label.contrasts { leadIns(contrast.text.inlines, words, atLineStart: true) }
    for case .prose(let block) in label.elements { leadIns(block, ofLabel: true) }
    visit(label.elements)
  }

  private mutating func visit(_ rule: Rule) {
    if let title = rule.title { entry(title) }
    for block in rule.content {
      if rule.anchor != nil { boldLine(block) }
      leadIns(block, ofLabel: false, title: rule.title?.span)
    }
  }

  private mutating func visit(_ example: Example) {
    if let title = example.title, ExampleWords.misread(example, index) == nil { entry(title) }
    for block in example.content {
      if example.title != nil { boldLine(block) }
      if example.reason == nil { reason(block) }
    }
  }

  // MARK: Headings

  private mutating func heading(_ heading: Prose) {
    let words = heading.plainText
    guard index.vocabulary.section(words) == nil else { return }
    if let word = Slip.of(words, among: reserved.sections) {
      return found.append((words, heading.span, word))
    }
    if let role = index.vocabulary.sectionMeant(by: words) {
      return found.append((words, heading.span, numbered(words) ?? index.vocabulary.word(role)))
    }
    entry(heading)
  }

  /// `Example 2` is one of several, and not their section.
  private func numbered(_ heading: String) -> String? {
    guard let blank = heading.lastIndex(of: " ") else { return nil }
    let (word, number) = (heading[..<blank], heading[blank...].dropFirst())
    guard !number.isEmpty, number.allSatisfy({ $0.isNumber }),
      index.vocabulary.entry(word)?.isUnderstood == true
    else { return nil }
    return "\(word): \(number)"
  }

  /// A section that has what an example has, and a heading that is nearly one of an example.
  private mutating func example(_ section: Section) -> Bool {
    guard let meant = ExampleWords.meant(by: section.heading, index) else { return false }
    // `Right: the panel` may stand above a picture and be no example.
    let mayBePicture = meant.role != .good || meant.namesExample
    let isExample = section.elements.contains { element in
      guard case .prose(let block) = element else { return false }
      return switch block.kind {
      case .quote(let blocks): Callout(blocks) == nil
      case .code(let info, _): FenceName.normalised(info) == FenceName.record
      case .paragraph(let inlines): mayBePicture && inlines.isPicture
      default: false
      }
    }
    if isExample {
      let colon = Self.colon(endingIn: meant.words)
      found.append((meant.words, meant.span, index.vocabulary.word(meant.entry) + colon))
    }
    return isExample
  }

  /// The colon at the end of words, with the blank before it that French has.
  private static func colon(endingIn words: String) -> String {
    guard words.utf8.last == UInt8(ascii: ":") else { return ":" }
    let blank = words.unicodeScalars.dropLast().last
    let isBlank = blank.map { $0 == " " || $0.isTypographicBlank } ?? false
    return isBlank ? String(Substring(words.unicodeScalars.suffix(2))) : ":"
  }

  /// What stands before the colon of a heading.
  private mutating func entry(_ title: Prose) {
    guard let first = title.inlines.first, case .text(let text) = first.kind,
      let colon = text.utf8.span.firstPlace(
        of: UInt8(ascii: ":"), within: Vocabulary.longestEntry + 4)
    else { return }
    let words = String(Substring(text.utf8.prefix(colon)))
    guard let word = Slip.of(words, among: reserved.entries) else { return }
    found.append((words, first.place(of: 0..<words.utf8.count), word))
  }

  /// `**Rules**` alone in a paragraph, as word processors write a heading.
  private mutating func boldLine(_ block: Block) {
    guard case .paragraph(let inlines) = block.kind, let first = inlines.first,
      case .strong(let words) = first.kind, let text = words.onlyText, text.utf8.count <= 64,
      inlines.count == 1 || inlines.count == 2 && inlines[1].plainText == ":"
    else { return }
    let word = Vocabulary.undecorated(text)
    guard let found = index.vocabulary.section(word), found.isUnderstood else { return }
    switch found.meaning {
    // A tool and a warning are often written about like this.
    case .tool, .warning: break
    default: boldLines.append((word, first.span, isInLabel))
    }
  }

  // MARK: Lead-ins

  private mutating func leadIns(_ block: Block, ofLabel isLabel: Bool, title: Span? = nil) {
    switch block.kind {
    case .paragraph(let inlines):
      leadIns(
        inlines, isLabel ? reserved.leadInsOfLabels : reserved.leadInsOfRules,
        atLineStart: isLabel, title: title)
    case .list(_, _, let items):
      for item in items {
        for inner in item.blocks { leadIns(inner, ofLabel: isLabel, title: title) }
      }
    default: break
    }
  }

  /// **Reason** instead of **Because**, at the start of a paragraph.
  private mutating func reason(_ block: Block) {
    guard case .paragraph(let inlines) = block.kind, let first = inlines.first,
      case .strong(let words) = first.kind, let text = words.onlyText,
      LeadInWords.ofRules[text.lowercased()] == .reason
    else { return }
    leadIn(words, first.span, reserved.leadInsOfRules, LeadInWords.ofRules)
  }

  /// Those of labels count only at the start of a line.
  private mutating func leadIns(
    _ inlines: [Inline], _ words: Slip.Words, atLineStart: Bool, title: Span? = nil
  ) {
    var isLineStart = true
    for place in inlines.indices {
      switch inlines[place].kind {
      case .softBreak, .lineBreak: isLineStart = true
      case .strong(let inner):
        let span = inlines[place].span
        if span != title, isLineStart || !atLineStart {
          leadIn(
            inner, span, words, atLineStart ? LeadInWords.ofLabels : LeadInWords.ofRules)
        }
        isLineStart = false
      default:
        if isLineStart, atLineStart { notBold(inlines, at: place) }
        isLineStart = false
      }
    }
  }

  /// No lead-in is longer, in bytes.
  private static let longestLeadIn = 48

  /// A lead-in of labels that begins a line and is not bold: `Excludes: toys`, `** Includes ** signs`, and
  /// `Not` before a link to a label.
  private mutating func notBold(_ inlines: [Inline], at place: Int) {
    guard case .text(let text) = inlines[place].kind, let first = text.utf8.first,
      // In the middle of a sentence that goes on in this line.
      first &- 0x61 >= 26
    else { return }
    let meant: (words: String, form: String)?
    if first == UInt8(ascii: "*") || first == UInt8(ascii: "_") {
      meant = amongStars(text)
    } else {
      meant = beforeColon(text) ?? beforeLink(text, inlines[(place + 1)...])
    }
    guard let meant, startsLine(inlines[place].span, with: meant.words) else { return }
    let span = inlines[place].place(of: 0..<meant.words.utf8.count)
    found.append((meant.words, span, meant.form))
  }

  /// `** Includes **`: Markdown takes no blanks inside the signs of bold type.
  private func amongStars(_ text: String) -> (words: String, form: String)? {
    let bytes = Array(text.utf8.prefix(Self.longestLeadIn))
    guard bytes.count > 4, bytes[0] == bytes[1], let sign = bytes.first,
      let end = bytes.indices.dropFirst(3).first(where: {
        bytes[$0] == sign && bytes[$0 - 1] == sign
      })
    else { return nil }
    let inner = String(decoding: bytes[2..<(end - 1)], as: UTF8.self)
    guard isOfLabels(inner[...]) else { return nil }
    let words = String(inner.drop { $0 == " " }).trimmingSuffix { $0 == " " }
    return (String(decoding: bytes[...end], as: UTF8.self), "**\(words)**")
  }

  /// `Excludes:`, with the colon.
  private func beforeColon(_ text: String) -> (words: String, form: String)? {
    let bytes = Array(text.utf8.prefix(Self.longestLeadIn))
    let colon = bytes.indices.first { place in
      bytes[place] == UInt8(ascii: ":")
        || bytes[place] == 0x9A && place > 1 && bytes[place - 1] == 0xBC
          && bytes[place - 2] == 0xEF
    }
    guard let colon else { return nil }
    // The word is looked up without the colon at its end.
    let words = String(decoding: bytes[...colon], as: UTF8.self)
    guard isOfLabels(words[...]), index.vocabulary.leadIn(words[...])?.meaning != .not else {
      return nil
    }
    return (words, "**\(words)**")
  }

  /// `Not` with nothing but a link to a label behind it, and behind that what is said of it.
  private func beforeLink(
    _ text: String, _ rest: ArraySlice<Inline>
  ) -> (words: String, form: String)? {
    guard text.utf8.count <= Self.longestLeadIn, let link = rest.first,
      case .link(let destination, _, _) = link.kind, destination.utf8.first == UInt8(ascii: "#"),
      index.hasLabel(String(destination.dropFirst())),
      index.vocabulary.leadIn(text[...])?.meaning == .not
    else { return nil }
    if let next = rest.dropFirst().first, !next.isBreak {
      let sign = next.plainText.unicodeScalars.first { $0 != " " && !$0.isTypographicBlank }
      guard let sign, ":,;–—-(\u{FF1A}\u{3001}".unicodeScalars.contains(sign) else { return nil }
    }
    let words = text.trimmingSuffix { $0 == " " || $0 == ":" }
    return (String(words), "**\(words)**")
  }

  private func isOfLabels(_ words: Substring) -> Bool {
    index.vocabulary.leadIn(words)?.meaning.isForLabels ?? false
  }

  /// Whether a place is the start of a line of Markdown with these words: a value of YAML is no such line.
  private func startsLine(_ span: Span, with words: String) -> Bool {
    let bytes = index.guideline.sources.bytes(of: span.source)
    var start = min(Int(span.start), bytes.count)
    guard bytes[start...].starts(with: words.utf8) else { return false }
    while start > 0, bytes[start - 1].isBlank || bytes[start - 1] == 0x3E {
      start -= 1
    }
    return start == 0 || bytes[start - 1] == 10 || bytes[start - 1] == 13
  }

  private mutating func leadIn(
    _ inlines: [Inline], _ span: Span, _ candidates: Slip.Words,
    _ synonyms: [String: Vocabulary.LeadIn]
  ) {
    guard let words = inlines.onlyText, words.utf8.count <= 64,
      index.vocabulary.leadIn(words[...]) == nil,
      let word = synonyms[words.lowercased()].map({ index.vocabulary.word($0) })
        ?? Slip.of(words, among: candidates, countingForms: true)
    else { return }
    let isSmall = words.first?.isLowercase ?? false
    found.append((words, span, isSmall ? word.lowercased() : word))
  }
}

/// The words that are understood in a guideline of one language.
private struct Reserved: Sendable {
  let sections: Slip.Words
  let entries: Slip.Words
  let leadInsOfLabels: Slip.Words
  let leadInsOfRules: Slip.Words

  private init(_ own: ReservedWords) {
    let english = Vocabulary.english.own
    let languages = own.language == english.language ? [own] : [own, english]
    let leadIns = languages.flatMap { $0.leadIns }
    sections = Slip.Words(languages.flatMap { $0.sections.flatMap { $0.1 } })
    entries = Slip.Words(languages.flatMap { $0.entries.flatMap { $0.1 } })
    leadInsOfLabels = Slip.Words(leadIns.filter { $0.0.isForLabels }.flatMap { $0.1 })
    leadInsOfRules = Slip.Words(leadIns.filter { !$0.0.isForLabels }.flatMap { $0.1 })
  }

  private static let all = Vocabulary.languages.map { Reserved($0) }

  static func of(_ vocabulary: Vocabulary) -> Reserved {
    let language = vocabulary.own.language
    let place = Vocabulary.languages.firstIndex { $0.language == language }
    return all[place ?? 0]
  }
}

extension [Inline] {
  fileprivate var isPicture: Bool {
    guard count == 1, case .image = self[0].kind else { return false }
    return true
  }

  /// The words, if they are plain, without the colon or comma behind them.
  fileprivate var onlyText: String? {
    guard count == 1, case .text(let text) = self[0].kind else { return nil }
    return String(text.trimmingSuffix { $0 == ":" || $0 == "," || $0 == " " })
  }
}

extension String {
  fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, isLeftOut(last) { rest.removeLast() }
    return rest
  }
}
