package import RubricaModel

/// The whole checklist of one guideline, counted and sorted once.
package struct ChecklistReport: Sendable {
  /// In the order of the catalogue.
  package let results: [ChecklistResult]
  /// How many items have each state, in the order of the states.
  package private(set) var counts: [(state: ChecklistResult.State, count: Int)]
  /// Open items.
  package private(set) var open = 0
  /// Open items that stand in the way of a release.
  package private(set) var blocking = 0
  /// Whose turn it is: open items by role, in the order in which the roles appear; in each, what
  /// failed comes first.
  package private(set) var turns: [Group] = []
  /// Settled items by group, in the order of the catalogue.
  package private(set) var settled: [Group] = []

  /// Items under a common name: indices into the results.
  package struct Group: Sendable {
    package let name: String
    package fileprivate(set) var places: [Int]
  }

  package init(_ index: GuidelineIndex, _ catalogue: PreparedCatalogue) {
    let review = ChecklistReview(ChecklistSource(index), catalogue.conditions)
    results = catalogue.items.map(review.result)
    counts = ChecklistResult.State.allCases.map { ($0, 0) }
    for place in results.indices {
      let state = results[place].state
      counts[state.rank].count += 1
      if state.isOpen {
        open += 1
        if results[place].prepared.item.level == .block { blocking += 1 }
        Self.add(place, to: results[place].prepared.item.role, in: &turns)
      } else {
        Self.add(place, to: results[place].prepared.item.group, in: &settled)
      }
    }
    for index in turns.indices {
      let places = turns[index].places
      turns[index].places = ChecklistResult.State.allCases.filter(\.isOpen).flatMap { state in
        places.filter { results[$0].state == state }
      }
    }
  }

  /// There are a handful of roles and groups: a search beats a table.
  private static func add(_ place: Int, to name: String, in groups: inout [Group]) {
    if let index = groups.firstIndex(where: { $0.name == name }) {
      groups[index].places.append(place)
    } else {
      groups.append(Group(name: name, places: [place]))
    }
  }
}
