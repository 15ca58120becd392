internal import RubricaModel
internal import RubricaSource

/// The terms of the sections called *Glossary*.
struct Glossary {
  private(set) var terms: [Prose] = []
  /// Where the sections stand.
  private(set) var places: [Span] = []

  var isEmpty: Bool { places.isEmpty }

  init(_ guideline: Guideline) {
    for entry in guideline.entries where entry.kind == .term {
      places.append(entry.span)
      places += entry.content.map(\.span)
      if let title = entry.title { terms.append(title) }
    }
    collect(guideline.body)
  }

  /// What stands in the sections beside the terms.
  private mutating func collect(_ elements: [Element]) {
    for element in elements {
      guard case .section(let section) = element else { continue }
      guard section.role == .glossary else {
        collect(section.elements)
        continue
      }
      places.append(section.span)
      for case .prose(let block) in section.elements { places.append(block.span) }
    }
  }

  func holds(_ span: Span) -> Bool { places.contains { $0.contains(span) } }
}
