package import RubricaModel

/// What came of one item of the catalogue. Shared, not copied: three files are written from it.
package final class ChecklistResult: Sendable {
  package enum State: String, Sendable, CaseIterable {
    /// Something is missing, and the text says what.
    case failed
    /// Declared in the source; a person has to vouch for it.
    case needsReview = "needs-review"
    /// Nobody has looked, and nothing in the source could tell.
    case notRun = "not-run"
    case passed
    /// Somebody has decided to go on without, for a reason and until a day.
    case waived
    case notApplicable = "not-applicable"

    /// Whether somebody still has to act. Only what is known to be settled is closed.
    package var isOpen: Bool {
      switch self {
      case .failed, .needsReview, .notRun: true
      case .passed, .waived, .notApplicable: false
      }
    }

    /// Its place among all states.
    var rank: Int {
      switch self {
      case .failed: 0
      case .needsReview: 1
      case .notRun: 2
      case .passed: 3
      case .waived: 4
      case .notApplicable: 5
      }
    }
  }

  let prepared: PreparedItem
  package let state: State
  /// Why it has that state; nil where the state says it all.
  package let reason: String?
  /// What the role of the item should do, where it is not what such a state always asks for.
  let ownAction: String?
  /// Why an item with a condition counts; nil for one that always does.
  package let because: String?
  package let evidence: [ChecklistEvidence]
  package let gaps: [ChecklistGap]

  init(
    _ prepared: PreparedItem, _ state: State, reason: String? = nil, action: String? = nil,
    because: String? = nil, evidence: [ChecklistEvidence] = [], gaps: [ChecklistGap] = []
  ) {
    self.prepared = prepared
    self.state = state
    self.reason = reason
    ownAction = action
    self.because = because
    self.evidence = evidence
    self.gaps = gaps
  }

  package var item: Catalogue.Item { prepared.item }

  /// The same, unless it has a reason of its own already.
  func with(reason: String) -> ChecklistResult {
    guard self.reason == nil else { return self }
    return ChecklistResult(
      prepared, state, reason: reason, action: ownAction, because: because, evidence: evidence,
      gaps: gaps)
  }

  /// What the role of the item should do; nil for an item that is closed.
  package var action: String? { ownAction ?? ChecklistWords.action(for: prepared.item, state) }

  /// Whether only the gate can tell, on the day on which it is asked: nobody has to act on it.
  package var isForGate: Bool {
    !gaps.isEmpty && gaps.allSatisfy { $0.path == GateEvidence.dates.path }
  }

  /// Whether it is open for conditions that people have approved on: those people alone can close it.
  package var isOfConditions: Bool { gaps.contains { $0.path == GateEvidence.conditions.path } }

  /// Whether nothing but its evidence tells it from other results of its item and state.
  var isPlain: Bool { reason == nil && because == nil && ownAction == nil }
}

/// A place in the source, for people: lines and columns from 1.
package struct ChecklistPlace: Sendable, Hashable {
  /// Relative to the guideline's folder.
  package var file: String
  package var line: Int
  package var column: Int

  /// `governance.yaml:3:10`.
  package var text: String { "\(file):\(line):\(column)" }
}

/// Something the source says that bears on an item.
package struct ChecklistEvidence: Sendable, Equatable {
  var name: EvidenceName
  package var path: String { name.path }
  package var place: ChecklistPlace
  /// The value, or what was found, in one line.
  package var text: String
}

/// Something an item asks for that the source does not say.
package struct ChecklistGap: Sendable, Hashable {
  var name: EvidenceName
  package var path: String { name.path }
  /// Where it would be written, as near as that can be told.
  package var place: ChecklistPlace?
  /// What is missing, as a clause.
  package var text: String
}
