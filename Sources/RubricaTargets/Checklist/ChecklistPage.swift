internal import RubricaModel
internal import RubricaSource
internal import RubricaTemplates

/// `checklist.html`: the checklist as a reviewer reads or prints it. One file, no script.
struct ChecklistPage {
  private static let style = Templates.text("checklist/style.css").utf8

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
      writer.element("head") { Self.head(&$0, guideline) }
      writer.raw("\n")
      writer.element("body") { writer in
        writer.element("a", [.class("skip"), .init("href", "#open")], text: "To the open items")
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

  private static func head(_ writer: inout HTMLWriter, _ guideline: Guideline) {
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
    writer.element("style") { $0.trusted(Self.style) }
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
        for state in ChecklistResult.State.allCases {
          writer.element("li", [.class("state-\(state.rawValue)")]) { writer in
            ChecklistIcons.icon(&writer, state)
            writer.element("b", text: String(report.count(state)))
            writer.text(" \(ChecklistWords.state(state))")
          }
        }
      }
      turns(&writer, report)
    }
  }

  private static func turns(_ writer: inout HTMLWriter, _ report: ChecklistReport) {
    let turns = report.turns
    guard !turns.isEmpty else { return }
    writer.element("h3", text: "Whose turn it is")
    writer.element("table", [.class("turns")]) { writer in
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          for name in ["Role", "Open", "Items"] {
            writer.element("th", [.init("scope", "col")], text: name)
          }
        }
      }
      writer.element("tbody") { writer in
        for turn in turns {
          writer.element("tr") { writer in
            writer.element("th", [.init("scope", "row")]) { writer in
              writer.element(
                "a", [.init("href", "#role-\(turn.role)")],
                text: ChecklistWords.capitalized(turn.role))
            }
            writer.element("td", text: String(turn.results.count))
            writer.element("td", [.class("ids")]) { writer in
              for result in turn.results {
                writer.element(
                  "a",
                  [
                    .init("href", "#\(result.item.id)"),
                    .class("state-\(result.state.rawValue)"),
                  ]
                ) { writer in
                  ChecklistIcons.icon(&writer, result.state)
                  writer.text(result.item.id)
                  writer.element(
                    "span", [.class("unseen")], text: ", \(ChecklistWords.state(result.state))")
                }
              }
            }
          }
        }
      }
    }
  }

  private static func open(_ writer: inout HTMLWriter, _ report: ChecklistReport) {
    writer.element("section", [.init("aria-labelledby", "open")]) { writer in
      writer.element("h2", [.id("open")], text: "Open items")
      let turns = report.turns
      if turns.isEmpty { writer.element("p", text: "None.") }
      for turn in turns {
        let count = Count.text(turn.results.count, "open item", "open items")
        group(&writer, id: "role-\(turn.role)", turn.role, count, turn.results)
      }
    }
  }

  private static func settled(_ writer: inout HTMLWriter, _ report: ChecklistReport) {
    let groups = report.settled
    guard !groups.isEmpty else { return }
    writer.element("section", [.init("aria-labelledby", "settled")]) { writer in
      writer.element("h2", [.id("settled")], text: "Settled items")
      for (number, entry) in groups.enumerated() {
        let count = Count.text(entry.results.count, "item", "items")
        group(&writer, id: "group-\(number + 1)", entry.group, count, entry.results)
      }
    }
  }

  private static func group(
    _ writer: inout HTMLWriter, id: String, _ name: String, _ count: String,
    _ results: [ChecklistResult]
  ) {
    writer.element("section", [.class("group"), .init("aria-labelledby", id)]) { writer in
      writer.element("h3", [.id(id)]) { writer in
        writer.text(ChecklistWords.capitalized(name))
        writer.raw(" ")
        writer.element("small", text: count)
      }
      for result in results { ChecklistEntry.write(&writer, result) }
    }
  }
}
