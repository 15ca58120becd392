internal import RubricaSource
internal import RubricaBundle
internal import RubricaDifference
package import RubricaModel
internal import RubricaSignature
package import RubricaTargets

/// Exactly what a role signs, as a page: every leaf of its scopes, marked where it differs from what the
/// reader signed last. One file, no script.
package struct ReviewPacket {
  private let governed: GovernedGuideline
  private let role: ApprovalPolicy.Role
  private let last: Ledger.Entry?
  private let media: [String: Media]
  private let templates: PageTemplates
  private let place: (Leaf) -> Denial.Place
  private let changes: [String: LeafChange]
  private let gone: [LeafChange]
  /// What the leaves said in the last statement, by path.
  private let lastTexts: [String: String]
  private let leaves: [String: Leaf]

  /// - Parameters:
  ///   - last: the statement to compare with; nil if there is none.
  ///   - place: where a leaf is written, for people.
  package init(
    _ governed: GovernedGuideline, _ role: ApprovalPolicy.Role, last: Ledger.Entry?,
    media: [Media], templates: PageTemplates, place: @escaping (Leaf) -> Denial.Place
  ) {
    self.governed = governed
    self.role = role
    self.last = last
    lastTexts = last?.texts ?? [:]
    self.media = Dictionary(media.map { ("media/\($0.path)", $0) }) { first, _ in first }
    self.templates = templates
    self.place = place
    var leaves: [String: Leaf] = [:]
    for leaf in governed.leaves { leaves[leaf.path] = leaf }
    self.leaves = leaves
    let now = ReviewPacket.paths(governed, role).compactMap { leaves[$0].map(SignedLeaf.init) }
    let all = last.map { LeafChanges.changes(from: $0.signOff.leaves, to: now) } ?? []
    changes = Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0) })
    gone = all.filter { $0.action == .removed }
  }

  /// All that the scopes of a role cover, sorted by bytes.
  package static func paths(
    _ governed: GovernedGuideline, _ role: ApprovalPolicy.Role
  ) -> [String] {
    let scopes = role.scopes.compactMap { governed.scope($0.value) }
    return Set(scopes.flatMap(\.paths)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package var bytes: [UInt8] {
    HTMLWriter.bytes { html in
      html.raw("<!doctype html>\n")
      html.element("html", [.init("lang", "en")]) { html in
        html.head(title: "To sign as \(role.name.value): \(governed.id)", runsScript: false)
        for mark in ReviewPacket.marks(role, subjects) {
          html.trusted(mark)
          html.raw("\n")
        }
        html.raw("<style>\n")
        html.trusted(templates.checklistStyle)
        html.trusted(templates.reviewStyle)
        html.raw("</style>\n</head>\n")
        html.element("body") { body(&$0) }
      }
      html.raw("\n")
    }
  }

  /// What a statement of the role is about, as it is now.
  private var subjects: [Statement.Subject] {
    role.scopes.compactMap { governed.scope($0.value) }.map { scope in
      Statement.Subject(
        name: GovernedSubject.name(ofScope: scope.name, in: governed.id), digest: scope.digest)
    }
  }

  private func body(_ html: inout HTMLWriter) {
    html.element("header", class: "page") { html in
      html.element("p", class: "kind", text: "To be signed as \(role.name.value)")
      html.element("h1", text: governed.leaf("guideline/title")?.text ?? governed.id)
      html.element("dl", class: "facts") { html in
        fact("Guideline", governed.id, &html)
        fact("Version", governed.version ?? "none", &html)
        fact("People who may sign", role.people.map(\.value).joined(separator: ", "), &html)
        fact("Number of people who must sign", String(role.quorum.value), &html)
        fact("Policy", String(governed.policyDigest.hex.prefix(16)), &html)
      }
    }
    html.element("main") { html in
      statement(&html)
      if last != nil { summary(&html) }
      for scope in role.scopes.compactMap({ governed.scope($0.value) }) { write(scope, &html) }
      referred(&html)
    }
  }

  private func fact(_ name: String, _ value: String, _ html: inout HTMLWriter) {
    html.element("div") { html in
      html.element("dt", text: name)
      html.element("dd", text: value)
    }
  }

  private func statement(_ html: inout HTMLWriter) {
    html.element("section") { html in
      html.element("h2", text: "What your signature says")
      html.element("blockquote", text: role.meaning?.value ?? ReviewPacket.meaning(role))
      html.element("table", class: "digests") { html in
        html.raw("<thead><tr><th>Scope<th>Digest that is signed</thead>")
        for scope in role.scopes.compactMap({ governed.scope($0.value) }) {
          html.element("tr") { html in
            html.element("th", [.init("scope", "row")], text: scope.name)
            html.element("td") { $0.element("code", text: scope.digest.hex) }
          }
        }
      }
      html.element(
        "p",
        text:
          "The digests cover everything below, and nothing else. Line breaks, comments and formatting "
          + "are not covered; every word is.")
    }
  }

  /// What a role says that the policy gives no words for.
  package static func meaning(_ role: ApprovalPolicy.Role) -> String {
    "I have read what is covered by \(role.scopes.map(\.value).joined(separator: ", ")) and approve it as "
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
      if changes.isEmpty {
        html.element("p", class: "verdict", text: "Nothing.")
        return
      }
      html.element("ul", class: "turns") { html in
        for change in changes.values.sorted(by: { $0.path < $1.path }) {
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
      let lost = gone.filter { change in
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
    let scopes = role.scopes.compactMap { governed.scope($0.value) }
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
    let change = changes[leaf.path]
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
    html.element("p", class: "said") { html in
      guard change?.action == .changed, change?.kind != .presentation,
        let old = lastTexts[leaf.path]
      else { return html.text(leaf.text) }
      for part in WordDifference(from: old, to: leaf.text).parts {
        switch part {
        case .same(let text): html.text(text)
        case .removed(let text): html.element("del", text: text)
        case .added(let text): html.element("ins", text: text)
        }
        html.raw(" ")
      }
    }
  }

  private func write(gone change: LeafChange, _ html: inout HTMLWriter) {
    html.element("div", [.class("leaf \(change.kind.rawValue)"), .id(change.path)]) { html in
      html.element("p", class: "path") { html in
        html.element("code", text: change.path)
        html.raw(" ")
        html.element("b", text: "removed: \(change.kind.rawValue)")
      }
      if let old = lastTexts[change.path] {
        html.element("p", class: "said") { $0.element("del", text: old) }
      }
    }
  }
}
