package import RubricaModel

/// A catalogue made ready once a run: what is the same for every guideline is read and written
/// here, so that a guideline costs only what it says itself.
package struct PreparedCatalogue: Sendable {
  package let items: [PreparedItem]
  /// Those that items hang on.
  let conditions: Set<ChecklistCondition>

  package init(_ catalogue: Catalogue) {
    items = catalogue.items.map(PreparedItem.init)
    conditions = Set(items.compactMap(\.condition))
  }
}

/// One item of a catalogue, its evidence read and its words written in each format. Shared, not
/// copied: each result of each guideline refers to it.
package final class PreparedItem: Sendable {
  package let item: Catalogue.Item
  let condition: ChecklistCondition?
  let terms: [EvidenceTerm]
  let asksForSignature: Bool
  let json: Line
  let page: Page
  let text: Text

  init(_ item: Catalogue.Item) {
    self.item = item
    condition = item.appliesIf.flatMap(ChecklistCondition.init)
    terms = item.evidence.map(EvidenceTerm.init)
    asksForSignature = item.evidence.contains("sign-off")
    json = Line(item)
    page = Page(item)
    text = Text(item)
  }

  /// Members of a line of `checklist.json`.
  struct Line: Sendable {
    let head: [UInt8]
    /// What the catalogue says about the item.
    let tail: [UInt8]

    init(_ item: Catalogue.Item) {
      var line = JSONLine()
      line.member("id", item.id)
      line.member("group", item.group)
      line.member("role", item.role)
      line.member("level", item.level.rawValue)
      head = line.bytes
      line = JSONLine()
      line.member("item", object: { Self.write(item, to: &$0) })
      tail = line.bytes
    }

    private static func write(_ item: Catalogue.Item, to line: inout JSONLine) {
      line.member("question", item.question)
      line.member("why", item.why)
      line.member("kind", item.kind.rawValue)
      line.member("applies-if", item.appliesIf)
      line.member(
        "refs",
        list: { line in
          for clause in item.clauses {
            line.object { line in
              line.member("framework", clause.framework)
              line.member("clause", clause.clause)
              line.member("as-of", clause.asOf)
            }
          }
        })
    }
  }

  /// Parts of `checklist.html`.
  struct Page: Sendable {
    /// The item in each state up to its question, by the rank of the state.
    let heads: [[UInt8]]
    /// Links to it in each state.
    let links: [[UInt8]]
    let how: [UInt8]
    let why: [UInt8]
    let references: [UInt8]

    init(_ item: Catalogue.Item) {
      heads = Self.inEachState { ChecklistEntry.head(&$0, item, $1) }
      links = Self.inEachState { ChecklistPage.link(&$0, to: item, $1) }
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

    private static func inEachState(
      _ content: (inout HTMLWriter, ChecklistResult.State) -> Void
    ) -> [[UInt8]] {
      ChecklistResult.State.allCases.map { state in bytes { content(&$0, state) } }
    }

    private static func bytes(_ content: (inout HTMLWriter) -> Void) -> [UInt8] {
      var writer = HTMLWriter()
      content(&writer)
      return writer.bytes
    }
  }

  /// Parts of lines and whole lines of `checklist.md`.
  struct Text: Sendable {
    let question: [UInt8]
    /// What stands behind the question, by the rank of the state.
    let states: [[UInt8]]
    let how: [UInt8]
    let why: [UInt8]
    let references: [UInt8]

    init(_ item: Catalogue.Item) {
      question = MarkdownWriter.bytes {
        $0.words([.strong("\(item.id) "), .plain("\(item.question) ")])
      }
      states = ChecklistResult.State.allCases.map { state in
        MarkdownWriter.bytes { $0.strong(ChecklistWords.line(state, item.level)) }
      }
      how = Self.line("What to do", PhrasePart.parts(item.how))
      why = Self.line("Why it matters", PhrasePart.parts(item.why))
      let clauses = item.clauses.map { "\($0.framework), \($0.clause) (as of \($0.asOf))" }
      references =
        clauses.isEmpty ? [] : Self.line("References", [.plain(clauses.joined(separator: "; "))])
    }

    private static func line(_ name: String, _ parts: [PhrasePart]) -> [UInt8] {
      MarkdownWriter.bytes { $0.item(depth: 1, [.strong("\(name): ")] + parts) }
    }
  }
}
