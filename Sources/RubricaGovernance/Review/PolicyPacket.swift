internal import RubricaBundle
package import RubricaModel
internal import RubricaSignature
internal import RubricaSource
package import RubricaTargets

/// What those who approve a change of the policy sign, as a page: all of the policy in words, and before it what
/// is not as in the policy in force. One file, no script.
package struct PolicyPacket {
  private let policy: PolicyRecord
  private let role: ApprovalPolicy.Role
  private let templates: PageTemplates
  private let facts: PolicyFacts
  /// Nil if no policy was approved before.
  private let changes: [PolicyFacts.Change]?

  /// - Parameters:
  ///   - role: the one in charge under the policy in force.
  ///   - before: the policy in force; nil for the first one.
  package init(
    _ policy: PolicyRecord, _ role: ApprovalPolicy.Role, before: PolicyRecord?,
    templates: PageTemplates
  ) {
    self.policy = policy
    self.role = role
    self.templates = templates
    let facts = PolicyFacts(policy.policy, signers: policy.signers)
    self.facts = facts
    changes = before.map {
      PolicyFacts.changes(from: PolicyFacts($0.policy, signers: $0.signers), to: facts)
    }
  }

  /// What somebody in a role says by approving the policy.
  package static func meaning(_ role: ApprovalPolicy.Role) -> String {
    "I have read the approval policy and approve it as \(role.name.value)."
  }

  package var bytes: [UInt8] {
    let subject = Statement.Subject(name: SignOff.policySubject, digest: policy.digest)
    return PacketPage.bytes(
      title: "To sign as \(role.name.value): the approval policy", role, [subject], templates
    ) { html in
      PacketPage.header(role, "The approval policy", PacketPage.people(role), to: &html)
      html.element("main") { html in
        PacketPage.statement(
          Self.meaning(role), [(SignOff.policySubject, policy.digest.hex)],
          "The digest covers everything below: who may approve the guidelines of this workspace, and with which "
            + "keys. It does not cover the file of revoked keys.", to: &html)
        html.element("section", class: "since") { since(&$0) }
        html.element("section") { html in
          html.element("h2", text: "All that the policy says")
          for fact in facts.all { write(fact, to: &html) }
        }
      }
    }
  }

  private func since(_ html: inout HTMLWriter) {
    html.element("h2", text: "What has changed")
    guard let changes else {
      return html.element(
        "p",
        text:
          "No policy was approved before: with this one, people begin to trust each other's keys.")
    }
    html.element("p", text: "Compared with the policy in force.")
    if changes.isEmpty { return html.element("p", class: "verdict", text: "Nothing.") }
    for change in changes {
      html.element("div", class: "leaf semantic") { html in
        html.element("p", class: "path") { html in
          html.element("strong") { $0.phrase(capitalized(change.title)) }
          if change.old == nil || change.new == nil {
            html.raw(" ")
            html.element("b", text: change.old == nil ? "new" : "gone")
          }
        }
        html.element("p", class: "said") { html in
          switch (change.old?.text, change.new?.text) {
          case (let old?, let new?): PacketPage.marked(from: old, to: new, in: &html)
          case (let old, let new):
            if let old { html.element("del", text: old) }
            if let new { html.element("ins", text: new) }
          }
        }
      }
    }
  }

  private func write(_ fact: PolicyFacts.Fact, to html: inout HTMLWriter) {
    html.element("div", [.class("leaf"), .id(fact.id)]) { html in
      html.element("p", class: "path") {
        $0.element("strong") { $0.phrase(capitalized(fact.title)) }
      }
      html.element("p", class: "said", text: fact.text)
    }
  }

  private func capitalized(_ title: String) -> String {
    title.prefix(1).uppercased() + title.dropFirst()
  }
}
