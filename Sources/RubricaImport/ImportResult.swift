/// What the caller may say about the draft.
package struct ImportOptions: Sendable {
  /// The id of the guideline. Default: from the name of the file or the folder.
  package var id: String?
  /// The title. Default: the first heading.
  package var title: String?
  /// The name of the folder that the documents come from.
  package var folder: String?
  /// Language tag of the documents: their headings are read with its reserved words. Default: what
  /// their front matter says.
  package var language: String?
  /// Whether lists, tables and bold lines may become structure; the words are kept either way.
  package var structure: Bool

  package init(
    id: String? = nil, title: String? = nil, folder: String? = nil, language: String? = nil,
    structure: Bool = true
  ) {
    self.id = id
    self.title = title
    self.folder = folder
    self.language = language
    self.structure = structure
  }
}

/// A draft, and what was done to get it.
package struct ImportResult: Sendable {
  /// What to write, by path in the guideline's folder.
  package var files: [(path: String, bytes: [UInt8])]
  /// What to copy beside it.
  package var media: [ImportedMedia]
  package var report: ImportReport
}

/// A picture, a recording or an attached file that the documents refer to by a relative path.
package struct ImportedMedia: Sendable, Equatable {
  /// Where it is now, relative to where the command was run.
  package var source: String
  /// Where the draft expects it, relative to the guideline's folder.
  package var path: String
  /// The first document that refers to it, and the line.
  package var file: String
  package var line: Int
}
