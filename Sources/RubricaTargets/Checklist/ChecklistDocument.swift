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
    let item = catalogue.items[place].line
    if result.isPlain {
      catalogue.write(item.plain[result.state], to: &line)
    } else {
      catalogue.write(item.item, to: &line)
      write(
        result.state, reason: result.reason, action: result.action, because: result.because,
        to: &line)
    }
    line.raw(",\"evidence\":[")
    for place in result.evidence.indices {
      if place > 0 { line.raw(",") }
      let evidence = result.evidence[place]
      write(evidence.name, evidence.place, evidence.text, to: &line)
    }
    line.raw("],\"missing\":[")
    for place in result.gaps.indices {
      if place > 0 { line.raw(",") }
      let gap = result.gaps[place]
      write(gap.name, gap.place, gap.text, to: &line)
    }
    line.raw("]")
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

  /// There are hundreds of these, so the names of their members are pieces of markup.
  private static func write(
    _ name: EvidenceName, _ place: ChecklistPlace?, _ text: String, to line: inout JSONWriter
  ) {
    line.raw("{\"path\":")
    line.text(name.path)
    if let place {
      line.raw(",\"file\":")
      line.text(place.file)
      line.raw(",\"line\":")
      line.number(place.line)
      line.raw(",\"column\":")
      line.number(place.column)
    } else {
      line.raw(",\"file\":null,\"line\":null,\"column\":null")
    }
    line.raw(",\"text\":")
    line.text(text)
    line.raw("}")
  }
}
