package import RubricaModel

/// A catalogue made ready once a run: what is the same for every guideline is read and written
/// here, so that a guideline costs only what it says itself.
package struct PreparedCatalogue: Sendable {
  package let items: [PreparedItem]
  /// Those that items hang on.
  let conditions: [ChecklistCondition]
  let roles: [Part]
  let groups: [Part]
  let references: ChecklistReferences

  /// A part of the checklist: the items of a role or of a group.
  struct Part: Sendable {
    let name: String
    let title: String
    /// The start of its section of `checklist.html`, up to the number of items.
    let page: [UInt8]
    /// Its heading in `checklist.md`.
    let text: [UInt8]

    init(_ name: String, id: String) {
      self.name = name
      let title = ChecklistWords.capitalized(name)
      self.title = title
      page = HTMLWriter.bytes { writer in
        writer.start("section", [.class("group"), .init("aria-labelledby", id)])
        writer.start("h3", [.id(id)])
        writer.text(title)
        writer.raw(" <small>")
      }
      text = MarkdownWriter.bytes { writer in
        writer.heading(3, [.plain(title)])
        writer.blankLine()
      }
    }
  }

  package init(_ catalogue: Catalogue) {
    conditions = Self.distinct(
      catalogue.items.compactMap { $0.appliesIf.flatMap(ChecklistCondition.init) })
    let roles = Self.distinct(catalogue.items.map(\.role))
    let groups = Self.distinct(catalogue.items.map(\.group))
    items = catalogue.items.map { [conditions] item in
      PreparedItem(
        item, role: roles.firstIndex(of: item.role) ?? 0,
        group: groups.firstIndex(of: item.group) ?? 0, conditions)
    }
    self.roles = roles.map { Part($0, id: "role-\($0)") }
    self.groups = groups.enumerated().map { Part($1, id: "group-\($0 + 1)") }
    references = ChecklistReferences(catalogue)
  }

  /// In order of their first place.
  private static func distinct<Value: Equatable>(_ values: [Value]) -> [Value] {
    values.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// One item of a catalogue, its evidence read and its words written in each format. Shared, not
/// copied: each result of each guideline refers to it.
package final class PreparedItem: Sendable {
  enum Condition {
    case none
    /// Its place in the catalogue's list of conditions.
    case known(Int)
    case unknown(String)
  }

  package let item: Catalogue.Item
  /// The place of its role and its group among those of the catalogue.
  let role: Int
  let group: Int
  let condition: Condition
  let terms: [EvidenceTerm]
  let asksForSignature: Bool
  /// Set if sign-offs alone decide the item.
  let gate: GateEvidence?
  let line: Line
  let page: Page
  let text: Text

  init(_ item: Catalogue.Item, role: Int, group: Int, _ conditions: [ChecklistCondition]) {
    self.item = item
    self.role = role
    self.group = group
    condition = Self.condition(item, conditions)
    terms = item.evidence.map(EvidenceTerm.init)
    gate = terms.lazy.compactMap { if case .gate(let term) = $0 { term } else { nil } }.first
    asksForSignature = item.evidence.contains("sign-off")
    line = Line(item)
    page = Page(item)
    text = Text(item)
  }

  private static func condition(
    _ item: Catalogue.Item, _ conditions: [ChecklistCondition]
  ) -> Condition {
    guard let name = item.appliesIf else { return .none }
    let place = ChecklistCondition(rawValue: name).flatMap { conditions.firstIndex(of: $0) }
    return place.map(Condition.known) ?? .unknown(name)
  }

  /// Something in each state, by the rank of the state.
  private static func inEachState(
    _ content: (ChecklistResult.State) -> [UInt8]
  ) -> [[UInt8]] {
    ChecklistResult.State.allCases.map(content)
  }

  /// Members of a line of `checklist.json`.
  struct Line: Sendable {
    /// What the catalogue says.
    let item: [UInt8]
    /// All up to the evidence, where there is no more to say, by the rank of the state.
    let plain: [[UInt8]]

    init(_ item: Catalogue.Item) {
      var head = JSONLine()
      head.member("id", item.id)
      head.member("group", item.group)
      head.member("role", item.role)
      head.member("level", item.level.rawValue)
      head.member("question", item.question)
      let written = head.bytes
      self.item = written
      plain = PreparedItem.inEachState { state in
        var line = JSONLine()
        line.members(written)
        ChecklistDocument.write(
          state, reason: nil, action: ChecklistWords.action(for: item, state), because: nil,
          to: &line)
        return line.bytes
      }
    }
  }

  /// Parts of `checklist.html`.
  struct Page: Sendable {
    /// The item up to its question, by the rank of the state.
    let heads: [[UInt8]]
    /// What to do, by the rank of the state.
    let actions: [[UInt8]]
    let why: [UInt8]
    /// What is asked of an open item behind all that.
    let references: [UInt8]
    let link: [UInt8]

    init(_ item: Catalogue.Item) {
      heads = PreparedItem.inEachState { state in
        HTMLWriter.bytes { ChecklistEntry.head(&$0, item, state) }
      }
      actions = PreparedItem.inEachState { state in
        HTMLWriter.bytes { ChecklistEntry.action(&$0, item, state) }
      }
      why = HTMLWriter.bytes { ChecklistEntry.fact(&$0, "Why it matters", item.why) }
      references = HTMLWriter.bytes { ChecklistEntry.references(&$0, item) }
      link = HTMLWriter.bytes { ChecklistPage.link(&$0, to: item) }
    }
  }

  /// Parts of lines and whole lines of `checklist.md`.
  struct Text: Sendable {
    /// The line of the item, by the rank of the state.
    let heads: [[UInt8]]
    /// What to do, by the rank of the state.
    let actions: [[UInt8]]
    let why: [UInt8]
    let references: [UInt8]
    /// Its id, behind others.
    let link: [UInt8]

    init(_ item: Catalogue.Item) {
      link = MarkdownWriter.bytes { $0.words([.plain(" \(item.id)")]) }
      heads = PreparedItem.inEachState { state in
        MarkdownWriter.bytes { ChecklistText.head(&$0, item, state) }
      }
      actions = PreparedItem.inEachState { state in
        MarkdownWriter.bytes { ChecklistText.action(&$0, item, state) }
      }
      why = MarkdownWriter.bytes { ChecklistText.fact(&$0, "Why it matters", item.why) }
      references = MarkdownWriter.bytes { ChecklistText.references(&$0, item) }
    }
  }
}
