internal import RubricaModel
internal import RubricaSource

/// `checklist.json`: the checklist for programs. One line an item: the file is made for each guideline,
/// and most of an item is the catalogue's own words.
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
    var line = JSONLine()
    line.reserve(1_200)
    line.object { write(result, to: &$0) }
    return .written(line.bytes)
  }

  private static func write(_ result: ChecklistResult, to line: inout JSONLine) {
    line.members(result.prepared.json.head)
    line.member("state", result.state.rawValue)
    line.member("reason", result.reason)
    line.member("action", result.action)
    line.member("applies-because", result.because)
    line.member(
      "evidence",
      list: { line in
        for evidence in result.evidence {
          write(evidence.path, evidence.place, evidence.text, to: &line)
        }
      })
    line.member(
      "missing",
      list: { line in
        for gap in result.gaps { write(gap.path, gap.place, gap.text, to: &line) }
      })
    line.members(result.prepared.json.tail)
  }

  private static func write(
    _ path: String, _ place: ChecklistPlace?, _ text: String, to line: inout JSONLine
  ) {
    line.object { line in
      line.member("path", path)
      line.member("file", place?.file)
      line.member("line", place?.line)
      line.member("column", place?.column)
      line.member("text", text)
    }
  }

  private static func orNull(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
}
