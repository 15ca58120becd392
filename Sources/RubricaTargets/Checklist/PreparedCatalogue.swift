package import RubricaModel
internal import RubricaSource

/// A catalogue made ready once a run: what is the same for every guideline is read here, so that a
/// guideline costs only what it says itself. Nothing is read before somebody asks: many commands
/// never do.
package struct PreparedCatalogue: Sendable {
  fileprivate struct Parts: Sendable {
    let items: [PreparedItem]
    let conditions: [ChecklistCondition]
    let roles: [Part]
    let groups: [Part]
  }

  private let read: @Sendable () -> Catalogue
  private let catalogue = MadeOnce<Catalogue>()
  private let prepared = MadeOnce<Parts>()
  private let writing = MadeOnce<WrittenCatalogue>()

  package init(_ catalogue: @autoclosure @escaping @Sendable () -> Catalogue) { read = catalogue }

  /// The same, to be read once more.
  package var anew: PreparedCatalogue { PreparedCatalogue(read()) }

  private var parts: Parts { prepared.value { Parts(catalogue.value(read)) } }

  package var items: [PreparedItem] { parts.items }
  /// Those that items hang on.
  var conditions: [ChecklistCondition] { parts.conditions }
  var roles: [Part] { parts.roles }
  var groups: [Part] { parts.groups }
  /// What files say of the catalogue. Many commands write none.
  var written: WrittenCatalogue { writing.value { WrittenCatalogue(catalogue.value(read)) } }

  /// A part of the checklist: the items of a role or of a group. Shared, not copied.
  final class Part: Sendable {
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
}

extension PreparedCatalogue.Parts {
  init(_ catalogue: Catalogue) {
    conditions = Self.distinct(
      catalogue.items.compactMap { $0.appliesIf.flatMap(ChecklistCondition.init) })
    let roles = Self.distinct(catalogue.items.map(\.role))
    let groups = Self.distinct(catalogue.items.map(\.group))
    items = catalogue.items.map { [conditions] item in
      PreparedItem(
        item, role: roles.firstIndex(of: item.role) ?? 0,
        group: groups.firstIndex(of: item.group) ?? 0, conditions)
    }
    self.roles = roles.map { .init($0, id: "role-\($0)") }
    self.groups = groups.enumerated().map { .init($1, id: "group-\($0 + 1)") }
  }

  /// In order of their first place.
  private static func distinct<Value: Equatable>(_ values: [Value]) -> [Value] {
    values.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// One item of a catalogue, its evidence read. Shared, not copied: each result of each guideline
/// refers to it.
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

  init(_ item: Catalogue.Item, role: Int, group: Int, _ conditions: [ChecklistCondition]) {
    self.item = item
    self.role = role
    self.group = group
    condition = Self.condition(item, conditions)
    terms = item.evidence.map(EvidenceTerm.init)
    gate = terms.lazy.compactMap { if case .gate(let term) = $0 { term } else { nil } }.first
    asksForSignature = item.evidence.contains("sign-off")
  }

  private static func condition(
    _ item: Catalogue.Item, _ conditions: [ChecklistCondition]
  ) -> Condition {
    guard let name = item.appliesIf else { return .none }
    let place = ChecklistCondition(rawValue: name).flatMap { conditions.firstIndex(of: $0) }
    return place.map(Condition.known) ?? .unknown(name)
  }
}
