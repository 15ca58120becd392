internal import RubricaBundle
internal import RubricaDifference
package import RubricaModel
internal import RubricaSignature
internal import RubricaSource
package import RubricaTargets

/// Exactly what a role signs, as a page: every leaf of its scopes, marked where it differs from what the
/// reader signed last. One file, no script.
package struct ReviewPacket {
  private let governed: GovernedGuideline
  private let role: ApprovalPolicy.Role
  private let last: Ledger.Entry?
  private let media: [String: Media]
  private let templates: PageTemplates
  private let questions: RoleQuestions
  private let place: (Leaf) -> Denial.Place
  private let changes: PacketChanges
  /// What the leaves said in the last statement, by path.
  private let lastTexts: [String: String]
  private let leaves: [String: Leaf]
  private let words: (now: LeafWords, last: LeafWords)

  /// - Parameters:
  ///   - last: the statement to compare with; nil if there is none.
  ///   - questions: the items of the checklist that the role answers.
  ///   - place: where a leaf is written, for people.
  package init(
    _ governed: GovernedGuideline, _ role: ApprovalPolicy.Role, last: Ledger.Entry?,
    media: [Media], templates: PageTemplates, questions: RoleQuestions,
    place: @escaping (Leaf) -> Denial.Place
  ) {
    self.governed = governed
    self.role = role
    self.last = last
    let lastTexts = last?.texts ?? [:]
    self.lastTexts = lastTexts
    self.media = Dictionary(media.map { (LeafBuilder.path(ofMedia: $0), $0) }) { first, _ in first }
    self.templates = templates
    self.questions = questions
    self.place = place
    var leaves: [String: Leaf] = [:]
    for leaf in governed.leaves { leaves[leaf.path] = leaf }
    self.leaves = leaves
    words = (
      LeafWords { [leaves] in leaves[$0]?.text },
      LeafWords { [leaves] in lastTexts[$0] ?? leaves[$0]?.text }
    )
    let now = ReviewPacket.paths(governed, role).compactMap { leaves[$0] }
    let all = last.map {
      LeafChanges.changes(from: $0.signOff.leaves, to: now.map(SignedLeaf.init))
    }
    let texts = Dictionary(uniqueKeysWithValues: now.map { ($0.path, $0.text) })
    changes = PacketChanges(all ?? [], now: texts, before: lastTexts)
  }

  /// All that the scopes of a role cover, sorted by bytes.
  package static func paths(
    _ governed: GovernedGuideline, _ role: ApprovalPolicy.Role
  ) -> [String] {
    let scopes = role.scopes.compactMap { governed.scope($0.value) }
    return Set(scopes.flatMap(\.paths)).sorted { $0.precedes($1) }
  }

  package var bytes: [UInt8] {
    PacketPage.bytes(
      title: "To sign as \(role.name.value): \(governed.id)", role, subjects, templates
    ) { body(&$0) }
  }

  /// What a statement of the role is about, as it is now.
  private var subjects: [Statement.Subject] {
    role.scopes.compactMap { governed.scope($0.value) }.map { scope in
      Statement.Subject(
        name: GovernedSubject.name(ofScope: scope.name, in: governed.id), digest: scope.digest)
    }
  }

  private var scopes: [GovernedScope] { role.scopes.compactMap { governed.scope($0.value) } }

  private func body(_ html: inout HTMLWriter) {
    let facts = [
      (name: "Guideline", value: governed.id), (name: "Version", value: governed.version ?? "none"),
    ]
    PacketPage.header(
      role, governed.leaf("guideline/title")?.text ?? governed.id,
      facts + PacketPage.people(role)
        + [(name: "Policy", value: String(governed.policyDigest.hex.prefix(16)))], to: &html)
    html.element("main") { html in
      PacketPage.statement(
        Self.meaning(role), scopes.map { ($0.name, $0.digest.hex) },
        "The digests cover every part below that has a path, and nothing else. Line breaks, comments and "
          + "formatting are not covered; every word is.", to: &html)
      if last != nil { summary(&html) }
      questions.write(to: &html)
      for scope in scopes { write(scope, &html) }
      referred(&html)
    }
  }

  /// What somebody in a role says by approving a guideline: in the words of the policy, if it has any.
  package static func meaning(_ role: ApprovalPolicy.Role) -> String {
    role.meaning?.value
      ?? "I have read what is covered by \(role.scopes.map(\.value).joined(separator: ", ")) and approve it as "
      + "\(role.name.value)."
  }

  // MARK: what has changed

  private func summary(_ html: inout HTMLWriter) {
    guard let last else { return }
    let signOff = last.signOff
    html.element("section", class: "since") { html in
      html.element("h2", text: "What has changed")
      html.element(
        "p",
        text:
          "Compared with the content on \(signOff.signedAt.date), when \(signOff.signerName) "
          + "\(signOff.decision.past).")
      if let comment = signOff.comment { html.element("blockquote", text: comment) }
      for condition in signOff.conditions {
        html.element("blockquote", text: "Until \(condition.until): \(condition.text)")
      }
      let told = (Array(changes.byPath.values) + changes.gone).sorted { $0.path < $1.path }
      if told.isEmpty {
        html.element("p", class: "verdict", text: "Nothing.")
        return
      }
      html.element("ul", class: "turns") { html in
        for change in told {
          html.element("li") { html in
            html.element("b", text: change.kind.rawValue)
            html.element("span", text: Self.words(change.action))
            html.element("a", [.toPlace(change.path)], text: change.path)
          }
        }
      }
    }
  }

  private static func words(_ action: LeafChange.Action) -> String {
    switch action {
    case .added: "new"
    case .removed: "gone"
    case .changed: "changed"
    }
  }

  // MARK: leaves

  private func write(_ scope: GovernedScope, _ html: inout HTMLWriter) {
    html.element("section") { html in
      html.element("h2", text: "Scope: \(scope.name)")
      write(scope.own.compactMap { leaves[$0] }, &html)
      let lost = changes.gone.filter { change in
        governed.policy.scopes.contains { other in
          other.name.value == scope.name
            && other.selectors.contains { Selector($0.value).selects(change.path) }
        }
      }
      for change in lost { write(gone: change, &html) }
    }
  }

  /// What the scopes refer to without holding it.
  private func referred(_ html: inout HTMLWriter) {
    let own = Set(scopes.flatMap(\.own))
    let others = ReviewPacket.paths(governed, role).filter { !own.contains($0) }
    guard !others.isEmpty else { return }
    html.element("section") { html in
      html.element("h2", text: "What these parts refer to")
      html.element(
        "p",
        text:
          "Also signed: if the definition of a label changes, so does the meaning of rules about it."
      )
      write(others.compactMap { leaves[$0] }, &html)
    }
  }

  private func write(_ leaves: [Leaf], _ html: inout HTMLWriter) {
    var heading = ""
    for leaf in leaves {
      let segments = leaf.path.split(separator: "/")
      let part = segments.prefix(segments.count > 2 ? 2 : 1).joined(separator: "/")
      if part != heading {
        heading = part
        html.element("h3", text: part)
      }
      write(leaf, &html)
    }
  }

  private func write(_ leaf: Leaf, _ html: inout HTMLWriter) {
    let change = changes.byPath[leaf.path]
    html.element("div", [.class("leaf \(change?.kind.rawValue ?? "none")"), .id(leaf.path)]) {
      html in
      html.element("p", class: "path") { html in
        html.element("code") { html in
          // The last part says what it is.
          let name = leaf.path.split(separator: "/").last.map(String.init) ?? ""
          html.text(String(leaf.path.dropLast(name.count)))
          html.element("strong", text: name)
        }
        if let change {
          html.raw(" ")
          html.element("b", text: "\(Self.words(change.action)): \(change.kind.rawValue)")
        }
        html.raw(" ")
        let place = place(leaf)
        html.element("i") { $0.place(place.file, line: place.line, column: place.column) }
      }
      text(leaf, change, &html)
      if let media = media[leaf.path], let bytes = media.bytes, media.type.isPicture,
        media.type != .svg
      {
        html.void(
          "img", [.file("src", bytes, type: media.type.rawValue), .init("alt", media.path)])
      }
    }
  }

  private func text(_ leaf: Leaf, _ change: LeafChange?, _ html: inout HTMLWriter) {
    let former = changes.former[leaf.path] ?? leaf.path
    let isChanged = change?.action == .changed && change?.kind != .presentation
    let old = isChanged ? lastTexts[former] : nil
    html.element("p", class: "said") { html in
      let now = words.now.words(leaf.path, leaf.text)
      guard let old else { return html.text(now) }
      let was = words.last.words(former, old)
      // Words that hide a difference are none.
      if was == now { return PacketPage.marked(from: old, to: leaf.text, in: &html) }
      PacketPage.marked(from: was, to: now, in: &html)
    }
    data(leaf, isChanged: isChanged, &html)
  }

  /// The rows of a file that the leaf holds by its digest.
  private func data(_ leaf: Leaf, isChanged: Bool, _ html: inout HTMLWriter) {
    guard let medium = media[leaf.path], let now = medium.dataText else { return }
    let signed = isChanged ? last?.signOff.leaves.first { $0.path == leaf.path } : nil
    let before = signed.flatMap { last?.content($0) }
    if isChanged, before == nil {
      html.element(
        "p", class: "note",
        text: "What the file said at the last sign-off was not kept. This is what it says now:")
    }
    DataRows(now: now, before: before).write(to: &html)
  }

  private func write(gone change: LeafChange, _ html: inout HTMLWriter) {
    html.element("div", [.class("leaf \(change.kind.rawValue)"), .id(change.path)]) { html in
      html.element("p", class: "path") { html in
        html.element("code", text: change.path)
        html.raw(" ")
        html.element("b", text: "removed: \(change.kind.rawValue)")
      }
      if let old = lastTexts[change.path] {
        html.element("p", class: "said") {
          $0.element("del", text: words.last.words(change.path, old))
        }
      }
    }
  }
}
