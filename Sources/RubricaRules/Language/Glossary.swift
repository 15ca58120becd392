internal import RubricaModel
internal import RubricaSource

/// The terms of the sections called *Glossary*.
struct Glossary {
  private(set) var terms: [Prose] = []
  /// Where the sections and their parts stand, by their starts.
  private var places: [Span] = []
  /// For each of the places how far it or one before it in its file reaches.
  private var ends: [UInt32] = []

  var isEmpty: Bool { places.isEmpty }

  init(_ guideline: Guideline) {
    for entry in guideline.entries where entry.kind == .term {
      places.append(entry.span)
      places += entry.content.map(\.span)
      if let title = entry.title { terms.append(title) }
    }
    collect(guideline.body)
    places.sort()
    for place in places.indices {
      let isFirst = place == 0 || places[place - 1].source != places[place].source
      ends.append(isFirst ? places[place].end : max(ends[place - 1], places[place].end))
    }
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

  func holds(_ span: Span) -> Bool {
    // Behind the last place that starts no later.
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      let place = places[middle]
      let isLater =
        place.source == span.source ? place.start > span.start : place.source > span.source
      if isLater { high = middle } else { low = middle + 1 }
    }
    return low > 0 && places[low - 1].source == span.source && ends[low - 1] >= span.end
  }
}
