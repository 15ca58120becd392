internal import RubricaModel
internal import RubricaSource

/// `checklist.json`: the checklist for programs.
struct ChecklistDocument {
  static let schema = "https://rubrica.dev/schemas/checklist/v1"

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
      "turns": .array(report.turns.map(turn)),
      "items": .array(report.results.map(Self.item)),
    ]
  }

  private var summary: JSON {
    .object(
      [
        ("items", .integer(report.results.count)), ("open", .integer(report.open)),
        ("blocking", .integer(report.blocking)),
      ] + report.counts.map { ($0.state.rawValue, .integer($0.count)) })
  }

  private func turn(_ turn: ChecklistReport.Group) -> JSON {
    [
      "role": .string(turn.name), "open": .integer(turn.places.count),
      "items": .array(turn.places.map { .string(report.results[$0].prepared.item.id) }),
    ]
  }

  private static func item(_ result: ChecklistResult) -> JSON {
    let item = result.prepared.item
    return [
      "id": .string(item.id),
      "group": .string(item.group),
      "role": .string(item.role),
      "level": .string(item.level.rawValue),
      "state": .string(result.state.rawValue),
      "reason": .string(result.reason),
      "action": orNull(result.action),
      "applies-because": orNull(result.because),
      "evidence": .array(
        result.evidence.map { .object(place($0.path, $0.place) + [("text", .string($0.text))]) }),
      "missing": .array(
        result.gaps.map { .object(place($0.path, $0.place) + [("text", .string($0.text))]) }),
      "item": result.prepared.json,
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
