internal import RubricaRules
internal import RubricaSource
internal import RubricaTargets

/// Findings as SARIF 2.1.0 (OASIS), for code hosts and dashboards.
struct SARIFReporter: Reporter {
  func fragment(_ diagnostics: [Diagnostic], _ places: Places) -> [UInt8] {
    Array(
      diagnostics.map { Self.result($0, places).compactBytes }.joined(separator: ",\n".utf8))
  }

  func document(_ fragments: [[UInt8]]) -> [[UInt8]] {
    let driver: JSON = [
      "name": "rubrica", "version": .string(Release.version),
      "informationUri": "https://rubrica.dev", "rules": .array(Checks.all.map(Self.rule)),
    ]
    let head = #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","#
    return [
      Array((head + #""runs":[{"columnKind":"unicodeCodePoints","tool":{"driver":"#).utf8),
      driver.compactBytes, Array(#"},"results":["#.utf8),
    ] + fragments.separated(by: ",\n") + [Array("]}]}\n".utf8)]
  }

  private static func rule(_ check: CheckInfo) -> JSON {
    [
      "id": .string(check.id), "shortDescription": ["text": .string(check.summary)],
      "fullDescription": ["text": .string(check.rationale)],
      "help": ["text": .string("rubrica explain \(check.id)")],
    ]
  }

  private static func result(_ diagnostic: Diagnostic, _ places: Places) -> JSON {
    let text = ([diagnostic.message] + [diagnostic.help].compactMap { $0 }).joined(separator: "\n")
    var members: [(String, JSON)] = [
      ("ruleId", .string(diagnostic.id)), ("level", .string(diagnostic.severity.rawValue)),
      ("message", ["text": .string(text)]), ("locations", [location(diagnostic.span, places)]),
    ]
    let related = diagnostic.notes.compactMap { note -> JSON? in
      guard let span = note.span, case .object(let members) = location(span, places) else {
        return nil
      }
      return .object(members + [("message", ["text": .string(note.message)])])
    }
    if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
    if !diagnostic.fixes.isEmpty {
      members.append(("fixes", .array(diagnostic.fixes.map { fix($0, places) })))
    }
    if let allowance = diagnostic.allowance {
      members.append(
        (
          "suppressions",
          [
            [
              "kind": "inSource", "justification": .string(allowance.reason),
              "location": location(allowance.span, places),
            ]
          ]
        ))
    }
    return .object(members)
  }

  private static func fix(_ fix: Fix, _ places: Places) -> JSON {
    [
      "description": ["text": .string(fix.title)],
      "artifactChanges": .array(
        fix.edits.map { edit in
          [
            "artifactLocation": ["uri": .string(Percent.uri(places.file(edit.span).name))],
            "replacements": [
              [
                "deletedRegion": region(edit.span, places),
                "insertedContent": ["text": .string(edit.replacement)],
              ]
            ],
          ]
        }),
    ]
  }

  private static func location(_ span: Span, _ places: Places) -> JSON {
    [
      "physicalLocation": [
        "artifactLocation": ["uri": .string(Percent.uri(places.file(span).name))],
        "region": region(span, places),
      ]
    ]
  }

  private static func region(_ span: Span, _ places: Places) -> JSON {
    let (start, end) = (places.start(span), places.end(span))
    return [
      "startLine": .integer(start.line), "startColumn": .integer(start.column),
      "endLine": .integer(end.line), "endColumn": .integer(end.column),
    ]
  }
}
