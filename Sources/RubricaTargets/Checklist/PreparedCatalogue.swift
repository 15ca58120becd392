package import RubricaModel

/// A catalogue made ready once a run: what is the same for every guideline is read and written
/// here, so that a guideline costs only what it says itself.
package struct PreparedCatalogue: Sendable {
  package let items: [PreparedItem]

  package init(_ catalogue: Catalogue) { items = catalogue.items.map(PreparedItem.init) }
}

/// One item of a catalogue, its evidence read and its words written in each format. Shared, not
/// copied: each result of each guideline refers to it.
package final class PreparedItem: Sendable {
  package let item: Catalogue.Item
  let condition: ChecklistCondition?
  let terms: [EvidenceTerm]
  let asksForSignature: Bool
  /// What the catalogue says about the item, as the value of a key of `checklist.json`.
  let json: JSON
  let page: Page
  let text: Text

  init(_ item: Catalogue.Item) {
    self.item = item
    condition = item.appliesIf.flatMap(ChecklistCondition.init)
    terms = item.evidence.map(EvidenceTerm.init)
    asksForSignature = item.evidence.contains("sign-off")
    json = .written(Self.json(item).bytes(depth: 3))
    page = Page(item)
    text = Text(item)
  }

  private static func json(_ item: Catalogue.Item) -> JSON {
    [
      "question": .string(item.question),
      "why": .string(item.why),
      "kind": .string(item.kind.rawValue),
      "applies-if": item.appliesIf.map(JSON.string) ?? .null,
      "refs": .array(
        item.clauses.map { clause in
          [
            "framework": .string(clause.framework), "clause": .string(clause.clause),
            "as-of": .string(clause.asOf),
          ]
        }),
    ]
  }

  /// Parts of `checklist.html`.
  struct Page: Sendable {
    let question: [UInt8]
    let how: [UInt8]
    let why: [UInt8]
    let references: [UInt8]

    init(_ item: Catalogue.Item) {
      question = Self.bytes { $0.element("h4", text: item.question) }
      how = Self.bytes { $0.phrase(item.how) }
      why = Self.bytes { writer in
        writer.element("dt", text: "Why it matters")
        writer.element("dd") { $0.phrase(item.why) }
      }
      references = Self.bytes { Self.references(&$0, item.clauses) }
    }

    private static func references(
      _ writer: inout HTMLWriter, _ clauses: [Catalogue.Item.Clause]
    ) {
      guard !clauses.isEmpty else { return }
      writer.element("h5", [.class("unseen")], text: "References")
      writer.element("ul", [.class("refs")]) { writer in
        for clause in clauses {
          writer.element("li") { writer in
            writer.text("\(clause.framework), \(clause.clause) ")
            writer.element("small", text: "as of \(clause.asOf)")
          }
        }
      }
    }

    private static func bytes(_ content: (inout HTMLWriter) -> Void) -> [UInt8] {
      var writer = HTMLWriter()
      content(&writer)
      return writer.bytes
    }
  }

  /// Whole lines of `checklist.md`.
  struct Text: Sendable {
    let question: [UInt8]
    let how: [UInt8]
    let why: [UInt8]
    let references: [UInt8]

    init(_ item: Catalogue.Item) {
      var writer = MarkdownWriter()
      writer.words([.strong("\(item.id) "), .plain("\(item.question) ")])
      question = writer.bytes
      how = Self.line("What to do", PhrasePart.parts(item.how))
      why = Self.line("Why it matters", PhrasePart.parts(item.why))
      let clauses = item.clauses.map { "\($0.framework), \($0.clause) (as of \($0.asOf))" }
      references =
        clauses.isEmpty ? [] : Self.line("References", [.plain(clauses.joined(separator: "; "))])
    }

    private static func line(_ name: String, _ parts: [PhrasePart]) -> [UInt8] {
      var writer = MarkdownWriter()
      writer.item(depth: 1, [.strong("\(name): ")] + parts)
      return writer.bytes
    }
  }
}
