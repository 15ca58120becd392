internal import RubricaSource
internal import RubricaTargets

/// Findings for programs: an object with a `findings` list, see docs/formats/findings.md.
struct JSONReporter: Reporter {
  func fragment(_ diagnostics: [Diagnostic], _ places: Places) -> [UInt8] {
    Array(
      diagnostics.map { Self.json($0, places).compactBytes }.joined(separator: ",\n".utf8))
  }

  func document(_ fragments: [[UInt8]]) -> [[UInt8]] {
    let head = #"{"schema":"https://rubrica.dev/schemas/findings/v1","findings":["#
    return [Array(head.utf8)] + fragments.separated(by: ",\n") + [Array("]}\n".utf8)]
  }

  private static func json(_ diagnostic: Diagnostic, _ places: Places) -> JSON {
    [
      "id": .string(diagnostic.id), "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.message), "place": place(diagnostic.span, places),
      "label": diagnostic.label.map(JSON.string) ?? .null,
      "notes": .array(
        diagnostic.notes.map {
          ["message": .string($0.message), "place": $0.span.map { place($0, places) } ?? .null]
        }),
      "help": diagnostic.help.map(JSON.string) ?? .null,
      "fixes": .array(
        diagnostic.fixes.map { fix in
          [
            "title": .string(fix.title), "safe": .bool(fix.isSafe),
            "edits": .array(
              fix.edits.map {
                ["place": place($0.span, places), "replacement": .string($0.replacement)]
              }),
          ]
        }),
      "allowed": diagnostic.allowance.map {
        ["reason": .string($0.reason), "place": place($0.span, places)]
      } ?? .null,
    ]
  }

  /// Lines and columns from 1, columns in Unicode scalars; offsets in bytes from 0; ends exclusive.
  static func place(_ span: Span, _ places: Places) -> JSON {
    let (start, end) = (places.start(span), places.end(span))
    return [
      "file": .string(places.file(span).name), "line": .integer(start.line),
      "column": .integer(start.column), "endLine": .integer(end.line),
      "endColumn": .integer(end.column), "start": .integer(Int(span.start)),
      "end": .integer(Int(span.end)),
    ]
  }
}
