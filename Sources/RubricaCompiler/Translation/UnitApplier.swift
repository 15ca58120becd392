internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Puts what is translated in the place of the original, and notes where the two differ in more than
/// words.
struct UnitApplier: UnitVisitor {
  private(set) var problems: [TranslationProblem] = []
  /// What the Markdown of a unit could not be read for.
  private(set) var unreadable: [Problem] = []
  private let file: SourceFile
  private let source: SourceID
  /// The texts of units that are translated, by their ids.
  private let texts: [String: Span]
  private let vocabulary: Vocabulary
  private let originalVocabulary: Vocabulary
  private var wasTranslated = false

  init(
    _ file: SourceFile, _ source: SourceID, texts: [String: Span], _ vocabulary: Vocabulary,
    original: Vocabulary
  ) {
    self.file = file
    self.source = source
    self.texts = texts
    self.vocabulary = vocabulary
    originalVocabulary = original
  }

  mutating func line(_ id: String, level: Int?, _ text: inout Located<String>) {
    guard let place = texts[id] else { return }
    let words = Self.words(file.text(place.range), level: level)
    let lines = words.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
    if lines.contains(where: \.isEmpty) {
      problems.append(TranslationProblem(.shape(unit: id), at: place))
    }
    let translated = lines.filter { !$0.isEmpty }.joined(separator: " ")
    guard
      compare(id, place, UnitSignature(plain: text.value), UnitSignature(plain: translated))
    else { return }
    text = Located(translated, place)
  }

  mutating func prose(_ id: String, level: Int?, _ prose: inout Prose) {
    guard let place = texts[id], let blocks = read(place) else { return }
    let inlines: [Inline]
    switch blocks.first?.kind {
    case .paragraph(let words) where blocks.count == 1: inlines = words
    case .heading(_, let words) where blocks.count == 1 && level != nil: inlines = words
    default:
      problems.append(TranslationProblem(.shape(unit: id), at: place))
      inlines = [Inline(.text(blocks.plainText), place)]
    }
    guard
      compare(
        id, place,
        UnitSignature([Block(.paragraph(prose.inlines), prose.span)], originalVocabulary),
        UnitSignature([Block(.paragraph(inlines), place)], vocabulary))
    else { return }
    prose = Prose(inlines, place)
  }

  mutating func items(_ id: String, _ items: inout [Prose]) {
    guard let place = texts[id], let blocks = read(place) else { return }
    var translated: [Prose] = []
    for block in blocks {
      switch block.kind {
      case .list(_, _, let items):
        for item in items {
          let words = item.blocks.compactMap { block -> [Inline]? in
            if case .paragraph(let inlines) = block.kind { inlines } else { nil }
          }
          let joined = Array(words.joined(separator: [Inline(.softBreak, item.span)]))
          translated.append(joined.prose(or: item.span))
        }
      case .paragraph(let inlines): translated.append(inlines.prose(or: block.span))
      default: problems.append(TranslationProblem(.shape(unit: id), at: block.span))
      }
    }
    if translated.count != items.count {
      problems.append(
        TranslationProblem(
          .items(unit: id, expected: items.count, found: translated.count), at: place))
    }
    guard
      compare(
        id, place,
        UnitSignature(items.map { Block(.paragraph($0.inlines), $0.span) }, originalVocabulary),
        UnitSignature(translated.map { Block(.paragraph($0.inlines), $0.span) }, vocabulary))
    else { return }
    items = translated
  }

  mutating func blocks(_ id: String, _ blocks: inout [Block]) {
    wasTranslated = false
    guard let place = texts[id], let translated = read(place) else { return }
    guard
      compare(
        id, place, UnitSignature(blocks, originalVocabulary),
        UnitSignature(translated, vocabulary))
    else { return }
    blocks = translated
    wasTranslated = true
  }

  mutating func finish(_ rule: inout RuleFields) {
    guard wasTranslated else { return }
    rule.takeParts(vocabulary)
  }

  mutating func reserved(_ role: SectionRole, _ heading: inout Prose) -> Bool {
    guard vocabulary.hasOwnWords else { return false }
    let place = Span(source, 0, 0)
    heading = Prose([Inline(.text(vocabulary.word(role)), place)], place)
    return true
  }

  // MARK: Reading

  /// Without the marks of a heading.
  static func words(_ text: String, level: Int?) -> String {
    guard level != nil, text.hasPrefix("#") else { return text }
    return String(text.drop { $0 == "#" }.drop { $0 == " " })
  }

  private mutating func read(_ place: Span) -> [Block]? {
    switch MarkdownParser.parse(file, source, body: place.range) {
    case .failure(let problem):
      unreadable.append(problem.asProblem)
      return nil
    case .success(let tree):
      unreadable += tree.escapedCharacters(in: file.bytes).map(\.asProblem)
      let prose = RichTextLowering(tree: tree, source: source)
      return tree.children(of: 0).compactMap { prose.block($0) }
    }
  }

  /// Whether a translation may stand in the place of its original: one with other limits may not.
  private mutating func compare(
    _ id: String, _ place: Span, _ original: UnitSignature, _ translated: UnitSignature
  ) -> Bool {
    let lost = original.missing(in: translated)
    let added = translated.missing(in: original)
    for part in lost where !part.isThreshold {
      problems.append(TranslationProblem(.lost(unit: id, part.words), at: place))
    }
    for part in added where !part.isThreshold {
      problems.append(TranslationProblem(.added(unit: id, part.words), at: place))
    }
    let thresholds = [lost, added].map { $0.filter(\.isThreshold).map(\.words) }
    guard thresholds.contains(where: { !$0.isEmpty }) else { return true }
    problems.append(
      TranslationProblem(
        .threshold(unit: id, original: thresholds[0], translated: thresholds[1]), at: place))
    return false
  }
}

extension RuleFields {
  /// Reads the parts again from a text that has changed.
  mutating func takeParts(_ vocabulary: Vocabulary) {
    if anchor == nil, title != nil {
      title = nil
      if case .paragraph(let inlines)? = content.first?.kind {
        title = Lowering.leadingTitle(inlines)
      }
    }
    (condition, action) = (nil, nil)
    (exceptions, alternatives, reasons, thresholds) = ([], [], [], [])
    var foreign: [Problem] = []
    for block in content { Lowering.takeParts(of: block, vocabulary, into: &self, &foreign) }
  }
}
