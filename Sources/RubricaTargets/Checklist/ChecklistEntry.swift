internal import RubricaModel

/// One item on the page: what is asked on the left, what the source says on the right.
enum ChecklistEntry {
  // MARK: written once a run

  /// An item in some state up to its question, with the start tags that `write` closes.
  static func head(
    _ writer: inout HTMLWriter, _ item: Catalogue.Item, _ state: ChecklistResult.State
  ) {
    writer.raw("\n")
    writer.start("article", [.class(state.rawValue), .id(item.id)])
    writer.raw("<div>")
    writer.element("p", class: "tags") { writer in
      writer.element("b", text: item.id)
      writer.raw(" ")
      writer.element("b", class: "state", text: ChecklistWords.state(state))
      if state.isOpen {
        writer.raw(" ")
        writer.element("span", class: "level", text: ChecklistWords.level(item.level))
      }
    }
    writer.element("h4", text: item.question)
  }

  /// What such a state always asks for, unless the page says so for all of them.
  static func action(
    _ writer: inout HTMLWriter, _ item: Catalogue.Item, _ state: ChecklistResult.State
  ) {
    guard state != .needsReview, let action = ChecklistWords.action(for: item, state) else {
      return
    }
    fact(&writer, ChecklistWords.whatToDo, action)
  }

  static func fact(_ writer: inout HTMLWriter, _ name: String, _ text: String) {
    writer.element("dt", text: name)
    writer.element("dd") { $0.phrase(text) }
  }

  static func references(_ writer: inout HTMLWriter, _ item: Catalogue.Item) {
    guard !item.clauses.isEmpty else { return }
    writer.element("p", class: "refs", text: ChecklistWords.clauses(item))
  }

  // MARK: written for each guideline

  static func write(
    _ writer: inout HTMLWriter, _ result: ChecklistResult, _ place: Int,
    _ catalogue: WrittenCatalogue
  ) {
    let page = catalogue.items[place].page
    catalogue.write(page.heads[result.state], to: &writer)
    if let reason = result.reason { writer.element("p") { $0.phrase(reason) } }
    if result.state.isOpen {
      writer.raw("<dl>")
      if let action = result.ownAction {
        fact(&writer, ChecklistWords.whatToDo, action)
      } else {
        catalogue.write(page.actions[result.state], to: &writer)
      }
      catalogue.write(page.why, to: &writer)
      if let because = result.because { fact(&writer, "Why it applies", because) }
      writer.raw("</dl>")
      catalogue.write(page.references, to: &writer)
    }
    writer.raw("</div><div>")
    write(&writer, result.gaps)
    write(&writer, result.evidence)
    if result.evidence.isEmpty, result.gaps.isEmpty {
      writer.raw("<p class=\"nothing\">The source contains nothing about this item.</p>")
    }
    writer.raw("</div></article>")
  }

  private static func write(_ writer: inout HTMLWriter, _ gaps: [ChecklistGap]) {
    guard !gaps.isEmpty else { return }
    writer.raw("<h5>Missing</h5><ul class=\"missing\">")
    for gap in gaps {
      writer.raw("<li>")
      writer.phrase(gap.text)
      if let place = gap.place { write(&writer, place) }
      writer.raw("</li>")
    }
    writer.raw("</ul>")
  }

  private static func write(_ writer: inout HTMLWriter, _ evidence: [ChecklistEvidence]) {
    guard !evidence.isEmpty else { return }
    writer.raw("<h5>Evidence</h5><ul>")
    for place in evidence.indices {
      writer.raw("<li>")
      if let key = evidence[place].name.key {
        writer.raw("<code>")
        writer.text(key)
        writer.raw("</code>")
      }
      write(&writer, evidence[place].place)
      writer.raw("<p>")
      writer.text(evidence[place].text)
      writer.raw("</p></li>")
    }
    writer.raw("</ul>")
  }

  private static func write(_ writer: inout HTMLWriter, _ place: ChecklistPlace) {
    writer.raw(" <i>")
    writer.place(place.file, line: place.line, column: place.column)
    writer.raw("</i>")
  }
}
