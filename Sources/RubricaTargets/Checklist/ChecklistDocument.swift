internal import RubricaModel
internal import RubricaSource

/// `checklist.json`: the checklist for programs. One line an item: the file is made for each guideline,
/// and most of an item is the catalogue's own words.
enum ChecklistDocument {
  static let schema = "https://rubrica.dev/schemas/checklist/v2"

  static func bytes(
    _ guideline: Guideline, _ report: ChecklistReport, _ context: TargetContext,
    _ catalogue: WrittenCatalogue
  ) -> [UInt8] {
    JSONWriter.file(
      reserving: report.results.count * 1_000 + catalogue.references.line.count + 4_000
    ) { writer in
      writer.member("schema", schema)
      writer.member(
        "guideline",
        object: { writer in
          writer.member("id", guideline.id.value)
          writer.member("title", guideline.title.value)
          writer.member("version", guideline.version?.value)
          writer.member("stage", guideline.stage.value.rawValue)
          writer.member("language", guideline.language.value)
        })
      writer.member("organisation", context.organisation)
      writer.member("source", context.sourceDigest)
      writer.member("compiler", context.compiler)
      writer.member(
        "summary",
        object: { writer in
          writer.member("items", report.results.count)
          writer.member("open", report.open)
          writer.member("blocking", report.blocking)
          for (state, count) in report.counts { writer.member(named: state.rawValue, count) }
        })
      writer.member("turns", lines: report.turns.count) { line, place in
        write(report.turns[place], report, to: &line)
      }
      writer.member("due", lines: report.due.count) { line, place in
        write(report.due[place], to: &line)
      }
      writer.member("items", lines: report.results.count) { line, place in
        line.object { write(report.results[place], place, catalogue, to: &$0) }
      }
      writer.member("references", written: catalogue.references.line)
    }
  }

  private static func write(
    _ turn: ChecklistReport.Group, _ report: ChecklistReport, to line: inout JSONWriter
  ) {
    line.object { line in
      line.member("role", turn.name)
      line.member("open", turn.places.count)
      line.member(
        "items",
        list: { line in
          for place in turn.places { line.item(report.results[place].prepared.item.id) }
        })
    }
  }

  private static func write(_ due: ChecklistDue, to line: inout JSONWriter) {
    line.object { line in
      line.member("date", due.date)
      line.member("what", due.what)
      line.member("role", due.role)
    }
  }

  private static func write(
    _ result: ChecklistResult, _ place: Int, _ catalogue: WrittenCatalogue,
    to line: inout JSONWriter
  ) {
    if result.isPlain {
      catalogue.write(catalogue.items[place].line.plain[result.state], to: &line)
    } else {
      catalogue.write(catalogue.items[place].line.item, to: &line)
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
    to line: inout JSONWriter
  ) {
    line.member("state", state.rawValue)
    line.member("reason", reason)
    line.member("action", action)
    line.member("applies-because", because)
  }

  private static func write(
    _ path: String, _ place: ChecklistPlace?, _ text: String, to line: inout JSONWriter
  ) {
    line.object { line in
      line.member("path", path)
      line.member("file", place?.file)
      line.member("line", place?.line)
      line.member("column", place?.column)
      line.member("text", text)
    }
  }
}
