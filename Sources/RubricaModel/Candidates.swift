package import RubricaSource

/// What a ranking or a pairwise comparison puts in order: the versions, replies or systems of one
/// item.
package struct Candidates: Sendable {
  package struct Candidate: Sendable {
    package var id: Located<String>
    package var name: Located<String>?

    package init(id: Located<String>, name: Located<String>?) {
      self.id = id
      self.name = name
    }

    package var displayName: String { name?.value ?? id.value }
  }

  /// Those that every item has, in the order in which they are shown. Empty if their number differs
  /// from item to item: then they are numbered from 1.
  package var fixed: [Candidate] = []
  /// How many an item has, where the number differs.
  package var minimum: Located<Int>?
  package var maximum: Located<Int>?
  package var span: Span

  package init(span: Span) { self.span = span }

  /// What an annotator reads for one of them.
  package func displayName(of id: String) -> String? {
    fixed.first { $0.id.value == id }?.displayName
  }

  /// Whether an answer can name it.
  package func contains(_ id: String) -> Bool {
    if !fixed.isEmpty { return fixed.contains { $0.id.value == id } }
    guard let number = Int(id), number >= 1 else { return false }
    return maximum.map { number <= $0.value } ?? true
  }
}

/// What annotators do with marks or answers that are there before they start.
package enum PreAnnotation: String, Sendable, CaseIterable {
  /// There are none.
  case none
  /// They are shown beside, and annotators make their own.
  case suggest
  /// Annotators say whether they are right.
  case verify
  /// Annotators correct them until they are right.
  case correct
}
