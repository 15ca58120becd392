internal import RubricaCompiler
internal import RubricaDifference
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSource

/// What all guidelines of one side share: rubrica.yaml, and the keys of those who may sign.
struct WorkspaceSide {
  fileprivate let file: SourceFile
  fileprivate let root: DataNode?
  fileprivate let policy: PolicyFacts?

  /// Nil where there is no rubrica.yaml.
  init?(_ settings: WorkspaceSettings, hasFile: Bool) {
    guard hasFile else { return nil }
    file = settings.file
    root = settings.root
    policy = settings.approval.map {
      PolicyFacts(
        $0, signers: settings.approvalFiles.signers, revoked: settings.approvalFiles.revoked)
    }
  }
}

/// What changed for all guidelines of a workspace: who may approve, and what is built and checked how.
struct WorkspaceDifference {
  let changes: [Change]
  let sides: DifferenceReport.Sides

  /// A side without rubrica.yaml is compared only where the other one has a policy: that somebody must approve is
  /// told, and that nobody must any more.
  init(_ old: WorkspaceSide?, _ new: WorkspaceSide?) {
    let isCompared = old != nil && new != nil || old?.policy != nil || new?.policy != nil
    let (from, to) = isCompared ? (old, new) : (nil, nil)
    sides = DifferenceReport.Sides(
      old: Places(all: Sources([from?.file].compactMap(\.self))),
      new: Places(all: Sources([to?.file].compactMap(\.self))))
    changes =
      Self.policy(from?.policy, to?.policy)
      + Differ.changes(from: from?.root, to: to?.root, of: .workspace, but: ["approval"])
  }

  private static func policy(_ old: PolicyFacts?, _ new: PolicyFacts?) -> [Change] {
    var changes: [Change] = []
    func add(
      _ id: String, _ aspect: String, _ from: String?, _ to: String?, _ spans: (Span?, Span?)
    ) {
      changes.append(
        Change(
          .init(.policy, id: id, name: ""), aspect: aspect,
          from == nil ? .added : to == nil ? .removed : .changed, .administrative, from: from,
          to: to, old: spans.0, new: spans.1, audience: .legal))
    }
    if (old == nil) != (new == nil) {
      add(
        "approval", "whether anybody must approve", old == nil ? "nobody must" : "people must",
        new == nil ? "nobody must" : "people must", (nil, nil))
    }
    for change in PolicyFacts.changes(from: old, to: new) {
      add(
        change.id, change.title, change.old?.text, change.new?.text,
        (change.old?.span, change.new?.span))
    }
    return changes
  }
}
