internal import RubricaDifference
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSource

/// Everything that two sides differ in: a difference for each guideline that both have, and the
/// guidelines that only one has.
struct DifferenceReport {
  struct Entry {
    var difference: Difference
    var version: SuggestedVersion
    var sides: Sides

    init(_ difference: Difference) {
      self.difference = difference
      version = SuggestedVersion(difference)
      sides = Sides(
        old: Places(all: difference.old.sources), new: Places(all: difference.new.sources))
    }
  }

  /// Where things are written on both sides.
  struct Sides {
    var old: Places
    var new: Places

    /// `guidelines/signs/guideline.md:12`, in the old and in the new text.
    func places(of change: Change) -> (old: String?, new: String?) {
      let place = { (span: Span?, places: Places) in
        span.map { "\(places.file($0).name):\(places.start($0).line)" }
      }
      return (place(change.oldSpan, self.old), place(change.newSpan, self.new))
    }
  }

  var entries: [Entry]
  /// What both sides differ in for all guidelines.
  var workspace: WorkspaceDifference
  /// Guidelines that only one side has.
  var removed: [Guideline]
  var added: [Guideline]
  /// Kinds that were asked for.
  var kinds: Set<Change.Kind>

  init(_ old: Operand, _ new: Operand, kinds: Set<Change.Kind>) {
    self.kinds = kinds
    entries = []
    // A bundle has no rubrica.yaml.
    let hasBoth = old.hasWorkspace && new.hasWorkspace
    workspace = WorkspaceDifference(
      hasBoth ? old.workspace : nil, hasBoth ? new.workspace : nil)
    // Two single guidelines are compared whatever they are called.
    if old.guidelines.count == 1, new.guidelines.count == 1 {
      removed = []
      added = []
      add(old.guidelines[0], new.guidelines[0], new.orderIsIdentity)
      return
    }
    var places: [String: Int] = [:]
    for (place, guideline) in old.guidelines.enumerated() { places[guideline.id.value] = place }
    added = new.guidelines.filter { places[$0.id.value] == nil }
    let current = Set(new.guidelines.map(\.id.value))
    // One guideline against many: only that one was asked for.
    removed =
      new.guidelines.count == 1 ? [] : old.guidelines.filter { !current.contains($0.id.value) }
    if old.guidelines.count == 1 { added = [] }
    for guideline in new.guidelines {
      guard let place = places[guideline.id.value] else { continue }
      add(old.guidelines[place], guideline, new.orderIsIdentity)
    }
  }

  private mutating func add(_ old: Guideline, _ new: Guideline, _ orderIsIdentity: Bool) {
    entries.append(
      Entry(
        Differ.difference(from: old, to: new, orderIsIdentity: orderIsIdentity) { guideline in
          AnswerWords(guideline).text
        }))
  }

  func shown(_ entry: Entry) -> [Change] {
    entry.difference.changes.filter { kinds.contains($0.kind) }
  }

  /// Of what all guidelines share.
  var shownOfWorkspace: [Change] { workspace.changes.filter { kinds.contains($0.kind) } }

  var isEmpty: Bool {
    shownOfWorkspace.isEmpty && removed.isEmpty && added.isEmpty
      && entries.allSatisfy { shown($0).isEmpty }
  }

  /// `2 changes of meaning, 1 of wording`.
  var summary: String {
    var parts: [String] = []
    for kind in Change.Kind.allCases.reversed() where kinds.contains(kind) {
      let count =
        entries.reduce(0) { $0 + $1.difference.changes(kind).count }
        + workspace.changes.count { $0.kind == kind }
      guard count > 0 else { continue }
      let noun = parts.isEmpty ? (count == 1 ? " change" : " changes") : ""
      parts.append("\(count)\(noun) of \(kind.noun)")
    }
    if !added.isEmpty { parts.append("\(added.count) added") }
    if !removed.isEmpty { parts.append("\(removed.count) removed") }
    return parts.isEmpty ? "no difference" : parts.joined(separator: ", ")
  }
}

extension SuggestedVersion {
  /// The advice in a sentence or two, for a guideline that went from one version to another.
  func advice(from old: String?, to new: String?) -> String {
    guard step > .none else { return "Nothing changed: no new version is needed." }
    let why =
      "\(reason.prefix(1).uppercased())\(reason.dropFirst()): that is a \(step.rawValue) step."
    guard let version else { return "\(why) The old side has no version to count from." }
    guard let new, let isReached else { return "At least \(version). \(why)" }
    if isReached { return "\(new) is enough (at least \(version)). \(why)" }
    return new == old
      ? "Raise \(new) to at least \(version). \(why)"
      : "\(new) is too low: at least \(version). \(why)"
  }
}
