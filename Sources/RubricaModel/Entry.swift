package import RubricaSource

/// An entry of a section whose heading announces a kind of entries: a term of the glossary, a
/// question, a step, a point of the self-check, a change.
package typealias Entry = Shared<EntryFields>

package struct EntryFields: Sendable {
  package var kind: EntryKind
  /// The term, the question, the version; nil for an entry that is only text.
  package var title: Prose?
  /// What a link points to; nil for an entry without a title.
  package var anchor: String?
  /// Whether the title is a heading, rather than the first words of an item.
  package var isHeading = false
  /// The text without the title.
  package var content: [Block]
  /// Of a change: the version and the date in its title.
  package var version: Located<String>?
  package var date: Located<String>?
  package var audience: Audience
  package var span: Span

  package init(
    kind: EntryKind, title: Prose?, anchor: String?, content: [Block], audience: Audience,
    span: Span
  ) {
    self.kind = kind
    self.title = title
    self.anchor = anchor
    self.content = content
    self.audience = audience
    self.span = span
  }
}

extension String {
  /// Whether another version is the same, written with more or fewer zeros: `2` is `2.0.0`.
  package func isSameVersion(as other: String) -> Bool {
    func core(_ version: String) -> Substring {
      var rest = version[...]
      while rest.hasSuffix(".0") { rest = rest.dropLast(2) }
      return rest
    }
    return core(self) == core(other)
  }
}

/// What an entry is.
package enum EntryKind: String, Sendable, CaseIterable {
  case term, question, step, check, change
}

extension SectionRole {
  /// What each entry of the section is; nil if it has none.
  package var entryKind: EntryKind? {
    switch self {
    case .glossary: .term
    case .questions: .question
    case .steps: .step
    case .selfCheck: .check
    case .changelog: .change
    default: nil
    }
  }
}
