package import RubricaSource

/// A guideline that another one extends: its parts are parts of the other.
package struct BaseGuideline: Sendable {
  package var id: String
  package var title: String
  package var version: String?
  /// Where the extension names it.
  package var reference: Span
  /// Its Markdown file, relative to what the files are read from.
  package var document: String
  /// Its own files, without those of guidelines that it extends itself.
  package var sources: [SourceID]
  /// Labels of it that its extension removes, where the extension says so.
  package var removedLabels: [Located<String>] = []

  package init(
    id: String, title: String, version: String?, reference: Span, document: String,
    sources: [SourceID]
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.reference = reference
    self.document = document
    self.sources = sources
  }
}

extension Guideline {
  /// The guideline from which a part at a place comes; nil if it is this one's own.
  package func base(of span: Span) -> BaseGuideline? {
    bases.first { $0.sources.contains(span.source) }
  }
}
