internal import RubricaModel
internal import RubricaSource

/// What of a text is the same in every language: where links lead, which pictures it shows, which ids
/// it names, its thresholds, its placeholders. In words for a message, in order.
struct UnitSignature {
  struct Part: Equatable {
    var words: String
    var isThreshold = false
  }

  private var parts: [Part] = []

  init(plain text: String) { addPlaceholders(text) }

  init(_ blocks: [Block], _ vocabulary: Vocabulary) {
    var found: [Part] = []
    for block in blocks { Self.collect(block, vocabulary, &found) }
    parts = found
  }

  /// Parts that another text has not, or not as often.
  func missing(in other: UnitSignature) -> [Part] {
    var left = other.parts
    return parts.filter { part in
      guard let place = left.firstIndex(of: part) else { return true }
      left.remove(at: place)
      return false
    }
  }

  private static func collect(_ block: Block, _ vocabulary: Vocabulary, _ found: inout [Part]) {
    switch block.kind {
    case .paragraph(let inlines), .heading(_, let inlines): collect(inlines, vocabulary, &found)
    case .list(_, _, let items):
      for item in items { for inner in item.blocks { collect(inner, vocabulary, &found) } }
    case .quote(let blocks): for inner in blocks { collect(inner, vocabulary, &found) }
    case .table(let table):
      for row in [table.header] + table.rows {
        for cell in row { collect(cell, vocabulary, &found) }
      }
    case .code, .html, .thematicBreak: break
    }
  }

  private static func collect(
    _ inlines: [Inline], _ vocabulary: Vocabulary, _ found: inout [Part]
  ) {
    let thresholds = ThresholdReader.read(inlines, vocabulary)
    inlines.forEachInline { inline in
      switch inline.kind {
      case .link(let destination, _, _): found.append(Part(words: "the link to `\(destination)`"))
      case .image(let path, _, _): found.append(Part(words: "the picture `\(path)`"))
      case .code(let text):
        if let threshold = thresholds.first(where: { $0.quantity.span == inline.span }) {
          let unit = threshold.unit.map { " " + $0.value } ?? ""
          let consequence = threshold.consequence.map { " -> " + $0.value.rawValue } ?? ""
          found.append(
            Part(
              words: "`\(threshold.comparator.rawValue) \(threshold.value.written)\(unit)"
                + "\(consequence)`",
              isThreshold: true))
        } else {
          found.append(Part(words: "`\(text)`"))
        }
      case .text(let text):
        found += UnitSignature(plain: text).parts
      default: break
      }
    }
  }

  /// `{{…}}`, which somebody else puts something in.
  private mutating func addPlaceholders(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return }
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else { return }
      parts.append(
        Part(words: "the placeholder `\(rest[open.lowerBound..<close.upperBound])`"))
      rest = rest[close.upperBound...]
    }
  }
}
