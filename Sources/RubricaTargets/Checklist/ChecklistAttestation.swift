internal import RubricaModel
internal import RubricaSource

/// Items in the light of what people have signed, and of what was waived.
extension ChecklistReview {
  /// An item that is decided by sign-offs alone: `gate.…` in a catalogue.
  func signed(_ prepared: PreparedItem, _ term: GateEvidence) -> ChecklistResult {
    let name = EvidenceName(term.path)
    guard let attestations else {
      return ChecklistResult(
        prepared, .notRun,
        reason: "There is no approval policy in rubrica.yaml, so nothing can be signed.")
    }
    switch term {
    case .roles:
      let open = attestations.roles.filter { !$0.isSatisfied }
      guard !open.isEmpty || !attestations.faults.isEmpty else {
        return ChecklistResult(prepared, .passed, reason: Self.people(attestations.roles))
      }
      let gaps = (open.map(Self.lack(of:)) + attestations.faults).map { text in
        ChecklistGap(name: name, text: text)
      }
      return ChecklistResult(prepared, .failed, gaps: gaps)
    case .conditions:
      guard !attestations.conditions.isEmpty else { return ChecklistResult(prepared, .passed) }
      let gaps = attestations.conditions.map { condition in
        ChecklistGap(
          name: name,
          text: "\(condition.role) approved with a condition, to be met by \(condition.until): "
            + condition.text)
      }
      return ChecklistResult(
        prepared, .needsReview,
        action:
          "Meet each condition. Then whoever made it approves again and names that statement, as rubrica why says.",
        gaps: gaps)
    case .dates:
      let text = "`rubrica gate` compares the dates below with the day on which it is asked"
      return ChecklistResult(
        prepared, .notRun, reason: ChecklistWords.upToTheGate,
        gaps: [ChecklistGap(name: name, text: text)])
    }
  }

  /// An open item that was waived, or that somebody vouches for.
  func settled(_ result: ChecklistResult) -> ChecklistResult {
    guard result.state.isOpen else { return result }
    // Whether there are enough signatures is not for anybody to let pass.
    if let waiver = waivers[result.item.id], result.item.group != Catalogue.groupOfRelease {
      return ChecklistResult(
        result.prepared, .waived, reason: waiver.words,
        evidence: [source.evidence(Waiver.name, waiver.words, at: waiver.span)])
    }
    guard result.state != .failed, let attestations else { return result }
    guard let role = attestations.role(answeringFor: result.item.role) else {
      return result.with(
        reason: "No role of the approval policy is responsible for `\(result.item.role)`.")
    }
    guard role.isSatisfied else { return result.with(reason: Self.lack(of: role) + ".") }
    if let foreign = result.evidence.first(where: { !role.covers($0.name) }) {
      return result.with(
        reason: "`\(role.name)` has approved, but none of its scopes covers `\(foreign.path)`.")
    }
    return ChecklistResult(
      result.prepared, .passed, reason: Self.people([role]), because: result.because,
      evidence: result.evidence)
  }

  /// `legal: Marit Oosting, until 2027-11-24`.
  private static func people(_ roles: [Attestations.Role]) -> String {
    roles.map { role in
      let names = role.people.joined(separator: " and ")
      return "`\(role.name)` has approved: \(names)" + (role.until.map { ", until \($0)" } ?? "")
    }.joined(separator: "; ") + "."
  }

  private static func lack(of role: Attestations.Role) -> String {
    if !role.objectors.isEmpty {
      return "`\(role.name)` has asked for changes: \(role.objectors.joined(separator: " and "))"
    }
    guard role.people.count > 0 || role.quorum > 1 else {
      return "`\(role.name)` has not approved the current content"
    }
    return "`\(role.name)` needs \(role.quorum) people, but has \(role.people.count)"
  }
}

extension Attestations.Role {
  /// Whether the scopes of the role cover what evidence is of; what the compiler has computed itself
  /// needs no cover.
  fileprivate func covers(_ name: EvidenceName) -> Bool {
    guard let leaf = name.leaf else { return true }
    // No id has a star in it.
    let parts = leaf.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 1 else {
      return covered.contains { path in
        path.utf8.starts(with: parts[0].utf8)
          && (path + "/").contains(parts[1].isEmpty ? "/" : parts[1] + "/")
      }
    }
    return covered.contains(leaf) || covered.contains { $0.utf8.starts(with: (leaf + "/").utf8) }
  }
}

/// A decision to go on without an item: `waivers` in governance.yaml.
struct Waiver {
  static let name = EvidenceName("governance.waivers")
  /// By the ids of their items; only those that say all that a waiver has to.
  static func all(_ governance: DataNode?) -> [String: Waiver] {
    var waivers: [String: Waiver] = [:]
    for node in governance?["waivers"]?.items ?? [] {
      guard let item = node["item"]?.text?.value, let reason = node["reason"]?.text?.value,
        let by = node["by"]?.text?.value, let since = node["since"]?.text?.value,
        let until = node["until"]?.text?.value
      else { continue }
      let words = "Waived from \(since) to \(until) by \(MailAddress.masked(by)): \(reason)"
      waivers[item] = Waiver(words: words, until: until, span: node.span)
    }
    return waivers
  }

  var words: String
  var until: String
  var span: Span
}
