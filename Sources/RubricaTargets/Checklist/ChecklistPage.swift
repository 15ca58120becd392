internal import RubricaModel
internal import RubricaSource

/// `checklist.html`: the checklist as a reviewer reads or prints it. One file, no script.
struct ChecklistPage {
  private var writer = HTMLWriter()

  static func bytes(
    _ guideline: Guideline, _ report: ChecklistReport, _ context: TargetContext
  ) -> [UInt8] {
    var page = ChecklistPage()
    page.writer.reserve(1_500 * report.results.count + 16_000)
    page.document(guideline, report, context)
    return page.writer.bytes
  }

  private mutating func document(
    _ guideline: Guideline, _ report: ChecklistReport, _ context: TargetContext
  ) {
    writer.raw("<!doctype html>\n")
    writer.element("html", [.init("lang", "en")]) { writer in
      writer.element("head") { Self.head(&$0, guideline, context) }
      writer.raw("\n")
      writer.element("body") { writer in
        writer.element("a", [.class("skip"), .toPlace("open")], text: "To the open items")
        writer.raw(ChecklistIcons.symbols)
        writer.element("header", [.class("page")]) { Self.title(&$0, guideline, context) }
        writer.element("main") { writer in
          Self.summary(&writer, report)
          Self.open(&writer, report)
          Self.settled(&writer, report)
        }
        writer.element("footer") { $0.element("p", text: ChecklistWords.limits) }
      }
    }
    writer.raw("\n")
  }

  private static func head(
    _ writer: inout HTMLWriter, _ guideline: Guideline, _ context: TargetContext
  ) {
    writer.void("meta", [.init("charset", "utf-8")])
    writer.void(
      "meta", [.init("name", "viewport"), .init("content", "width=device-width, initial-scale=1")])
    writer.void(
      "meta",
      [
        .init("http-equiv", "Content-Security-Policy"),
        .init("content", "default-src 'none'; style-src 'unsafe-inline'"),
      ])
    writer.void("meta", [.init("name", "color-scheme"), .init("content", "light dark")])
    writer.element("title", text: "Compliance checklist: \(guideline.title.value)")
    writer.element("style") { $0.trusted(context.templates.checklistStyle) }
  }

  private static func title(
    _ writer: inout HTMLWriter, _ guideline: Guideline, _ context: TargetContext
  ) {
    writer.element("p", [.class("kind")], text: "Compliance checklist")
    writer.element("h1", [.init("lang", guideline.language.value)], text: guideline.title.value)
    writer.element("dl", [.class("facts")]) { writer in
      for fact in ChecklistWords.facts(guideline, context) {
        writer.element("div") { writer in
          writer.element("dt", text: fact.name)
          writer.element("dd", text: fact.value)
        }
      }
    }
  }

  private static func summary(_ writer: inout HTMLWriter, _ report: ChecklistReport) {
    writer.element("section", [.init("aria-labelledby", "summary")]) { writer in
      writer.element("h2", [.id("summary")], text: "Summary")
      writer.element("p", [.class("verdict")], text: ChecklistWords.summary(report))
      writer.element("ul", [.class("counts")]) { writer in
        for (state, count) in report.counts {
          writer.element("li", [.class("state-\(state.rawValue)")]) { writer in
            ChecklistIcons.icon(&writer, state)
            writer.element("b", text: String(count))
            writer.text(" \(ChecklistWords.state(state))")
          }
        }
      }
      turns(&writer, report)
    }
  }

  private static func turns(_ writer: inout HTMLWriter, _ report: ChecklistReport) {
    guard report.open > 0 else { return }
    writer.element("h3", text: "Whose turn it is")
    writer.element("ul", [.class("turns")]) { writer in
      for turn in report.turns {
        writer.element("li") { writer in
          writer.element(
            "a", [.class("role"), .toPlace("role-\(turn.name)")],
            text: ChecklistWords.capitalized(turn.name))
          writer.raw(" ")
          writer.element("span", text: "\(turn.places.count) open")
          writer.raw(" ")
          writer.element("span", [.class("ids")]) { writer in
            for place in turn.places {
              let result = report.results[place]
              writer.trusted(result.prepared.page.links[result.state.rank])
            }
          }
        }
      }
    }
  }

  /// To an item from among whose turn it is. Written once a catalogue.
  static func link(
    _ writer: inout HTMLWriter, to item: Catalogue.Item, _ state: ChecklistResult.State
  ) {
    writer.element("a", [.class("state-\(state.rawValue)"), .toPlace(item.id)]) { writer in
      ChecklistIcons.icon(&writer, state)
      writer.text(item.id)
      writer.element("span", class: "unseen", text: ", \(ChecklistWords.state(state))")
    }
    writer.raw(" ")
  }

  private static func open(_ writer: inout HTMLWriter, _ report: ChecklistReport) {
    writer.element("section", [.init("aria-labelledby", "open")]) { writer in
      writer.element("h2", [.id("open")], text: "Open items")
      if report.open == 0 { writer.element("p", text: "None.") }
      for turn in report.turns {
        let count = Count.text(turn.places.count, "open item", "open items")
        group(&writer, id: "role-\(turn.name)", turn, count, report)
      }
    }
  }

  private static func settled(_ writer: inout HTMLWriter, _ report: ChecklistReport) {
    guard !report.settled.isEmpty else { return }
    writer.element("section", [.init("aria-labelledby", "settled")]) { writer in
      writer.element("h2", [.id("settled")], text: "Settled items")
      for (number, entry) in report.settled.enumerated() {
        let count = Count.text(entry.places.count, "item", "items")
        group(&writer, id: "group-\(number + 1)", entry, count, report)
      }
    }
  }

  private static func group(
    _ writer: inout HTMLWriter, id: String, _ group: ChecklistReport.Group, _ count: String,
    _ report: ChecklistReport
  ) {
    writer.element("section", [.class("group"), .init("aria-labelledby", id)]) { writer in
      writer.element("h3", [.id(id)]) { writer in
        writer.text(ChecklistWords.capitalized(group.name))
        writer.raw(" ")
        writer.element("small", text: count)
      }
      for place in group.places { ChecklistEntry.write(&writer, report.results[place]) }
    }
  }
}
