internal import RubricaModel
internal import RubricaSource

/// `checklist.html`: the checklist as a reviewer reads or prints it. One file, no script.
enum ChecklistPage {
  static func bytes(
    _ guideline: Guideline, _ report: ChecklistReport, _ context: TargetContext,
    _ catalogue: WrittenCatalogue
  ) -> [UInt8] {
    HTMLWriter.bytes(reserving: 1_000 * report.results.count + 30_000) { writer in
      document(&writer, guideline, report, context, catalogue)
    }
  }

  private static func document(
    _ writer: inout HTMLWriter, _ guideline: Guideline, _ report: ChecklistReport,
    _ context: TargetContext, _ catalogue: WrittenCatalogue
  ) {
    writer.raw("<!doctype html>\n")
    writer.element("html", [.init("lang", "en")]) { writer in
      writer.element("head") { head(&$0, guideline, context) }
      writer.raw("\n")
      writer.element("body") { writer in
        writer.element("a", [.class("skip"), .toPlace("open")], text: "Skip to the open items")
        writer.element("header", class: "page") { title(&$0, guideline, context) }
        writer.element("main") { writer in
          summary(&writer, report, catalogue)
          open(&writer, report, catalogue)
          forGate(&writer, report)
          settled(&writer, report, catalogue)
          writer.trusted(catalogue.references.page)
        }
      }
    }
    writer.raw("\n")
  }

  private static func head(
    _ writer: inout HTMLWriter, _ guideline: Guideline, _ context: TargetContext
  ) {
    writer.raw(
      """
      <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'"><meta name="color-scheme" content="light dark">
      """)
    writer.element("title", text: "Compliance checklist: \(guideline.title.value)")
    writer.element("style") { $0.trusted(context.templates.checklistStyle) }
  }

  private static func title(
    _ writer: inout HTMLWriter, _ guideline: Guideline, _ context: TargetContext
  ) {
    writer.element("p", class: "kind", text: "Compliance checklist")
    writer.element("h1", [.init("lang", guideline.language.value)], text: guideline.title.value)
    writer.element("dl", class: "facts") { writer in
      for fact in ChecklistWords.facts(guideline, context) {
        writer.element("div") { writer in
          writer.element("dt", text: fact.name)
          writer.element("dd", text: fact.value)
        }
      }
    }
  }

  private static let limits = HTMLWriter.bytes { writer in
    writer.element("p") { $0.phrase(ChecklistWords.limits) }
  }

  private static func summary(
    _ writer: inout HTMLWriter, _ report: ChecklistReport, _ catalogue: WrittenCatalogue
  ) {
    writer.element("section", [.init("aria-labelledby", "summary")]) { writer in
      writer.element("h2", [.id("summary")], text: "Summary")
      writer.element("p", class: "verdict", text: ChecklistWords.summary(report))
      writer.element("ul", class: "counts") { writer in
        for (state, count) in report.counts {
          writer.raw("<li class=\"state ")
          writer.text(state.rawValue)
          writer.raw("\"><b>")
          writer.number(report.shownCount(of: (state, count)))
          writer.raw("</b> ")
          writer.text(ChecklistWords.state(state))
          writer.raw("</li>")
        }
      }
      writer.trusted(limits)
      turns(&writer, report, catalogue)
      due(&writer, report)
    }
  }

  private static func due(_ writer: inout HTMLWriter, _ report: ChecklistReport) {
    guard !report.due.isEmpty else { return }
    writer.element("h3", text: "Due dates")
    writer.element("ul", class: "due") { writer in
      for due in report.due {
        writer.element("li") { writer in
          writer.element("time", [.init("datetime", due.date)], text: due.date)
          writer.raw(" ")
          writer.phrase(due.what)
        }
      }
    }
  }

  private static func turns(
    _ writer: inout HTMLWriter, _ report: ChecklistReport, _ catalogue: WrittenCatalogue
  ) {
    guard report.open > 0 else { return }
    writer.element("h3", text: "Who must act")
    writer.element("ul", class: "turns") { writer in
      for turn in report.turns {
        writer.raw("<li><a class=\"role\" href=\"#role-")
        writer.text(turn.name)
        writer.raw("\">")
        writer.text(turn.part.title)
        writer.raw("</a> <span>")
        writer.number(turn.places.count)
        writer.raw(" open</span> <div>")
        links(&writer, turn, report, catalogue)
        writer.raw("</div></li>")
      }
    }
  }

  /// To the items of one role, a line for each state.
  private static func links(
    _ writer: inout HTMLWriter, _ turn: ChecklistReport.Group, _ report: ChecklistReport,
    _ catalogue: WrittenCatalogue
  ) {
    var current: ChecklistResult.State?
    for place in turn.places {
      let state = report.results[place].state
      if state != current {
        if current != nil { writer.end("p") }
        writer.raw("<p class=\"")
        writer.text(state.rawValue)
        writer.raw("\"><b class=\"state\">")
        writer.text(ChecklistWords.state(state))
        writer.raw("</b>")
        current = state
      }
      catalogue.write(catalogue.items[place].page.link, to: &writer)
    }
    if current != nil { writer.end("p") }
  }

  /// To an item from among whose turn it is. Written once a catalogue.
  static func link(_ writer: inout HTMLWriter, to item: Catalogue.Item) {
    writer.raw(" ")
    writer.element("a", [.toPlace(item.id)], text: item.id)
  }

  private static func open(
    _ writer: inout HTMLWriter, _ report: ChecklistReport, _ catalogue: WrittenCatalogue
  ) {
    writer.element("section", [.init("aria-labelledby", "open")]) { writer in
      writer.element("h2", [.id("open")], text: "Open items")
      if report.open == 0 { writer.element("p", text: "None.") }
      for turn in report.turns { group(&writer, turn, report, catalogue) }
    }
  }

  private static func forGate(_ writer: inout HTMLWriter, _ report: ChecklistReport) {
    guard !report.forGate.isEmpty else { return }
    writer.element("section", [.init("aria-labelledby", "gate")]) { writer in
      writer.element("h2", [.id("gate")], text: "Decided by the gate")
      for place in report.forGate {
        let result = report.results[place]
        writer.element("article", [.class("not-applicable"), .id(result.item.id)]) { writer in
          writer.element("div") { writer in
            writer.element("p", class: "tags") { writer in
              writer.element("b", text: result.item.id)
              writer.raw(" ")
              writer.element("b", class: "state", text: ChecklistWords.gateDecides)
            }
            writer.element("h4", text: result.item.question)
          }
          writer.element("div") { writer in
            if let reason = result.reason { writer.element("p") { $0.phrase(reason) } }
          }
        }
      }
    }
  }

  private static func settled(
    _ writer: inout HTMLWriter, _ report: ChecklistReport, _ catalogue: WrittenCatalogue
  ) {
    guard !report.settled.isEmpty else { return }
    writer.element("section", [.init("aria-labelledby", "settled")]) { writer in
      writer.element("h2", [.id("settled")], text: "Settled items")
      for entry in report.settled { group(&writer, entry, report, catalogue) }
    }
  }

  private static func group(
    _ writer: inout HTMLWriter, _ group: ChecklistReport.Group, _ report: ChecklistReport,
    _ catalogue: WrittenCatalogue
  ) {
    writer.trusted(group.part.page)
    writer.number(group.places.count)
    writer.raw(group.places.count == 1 ? " item</small></h3>" : " items</small></h3>")
    for place in group.places {
      ChecklistEntry.write(&writer, report.results[place], place, catalogue)
    }
    writer.raw("</section>")
  }
}
