/// What documents are called.
package enum DocumentName {
  /// Whether a path is one of a Markdown document, in capitals or not.
  package static func isMarkdown(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".md") || name.hasSuffix(".markdown")
  }
}
