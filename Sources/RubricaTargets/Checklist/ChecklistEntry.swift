internal import RubricaModel

/// One item on the page: what is asked on the left, what the source says on the right.
enum ChecklistEntry {
  static func write(_ writer: inout HTMLWriter, _ result: ChecklistResult) {
    let item = result.item
    writer.raw("\n")
    writer.element(
      "article", [.class("item state-\(result.state.rawValue)"), .id(item.id)]
    ) { writer in
      writer.element("div", [.class("asked")]) { writer in
        writer.element("p", [.class("tags")]) { writer in
          writer.element("span", [.class("id")], text: item.id)
          writer.raw(" ")
          writer.element("span", [.class("state")]) { writer in
            ChecklistIcons.icon(&writer, result.state)
            writer.text(ChecklistWords.state(result.state))
          }
          if result.state.isOpen {
            writer.raw(" ")
            writer.element(
              "span", [.class("level level-\(item.level.rawValue)")],
              text: ChecklistWords.level(item.level))
          }
        }
        writer.element("h4", text: item.question)
        if let reason = result.tellingReason {
          writer.element("p", [.class("reason")]) { $0.phrase(reason) }
        }
        if result.state.isOpen { guidance(&writer, result) }
      }
      writer.element("div", [.class("shown")]) { writer in
        evidence(&writer, result)
        references(&writer, item)
      }
    }
  }

  private static func guidance(_ writer: inout HTMLWriter, _ result: ChecklistResult) {
    let fields = [
      ("What to do", result.action), ("Why it matters", result.item.why),
      ("It counts because", result.because),
    ]
    writer.element("dl") { writer in
      for case (let name, let text?) in fields {
        writer.element("dt", text: name)
        writer.element("dd") { $0.phrase(text) }
      }
    }
  }

  private static func evidence(_ writer: inout HTMLWriter, _ result: ChecklistResult) {
    writer.element("h5", text: "Evidence")
    guard !result.evidence.isEmpty else {
      writer.element("p", [.class("nothing")], text: "The source says nothing.")
      return
    }
    writer.element("ul", [.class("evidence")]) { writer in
      for evidence in result.evidence {
        writer.element("li") { writer in
          writer.element("code", [.class("place")], text: evidence.place.text)
          if let path = ChecklistWords.path(evidence.path) {
            writer.raw(" ")
            writer.element("span", [.class("path")], text: path)
          }
          writer.element("blockquote", text: evidence.text)
        }
      }
    }
  }

  private static func references(_ writer: inout HTMLWriter, _ item: Catalogue.Item) {
    guard !item.clauses.isEmpty else { return }
    writer.element("h5", text: "References")
    writer.element("ul", [.class("refs")]) { writer in
      for clause in item.clauses {
        writer.element("li") { writer in
          writer.text("\(clause.framework), \(clause.clause) ")
          writer.element("small", text: "as of \(clause.asOf)")
        }
      }
    }
  }
}
