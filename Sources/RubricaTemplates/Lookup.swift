extension Templates {
  /// The text of a file of `templates/`; empty if there is none, which a test of the caller finds.
  package static func text(_ path: String) -> String {
    files.first { $0.path == path }?.text ?? ""
  }
}
