internal import RubricaModel
internal import RubricaSource

/// `**For reviewers** …`: one block for other readers than the rest of its section.
extension Lowering {
  /// Who may read a block that starts so; the lead-in alone in its paragraph speaks of the next block.
  func audience(of block: Block) -> (audience: Audience, isAlone: Bool)? {
    guard case .paragraph(let inlines) = block.kind, let first = inlines.first,
      case .strong(let words) = first.kind, words.count == 1, case .text(let text) = words[0].kind,
      text.utf8.count <= Vocabulary.longestAudience
    else { return nil }
    var word = text[...]
    while word.last == "." { word.removeLast() }
    guard let audience = vocabulary.audience(word) else { return nil }
    return (audience, inlines.droppingFirstStrong.isEmpty)
  }

  /// The block as a section without words of its own: writers leave out sections that are for others.
  mutating func hidden(_ blocks: [Block], for reader: Audience) -> Element {
    let outer = audience
    audience = reader
    for block in blocks { collect(block) }
    audience = outer
    let span = blocks[0].span
    let id = takeAnchor("for-\(reader.rawValue)")
    return .section(
      Section(
        SectionFields(
          role: .prose, level: 6, heading: Prose([], span.head), anchor: id, audience: reader,
          elements: blocks.map(Element.prose), span: span)))
  }

  /// Within a rule or an example a part for others cannot be kept apart: it is left out of it, and
  /// said to be in the wrong place.
  mutating func isForOthers(_ block: Block) -> Bool {
    guard let (reader, _) = audience(of: block), !reader.isForAnnotators else { return false }
    guideline.problems.append(
      Problem(
        .misplaced(
          what: "a paragraph for readers of the kind `\(reader.rawValue)`",
          expected: "outside of rules, examples and entries; it was left out"), at: block.span))
    return true
  }
}

extension [Inline] {
  fileprivate var droppingFirstStrong: [Inline] { Array(dropFirst()).droppingLeading(":.") }
}
