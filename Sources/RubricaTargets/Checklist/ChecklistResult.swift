package import RubricaModel

/// What came of one item of the catalogue.
package struct ChecklistResult: Sendable {
  package enum State: String, Sendable, CaseIterable {
    /// Something is missing, and the text says what.
    case failed
    /// Declared in the source; a person has to vouch for it.
    case needsReview = "needs-review"
    /// Nobody has looked, and nothing in the source could tell.
    case notRun = "not-run"
    case passed
    case notApplicable = "not-applicable"

    /// Whether somebody still has to act. Only what is known to be settled is closed.
    package var isOpen: Bool {
      switch self {
      case .failed, .needsReview, .notRun: true
      case .passed, .notApplicable: false
      }
    }

    /// Its place among all states.
    var rank: Int {
      switch self {
      case .failed: 0
      case .needsReview: 1
      case .notRun: 2
      case .passed: 3
      case .notApplicable: 4
      }
    }
  }

  let prepared: PreparedItem
  package var state: State
  /// Why it has that state.
  package var reason: String
  /// What the role of the item should do; nil for an item that is closed.
  package var action: String?
  /// Why an item with a condition counts; nil for one that always does.
  package var because: String?
  package var evidence: [ChecklistEvidence]
  package var gaps: [ChecklistGap]

  init(
    _ prepared: PreparedItem, _ state: State, reason: String, action: String? = nil,
    because: String? = nil, evidence: [ChecklistEvidence] = [], gaps: [ChecklistGap] = []
  ) {
    self.prepared = prepared
    self.state = state
    self.reason = reason
    self.action = action
    self.because = because
    self.evidence = evidence
    self.gaps = gaps
  }

  package var item: Catalogue.Item { prepared.item }

  /// What is said of every item that only waits for a person.
  static let declared = "Declared; a person must vouch for it."
  /// What is said of every item that lacks something; `gaps` say what.
  static let missing = "Something that is asked for is missing."

  /// The reason, where it says more than the state does.
  var tellingReason: String? {
    state == .passed || reason == Self.declared || reason == Self.missing ? nil : reason
  }
}

/// A place in the source, for people: lines and columns from 1.
package struct ChecklistPlace: Sendable, Equatable {
  /// Relative to the guideline's folder.
  package var file: String
  package var line: Int
  package var column: Int
  /// `governance.yaml:3:10`.
  package var text: String

  init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
    var bytes = Array(file.utf8)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(decimal: line)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(decimal: column)
    text = String(decoding: bytes, as: UTF8.self)
  }
}

/// Something the source says that bears on an item.
package struct ChecklistEvidence: Sendable, Equatable {
  /// What the catalogue asked for: `governance.data.retention`, `computed.pilot-recorded`.
  package var path: String
  package var place: ChecklistPlace
  /// The value, or what was found, in one line.
  package var text: String
}

/// Something an item asks for that the source does not say.
package struct ChecklistGap: Sendable, Equatable {
  package var path: String
  /// Where it would be written, as near as that can be told.
  package var place: ChecklistPlace?
  /// What is missing, as a clause.
  package var text: String
}
