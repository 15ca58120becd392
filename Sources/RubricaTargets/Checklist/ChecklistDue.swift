internal import RubricaModel
internal import RubricaSource

/// Something that the source says will run out or has to be done by a day.
package struct ChecklistDue: Sendable {
  /// `2026-12-31`.
  package let date: String
  package let what: String
  /// Who has to act by then.
  package let role: String

  /// By date.
  static func all(
    _ source: ChecklistSource, _ attestations: Attestations?, _ items: [PreparedItem]
  ) -> [ChecklistDue] {
    var due: [ChecklistDue] = []
    func add(_ date: String?, _ what: String, _ role: String) {
      // Some are times.
      guard let day = date.flatMap({ CalendarDate(stated: String($0.prefix(10))) }) else { return }
      due.append(ChecklistDue(date: day.description, what: what, role: role))
    }
    for role in attestations?.roles ?? [] {
      add(role.until, "The approval of `\(role.name)` expires.", role.name)
    }
    for condition in attestations?.conditions ?? [] {
      add(condition.until, "`\(condition.role)` asks for: \(condition.text)", condition.role)
    }
    for (item, waiver) in Waiver.all(source.governance) {
      // Who answers for the item has to settle it or to waive it again.
      let role = items.first { $0.item.id == item }?.item.role ?? "owner"
      add(waiver.until, "The waiver of \(item) expires.", role)
    }
    add(source.value(contract)?.text?.value, "The contract with the vendor ends.", "legal")
    add(source.value(review)?.text?.value, "The guideline must be reviewed.", "owner")
    return due.sorted { ($0.date, $0.what) < ($1.date, $1.what) }
  }

  private static let contract = DataPath("vendor.valid-until")
  private static let review = DataPath("maintenance.next-review")
}
