internal import RubricaSource

/// What documents are called.
package enum DocumentName {
  /// Whether a path is one of a Markdown document, in capitals or not.
  package static func isMarkdown(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".md") || name.hasSuffix(".markdown")
  }
}

extension SourceFile {
  /// Where it lies in what was read: its name without what stands before the paths in findings.
  func path(behind display: String) -> String {
    String(decoding: name.utf8.dropFirst(display.utf8.count), as: UTF8.self)
  }
}
