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
  /// Whose turn it is: open items by role, in the order of the catalogue; in each, what failed comes
  /// first.
  package private(set) var turns: [Group] = []
  /// Settled items by group, in the order of the catalogue.
  package private(set) var settled: [Group] = []

  /// Items that only the gate decides, on the day on which it is asked: neither open nor settled.
  package private(set) var forGate: [Int] = []

  /// What runs out, the first first.
  package let due: [ChecklistDue]

  /// Items under a common name: indices into the results.
  package struct Group: Sendable {
    let part: PreparedCatalogue.Part
    package fileprivate(set) var places: [Int] = []

    package var name: String { part.name }
  }

  /// How many items a page shows under a state: what the gate decides has a place of its own there.
  func shownCount(of entry: (state: ChecklistResult.State, count: Int)) -> Int {
    entry.state == .notRun ? entry.count - forGate.count : entry.count
  }

  package init(
    _ index: GuidelineIndex, _ catalogue: PreparedCatalogue, _ attestations: Attestations?
  ) {
    let source = ChecklistSource(index)
    let review = ChecklistReview(source, catalogue.conditions, attestations)
    due = ChecklistDue.all(source, attestations, catalogue.items)
    results = catalogue.items.map { review.result($0) }
    counts = ChecklistResult.State.allCases.map { ($0, 0) }
    turns = catalogue.roles.map { Group(part: $0) }
    settled = catalogue.groups.map { Group(part: $0) }
    let states = results.map { $0.state }
    for state in ChecklistResult.State.allCases {
      for place in states.indices where states[place] == state {
        counts[state.rank].count += 1
        let prepared = results[place].prepared
        guard state.isOpen else { continue }
        guard !results[place].isForGate else {
          forGate.append(place)
          continue
        }
        open += 1
        if prepared.item.level == .block { blocking += 1 }
        turns[prepared.role].places.append(place)
      }
    }
    for place in states.indices where !states[place].isOpen {
      settled[results[place].prepared.group].places.append(place)
    }
    turns.removeAll { $0.places.isEmpty }
    settled.removeAll { $0.places.isEmpty }
  }
}
