internal import RubricaGovernance
internal import RubricaSignature
internal import RubricaSource
internal import RubricaTargets

/// How it stands with one guideline, for people.
struct StatusText {
  let name: String
  let isReady: Bool
  let roles: [RoleStatus]
  /// How many items stand in the way of a release.
  let open: Int
  /// Those items by whose turn it is.
  let turns: [Turn]
  /// How many items there are.
  let asked: Int
  let due: [ChecklistDue]
  let denials: [Denial]

  struct Turn {
    var role: String
    var items: [String]
  }

  /// Items by their roles, in order of the first of each.
  static func turns(_ open: [ChecklistState]) -> [Turn] {
    open.inGroups { $0.role }.map { Turn(role: $0.key, items: $0.elements.map(\.id)) }
  }

  func lines(_ now: Timestamp, _ style: TextStyle) -> [String] {
    let head = isReady ? style.paint("ready", .good) : style.paint("not ready", .error)
    var lines = ["\(style.paint(name, .strong)) \(head)"]
    if !roles.isEmpty {
      lines.append(
        "  roles      "
          + roles.map { status in
            let mark = status.isSatisfied ? "✓" : status.objections.isEmpty ? "·" : "✗"
            return "\(mark) \(status.role) \(status.people.count)/\(status.quorum)"
          }.joined(separator: "   "))
    }
    lines.append("  checklist  \(open) blocking items open, of \(asked)")
    for turn in turns {
      lines.append("    \(turn.role): \(turn.items.joined(separator: " "))")
    }
    for due in due {
      let isPast = (try? CalendarDate(due.date)).map { $0.end < now } ?? false
      lines.append(
        "  \(isPast ? "overdue" : "due    ")    \(due.date) \(TextStyle.visible(due.what))")
    }
    // The marks say what else is the matter with one role.
    let others = denials.filter { denial in
      denial.code == .rolePersonTwice
        || denial.code != .checklistOpen && !denial.code.rawValue.hasPrefix("role-")
    }
    for denial in others.prefix(8) {
      lines.append(
        "  \(style.paint(denial.code.rawValue, .error))  \(TextStyle.visible(denial.message))")
    }
    if others.count > 8 { lines.append("  and \(others.count - 8) more; see `rubrica gate`") }
    return lines
  }
}
