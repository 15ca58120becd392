internal import RubricaModel
internal import RubricaSource

/// The newest day that the source states of itself. The compiler has no clock, and formats ask when
/// something was changed: the answer has to stand in the source.
struct StatedDay {
  /// `2026-10-16`.
  let text: String
  let span: Span

  /// What stands for a time that nobody stated, in formats that cannot do without one.
  static let never = "1970-01-01T00:00:00Z"

  /// The day at midnight, UTC (RFC 3339).
  var instant: String { "\(text)T00:00:00Z" }

  /// The newest day among the entries of the changelog, the approvals and the pilot; nil if none of
  /// them gives one. A day in the future, as that of the next review, is not the day of a change.
  static func newest(in guideline: Guideline) -> StatedDay? {
    let governance = guideline.governance?.root
    let nodes =
      (governance?.nodes(at: "approvals[*].date") ?? [])
      + (governance?.nodes(at: "quality.pilot.date") ?? [])
    let stated = guideline.entries.compactMap { $0.date } + nodes.compactMap(\.text)
    return stated.filter { CalendarDate(stated: $0.value) != nil }
      .map { StatedDay(text: $0.value, span: $0.span) }
      .max { $0.text.precedes($1.text) }
  }
}
