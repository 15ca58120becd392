internal import RubricaSource

/// Findings as workflow commands, which GitHub shows beside the changed lines.
struct GitHubReporter: Reporter {
  func fragment(_ diagnostics: [Diagnostic], _ places: Places) -> [UInt8] {
    var text = ""
    for diagnostic in diagnostics where diagnostic.allowance == nil {
      let kind = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
      let (start, end) = (places.start(diagnostic.span), places.end(diagnostic.span))
      var properties = "file=\(property(places.file(diagnostic.span).name)),line=\(start.line)"
      properties += ",col=\(start.column),endLine=\(end.line),endColumn=\(end.column)"
      properties += ",title=\(property("rubrica: \(diagnostic.id)"))"
      let lines =
        [diagnostic.message] + diagnostic.notes.map(\.message) + [diagnostic.help].compactMap { $0 }
      text += "::\(kind) \(properties)::\(data(lines.joined(separator: "\n")))\n"
    }
    return Array(text.utf8)
  }

  func document(_ fragments: [[UInt8]]) -> [[UInt8]] { fragments }

  private func data(_ text: String) -> String {
    text.map { character in
      switch character {
      case "%": "%25"
      case "\r\n": "%0D%0A"
      case "\r": "%0D"
      case "\n": "%0A"
      default: TextStyle.visible(String(character))
      }
    }.joined()
  }

  private func property(_ text: String) -> String {
    data(text).map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
  }
}
