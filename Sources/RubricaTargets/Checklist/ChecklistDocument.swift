internal import RubricaModel
internal import RubricaSource

/// `checklist.json`: the checklist for programs. One line an item: the file is made for each guideline,
/// and most of an item is the catalogue's own words.
struct ChecklistDocument {
  static let schema = "https://rubrica.dev/schemas/checklist/v2"

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
      "due": .array(report.due.map(due)),
      "items": items,
      "references": .written(context.catalogue.references.line),
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
    var line = JSONLine()
    line.object { line in
      line.member("role", turn.name)
      line.member("open", turn.places.count)
      line.member(
        "items",
        list: { line in
          for place in turn.places { line.item(report.results[place].prepared.item.id) }
        })
    }
    return .written(line.bytes)
  }

  private func due(_ due: ChecklistDue) -> JSON {
    var line = JSONLine()
    line.object { line in
      line.member("date", due.date)
      line.member("what", due.what)
      line.member("role", due.role)
    }
    return .written(line.bytes)
  }

  private var items: JSON {
    var line = JSONLine()
    line.reserve(report.results.count * 800)
    line.lines(report.results.count) { line, place in
      line.object { Self.write(report.results[place], to: &$0) }
    }
    return .written(line.bytes)
  }

  private static func write(_ result: ChecklistResult, to line: inout JSONLine) {
    if result.isPlain {
      line.members(result.prepared.line.plain[result.state.rank])
    } else {
      line.members(result.prepared.line.item)
      write(
        result.state, reason: result.reason, action: result.action, because: result.because,
        to: &line)
    }
    line.member(
      "evidence",
      list: { line in
        for place in result.evidence.indices {
          let evidence = result.evidence[place]
          write(evidence.name.path, evidence.place, evidence.text, to: &line)
        }
      })
    line.member(
      "missing",
      list: { line in
        for gap in result.gaps { write(gap.name.path, gap.place, gap.text, to: &line) }
      })
  }

  static func write(
    _ state: ChecklistResult.State, reason: String?, action: String?, because: String?,
    to line: inout JSONLine
  ) {
    line.member("state", state.rawValue)
    line.member("reason", reason)
    line.member("action", action)
    line.member("applies-because", because)
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
