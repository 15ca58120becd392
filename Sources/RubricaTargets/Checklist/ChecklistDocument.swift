internal import RubricaModel
internal import RubricaSource

/// `checklist.json`: the checklist for programs.
struct ChecklistDocument {
  static let schema = "rubrica-checklist/1"

  private let guideline: Guideline
  private let report: ChecklistReport
  private let context: TargetContext

  init(_ guideline: Guideline, _ report: ChecklistReport, _ context: TargetContext) {
    self.guideline = guideline
    self.report = report
    self.context = context
  }

  var json: JSON {
    [
      "schema": .string(Self.schema),
      "guideline": [
        "id": .string(guideline.id.value),
        "title": .string(guideline.title.value),
        "version": Self.orNull(guideline.version?.value),
        "stage": .string(guideline.stage.value.rawValue),
        "language": .string(guideline.language.value),
      ],
      "organisation": Self.orNull(context.organisation),
      "source": .string(context.sourceDigest),
      "compiler": .string(context.compiler),
      "summary": summary,
      "turns": .array(report.turns.map { Self.turn($0.role, $0.results) }),
      "items": .array(report.results.map(Self.item)),
    ]
  }

  private var summary: JSON {
    let counts = ChecklistResult.State.allCases.map { state in
      (state.rawValue, JSON.integer(report.count(state)))
    }
    return .object(
      [
        ("items", .integer(report.results.count)), ("open", .integer(report.open.count)),
        ("blocking", .integer(report.blocking)),
      ] + counts)
  }

  private static func turn(_ role: String, _ results: [ChecklistResult]) -> JSON {
    [
      "role": .string(role), "open": .integer(results.count),
      "items": .array(results.map { .string($0.item.id) }),
    ]
  }

  private static func item(_ result: ChecklistResult) -> JSON {
    let item = result.item
    return [
      "id": .string(item.id),
      "group": .string(item.group),
      "question": .string(item.question),
      "why": .string(item.why),
      "kind": .string(item.kind.rawValue),
      "level": .string(item.level.rawValue),
      "role": .string(item.role),
      "applies-if": orNull(item.appliesIf),
      "applies-because": orNull(result.because),
      "state": .string(result.state.rawValue),
      "reason": .string(result.reason),
      "action": orNull(result.action),
      "evidence": .array(
        result.evidence.map { .object(place($0.path, $0.place) + [("text", .string($0.text))]) }),
      "missing": .array(
        result.gaps.map { .object(place($0.path, $0.place) + [("text", .string($0.text))]) }),
      "refs": .array(
        item.clauses.map { clause in
          [
            "framework": .string(clause.framework), "clause": .string(clause.clause),
            "as-of": .string(clause.asOf),
          ]
        }),
    ]
  }

  private static func place(_ path: String, _ place: ChecklistPlace?) -> [(String, JSON)] {
    [
      ("path", .string(path)),
      ("file", orNull(place?.file)),
      ("line", place.map { .integer($0.line) } ?? .null),
      ("column", place.map { .integer($0.column) } ?? .null),
    ]
  }

  private static func orNull(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
}
