package import RubricaModel

/// The whole checklist of one guideline.
package struct ChecklistReport: Sendable {
  package let results: [ChecklistResult]

  package init(_ guideline: Guideline, _ catalogue: Catalogue) {
    let review = ChecklistReview(guideline)
    results = catalogue.items.map(review.result)
  }

  package func count(_ state: ChecklistResult.State) -> Int {
    results.reduce(0) { $0 + ($1.state == state ? 1 : 0) }
  }

  package var open: [ChecklistResult] { results.filter(\.state.isOpen) }

  /// Open items that stand in the way of a release.
  package var blocking: Int {
    results.reduce(0) { $0 + ($1.state.isOpen && $1.item.level == .block ? 1 : 0) }
  }

  /// Whose turn it is: open items by role, in the order in which the roles appear.
  package var turns: [(role: String, results: [ChecklistResult])] {
    Self.grouped(open, by: \.item.role).map { ($0.key, $0.results) }
  }

  /// Settled items by group, in the order of the catalogue.
  package var settled: [(group: String, results: [ChecklistResult])] {
    Self.grouped(results.filter { !$0.state.isOpen }, by: \.item.group).map { ($0.key, $0.results) }
  }

  private static func grouped(
    _ results: [ChecklistResult], by key: (ChecklistResult) -> String
  ) -> [(key: String, results: [ChecklistResult])] {
    var groups: [(key: String, results: [ChecklistResult])] = []
    var places: [String: Int] = [:]
    for result in results {
      let key = key(result)
      if let place = places[key] {
        groups[place].results.append(result)
      } else {
        places[key] = groups.count
        groups.append((key, [result]))
      }
    }
    return groups
  }
}
