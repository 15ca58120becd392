internal import RubricaModel
internal import RubricaSource

/// Notes every unit of a guideline, and changes nothing. An id that is there twice is one unit: the file of
/// a translation has one text for it, and a second one would belong to no unit with each update.
struct UnitCollector: UnitVisitor {
  private(set) var units: [TranslationUnit] = []
  private let source: UnitText
  /// Whether the language of the translation has reserved words of its own.
  private let hasWords: Bool
  private var seen: Set<String> = []

  init(_ sources: Sources, _ vocabulary: Vocabulary) {
    source = UnitText(sources: sources)
    hasWords = vocabulary.hasOwnWords
  }

  private mutating func add(_ id: String, _ text: String, level: Int?, _ span: Span) {
    guard !text.isEmpty, seen.insert(id).inserted else { return }
    units.append(
      TranslationUnit(id: id, digest: UnitDigest.make(text), text: text, level: level, span: span))
  }

  mutating func line(_ id: String, level: Int?, _ text: inout Located<String>) {
    add(id, text.value, level: level, text.span)
  }

  mutating func prose(_ id: String, level: Int?, _ prose: inout Prose) {
    add(id, source.text(prose), level: level, prose.span)
  }

  mutating func items(_ id: String, _ items: inout [Prose]) {
    add(id, source.text(items), level: nil, items[0].span)
  }

  mutating func blocks(_ id: String, _ blocks: inout [Block]) {
    add(id, source.text(blocks), level: nil, blocks[0].span)
  }

  mutating func finish(_ rule: inout RuleFields) {}

  mutating func reserved(_ role: SectionRole, _ heading: inout Prose) -> Bool { hasWords }
}
