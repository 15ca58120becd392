internal import RubricaCompiler
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource

/// One role of one guideline for people.
struct WhyText {
  let document: GovernedDocument
  let role: ApprovalPolicy.Role
  let status: RoleStatus
  let time: Timestamp
  /// Until it is, nobody can sign.
  let isPolicyInForce: Bool

  func lines(_ style: TextStyle) -> [String] {
    let words = RoleWords(document.state.subject, time)
    let head =
      status.isSatisfied
      ? style.paint("signed", .good)
      : style.paint(status.objections.isEmpty ? "not signed" : "changes are asked for", .error)
    var lines = [
      "\(style.paint("\(document.id) \(status.role)", .strong)): \(head), "
        + "\(status.people.count) of \(status.quorum)"
    ]
    for approval in status.approvals {
      let signOff = approval.entry.signOff
      let behalf = signOff.onBehalfOf.map { " for \($0)" } ?? ""
      lines.append(
        "  \(signOff.signer) \(signOff.decision.past)\(behalf) at \(signOff.signedAt) "
          + (approval.counts ? "(counts until \(approval.validUntil))" : "(does not count)"))
      lines.append("    signoffs/\(approval.entry.file)")
      for condition in signOff.conditions {
        lines.append(
          "    on condition, until \(condition.until): \(TextStyle.visible(condition.text))")
      }
      for fault in approval.faults {
        if case .stale(let changes) = fault {
          lines += stale(changes, approval, style)
        }
      }
    }
    for denial in words.denials(of: status) where denial.code != .roleStale {
      lines.append(
        "  \(style.paint(denial.code.rawValue, .error)): \(TextStyle.visible(denial.message))")
    }
    let path = TextStyle.visible(ShellWord.path(document.path))
    let name = TextStyle.visible(ShellWord.quoted(status.role))
    for (condition, entry) in status.conditions where document.takesSignatures && isPolicyInForce {
      let words = TextStyle.visible(condition.text)
      lines.append(
        "  condition open, until \(condition.until): \"\(words)\". Once it is met, "
          + "\(TextStyle.visible(entry.signOff.person)) says so:")
      // Whoever counts in another role by now cannot approve in this one; the condition ends as well.
      let decision =
        countsElsewhere(entry.signOff.person) ? "withdraw --comment \"It is met.\"" : "approve"
      lines.append(
        "  rubrica sign \(path) --as \(name) --decision \(decision) --supersedes \(entry.file) --key KEY"
      )
    }
    return status.isSatisfied ? lines : lines + way(path, name)
  }

  private func countsElsewhere(_ person: String) -> Bool {
    document.evaluation(document.log.at(nil), at: time).peopleElsewhere(than: role)
      .contains(person)
  }

  /// How the role can come to have approved, by commands that will be taken.
  private func way(_ path: String, _ name: String) -> [String] {
    guard document.takesSignatures else {
      return ["  nobody can sign before the log is in order:"]
    }
    let people = document.missing(status, role, at: time)
    guard !people.isEmpty else {
      return [
        "  who can sign: nobody; each person of the role is an author, has no key in force, or has signed, in this "
          + "role or another one. Change the policy in rubrica.yaml, or the file of signers, and have it signed."
      ]
    }
    let who = "  who can sign: \(TextStyle.visible(people.joined(separator: ", ")))"
    guard isPolicyInForce else { return [who] }
    // An objection ends only when it is named.
    let objection = status.objections.last.map { " --supersedes \($0.file)" } ?? ""
    return [
      who,
      "  rubrica review packet \(name) \(path)",
      "  rubrica sign \(path) --as \(name) --decision approve\(objection) --key KEY",
    ]
  }

  private func stale(
    _ changes: [LeafChange], _ approval: RoleStatus.Approval, _ style: TextStyle
  ) -> [String] {
    let kept = role.keeps.map(\.rawValue).filter { $0 != "none" }.joined(separator: " or ")
    var lines = [
      kept.isEmpty
        ? "    stale: it covers only what was signed, and that has changed:"
        : "    stale: it survives changes of \(kept) only, and these go further:"
    ]
    let texts = approval.entry.texts
    for change in changes.prefix(20) {
      let place =
        document.state.subject.leaf(change.path)?.place.map { " at \(document.located($0).text)" }
        ?? ""
      lines.append("    \(style.paint(change.path, .strong)) \(RoleWords.words(change))\(place)")
      if let old = texts[change.path] { lines.append("      from: \(excerpt(old))") }
      if let now = document.state.governed.leaf(change.path)?.text {
        lines.append("      to:   \(excerpt(now))")
      }
    }
    if changes.count > 20 { lines.append("    and \(changes.count - 20) more") }
    return lines
  }

  private func excerpt(_ text: String) -> String {
    let line = TextStyle.visible(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return line.count > 160 ? line.prefix(159) + "…" : line
  }
}
