package import RubricaModel
package import RubricaSource

/// An id is one mark's.
package enum DuplicateMarkID: Check {
  package static let info = CheckInfo(
    id: "duplicate-mark-id",
    levels: .error,
    summary: "No two marks of a record have the same id.",
    rationale: """
      A relation or a group that names the id means one of them, but nobody can tell which. Only the \
      parts of one mark in a text may share an id.
      """,
    bad: [
      CheckExample(
        Sample.drive(
          record: """
            tracks:
              - {id: car-1, label: car, frames: {0: [10, 10, 30, 30]}}
              - {id: ⟪car-1⟫, label: car, frames: {0: [50, 10, 70, 30]}}
            """))
    ],
    good: [
      CheckExample(
        Sample.drive(
          record: """
            tracks:
              - {id: car-1, label: car, frames: {0: [10, 10, 30, 30]}}
              - {id: car-2, label: car, frames: {0: [50, 10, 70, 30]}}
            """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for example in index.guideline.examples {
      var seen: [String: Span] = [:]
      for answer in example.expected?.answers ?? [] {
        guard case .regions(let regions) = answer.value else { continue }
        for id in regions.compactMap(\.id) {
          guard let first = seen[id.value] else {
            seen[id.value] = id.span
            continue
          }
          report.add(
            info, at: id.span, "two marks have the id `\(Wording.excerpt(id.value))`",
            notes: [.init("the first is here", at: first)], help: "give each mark its own id")
        }
      }
    }
  }
}
