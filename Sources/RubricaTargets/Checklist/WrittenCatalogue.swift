internal import RubricaModel

/// A catalogue as the files of a checklist say it, the same for every guideline: written once a run.
final class WrittenCatalogue: Sendable {
  /// In the order of the catalogue.
  let items: [WrittenItem]
  let references: ChecklistReferences

  init(_ catalogue: Catalogue) {
    items = catalogue.items.map(WrittenItem.init)
    references = ChecklistReferences(catalogue)
  }
}

/// The words of one item in each format. Shared, not copied.
final class WrittenItem: Sendable {
  let line: Line
  let page: Page
  let text: Text

  init(_ item: Catalogue.Item) {
    line = Line(item)
    page = Page(item)
    text = Text(item)
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
      var head = JSONWriter()
      head.member("id", item.id)
      head.member("group", item.group)
      head.member("role", item.role)
      head.member("level", item.level.rawValue)
      head.member("question", item.question)
      let written = head.bytes
      self.item = written
      plain = WrittenItem.inEachState { state in
        var line = JSONWriter()
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
      heads = WrittenItem.inEachState { state in
        HTMLWriter.bytes { ChecklistEntry.head(&$0, item, state) }
      }
      actions = WrittenItem.inEachState { state in
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
      heads = WrittenItem.inEachState { state in
        MarkdownWriter.bytes { ChecklistText.head(&$0, item, state) }
      }
      actions = WrittenItem.inEachState { state in
        MarkdownWriter.bytes { ChecklistText.action(&$0, item, state) }
      }
      why = MarkdownWriter.bytes { ChecklistText.fact(&$0, "Why it matters", item.why) }
      references = MarkdownWriter.bytes { ChecklistText.references(&$0, item) }
    }
  }
}
