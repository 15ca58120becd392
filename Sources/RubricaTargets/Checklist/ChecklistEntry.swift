internal import RubricaModel

/// One item on the page: what is asked on the left, what the source says on the right.
enum ChecklistEntry {
  /// An item in some state up to its question, with the start tags that `write` closes. Written
  /// once a catalogue.
  static func head(
    _ writer: inout HTMLWriter, _ item: Catalogue.Item, _ state: ChecklistResult.State
  ) {
    writer.raw("\n")
    writer.start("article", [.class("item state-\(state.rawValue)"), .id(item.id)])
    writer.start("div", class: "asked")
    writer.element("p", class: "tags") { writer in
      writer.element("span", class: "id", text: item.id)
      writer.raw(" ")
      writer.element("span", class: "state") { writer in
        ChecklistIcons.icon(&writer, state)
        writer.text(ChecklistWords.state(state))
      }
      if state.isOpen {
        writer.raw(" ")
        writer.element(
          "span", [.class("level level-\(item.level.rawValue)")],
          text: ChecklistWords.level(item.level))
      }
    }
    writer.element("h4", text: item.question)
  }

  static func write(_ writer: inout HTMLWriter, _ result: ChecklistResult) {
    let page = result.prepared.page
    writer.trusted(page.heads[result.state.rank])
    if let reason = result.tellingReason {
      writer.element("p", class: "reason") { $0.phrase(reason) }
    }
    if result.state.isOpen { guidance(&writer, result) }
    writer.trusted(page.references)
    writer.end("div")
    writer.element("div", class: "shown") { writer in
      missing(&writer, result.gaps)
      evidence(&writer, result)
    }
    writer.end("article")
  }

  private static func guidance(_ writer: inout HTMLWriter, _ result: ChecklistResult) {
    let prepared = result.prepared
    writer.element("dl") { writer in
      if let action = result.action {
        writer.element("dt", text: "What to do")
        writer.element("dd") { writer in
          // Often the very words of the catalogue.
          if action == prepared.item.how {
            writer.trusted(prepared.page.how)
          } else {
            writer.phrase(action)
          }
        }
      }
      writer.trusted(prepared.page.why)
      if let because = result.because {
        writer.element("dt", text: "It counts because")
        writer.element("dd") { $0.phrase(because) }
      }
    }
  }

  private static func missing(_ writer: inout HTMLWriter, _ gaps: [ChecklistGap]) {
    guard !gaps.isEmpty else { return }
    writer.element("h5", text: "Missing")
    writer.element("ul", class: "missing") { writer in
      for gap in gaps {
        writer.element("li") { writer in
          writer.phrase(gap.text)
          guard let place = gap.place else { return }
          writer.raw(" ")
          writer.element("code", class: "place", text: place.text)
        }
      }
    }
  }

  private static func evidence(_ writer: inout HTMLWriter, _ result: ChecklistResult) {
    guard !result.evidence.isEmpty || result.gaps.isEmpty else { return }
    writer.element("h5", text: "Evidence")
    guard !result.evidence.isEmpty else {
      writer.element("p", class: "nothing", text: "The source has nothing to show here.")
      return
    }
    writer.element("ul", class: "evidence") { writer in
      for evidence in result.evidence {
        writer.element("li") { writer in
          if let path = ChecklistWords.path(evidence.path) {
            writer.element("code") { $0.text(path) }
            writer.raw(" ")
          }
          writer.element("code", class: "place", text: evidence.place.text)
          writer.element("blockquote", text: evidence.text)
        }
      }
    }
  }
}
