internal import RubricaModel
internal import RubricaSource

/// The terms of the sections called *Glossary*: the bold words at the head of an item or paragraph,
/// the headings, or the first column of a table.
struct Glossary {
  private(set) var terms: [Prose] = []
  /// Where the sections stand.
  private(set) var places: [Span] = []

  var isEmpty: Bool { places.isEmpty }

  init(_ guideline: Guideline) { collect(guideline.body) }

  private mutating func collect(_ elements: [Element]) {
    for element in elements {
      guard case .section(let section) = element else { continue }
      if section.role == .glossary {
        take(section)
      } else {
        collect(section.elements)
      }
    }
  }

  private mutating func take(_ section: Section) {
    places.append(section.span)
    for element in section.elements {
      switch element {
      case .prose(let block):
        places.append(block.span)
        take(block)
      case .section(let inner):
        terms.append(inner.heading)
        take(inner)
      default: break
      }
    }
  }

  private mutating func take(_ block: Block) {
    switch block.kind {
    case .paragraph(let inlines):
      guard let first = inlines.first(where: { !$0.isBlank }) else { return }
      if case .strong(let words) = first.kind { terms.append(Prose(words, first.span)) }
    case .list(_, _, let items):
      for item in items { if let first = item.blocks.first { take(first) } }
    case .table(let table):
      for row in table.rows {
        if let cell = row.first, let first = cell.first, let last = cell.last {
          terms.append(Prose(cell, first.span.union(last.span)))
        }
      }
    default: break
    }
  }

  func holds(_ span: Span) -> Bool { places.contains { $0.contains(span) } }
}

extension Inline {
  fileprivate var isBlank: Bool {
    if case .text(let text) = kind { text.utf8.allSatisfy { $0 == 32 } } else { false }
  }
}
