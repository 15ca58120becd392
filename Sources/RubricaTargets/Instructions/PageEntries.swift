internal import RubricaModel
internal import RubricaSource

extension Page {
  /// Entries of one kind that follow each other, as the list that suits them.
  func writeEntries(_ elements: ArraySlice<Element>, level: Int, to html: inout HTMLWriter) {
    let entries = elements.compactMap { element -> Entry? in
      guard case .entry(let place) = element else { return nil }
      let entry = guideline.entries[place]
      return entry.audience.isForAnnotators ? entry : nil
    }
    guard let first = entries.first else { return }
    let name = first.kind.rawValue
    if first.isHeading {
      for entry in entries {
        html.start("section", class: "entry ", name)
        writeHeading(level, id: entry.anchor, to: &html) { html in
          if let title = entry.title { write(title, to: &html) }
        }
        write(entry.content, below: level, to: &html)
        html.raw("</section>\n")
      }
      return
    }
    switch first.kind {
    case .term, .question:
      html.element("dl", [.class("entries " + name)]) { html in
        for entry in entries { writePair(entry, level: level, to: &html) }
      }
    case .step:
      html.element("ol", [.class("entries " + name)]) { html in
        for entry in entries { writeItem(entry, level: level, to: &html) }
      }
    case .check, .change:
      html.element("ul", [.class("entries " + name)]) { html in
        for entry in entries { writeItem(entry, level: level, to: &html) }
      }
    }
    html.raw("\n")
  }

  private func writePair(_ entry: Entry, level: Int, to html: inout HTMLWriter) {
    html.start("div", id: entry.anchor)
    if let title = entry.title { html.element("dt") { write(title, to: &$0) } }
    html.element("dd") { write(entry.content, below: level, to: &$0) }
    html.end("div")
  }

  private func writeItem(_ entry: Entry, level: Int, to html: inout HTMLWriter) {
    html.start("li", id: entry.anchor)
    if let title = entry.title {
      html.element("p", class: "title") { html in
        html.element("b") { write(title, to: &$0) }
      }
    }
    write(entry.content, below: level, to: &html)
    html.end("li")
  }

  /// Whose part it is, where a part is for the users of one tool.
  func writeTool(of section: Section, to html: inout HTMLWriter) {
    guard let tool = section.tool?.value else { return }
    let name = AllTargets.all.first { $0.info.id == tool }?.info.title
    html.element(
      "p", class: "soft tool",
      text: Word("\(words.entries.onlyIn) \(name ?? section.heading.plainText)"))
  }

  /// What an example shows beyond its record: the rules that it links to.
  func writeIllustrated(by example: Example, to html: inout HTMLWriter) {
    let rules = example.illustrates.compactMap { link in
      guideline.rules.first { $0.anchor == link.value && $0.audience.isForAnnotators }
    }
    guard !rules.isEmpty else { return }
    html.element("p", class: "soft illustrates") { html in
      html.text(words.entries.illustrates)
      for rule in rules {
        html.raw(" ")
        html.element("a", [.toPlace(rule.anchor ?? rule.number)], text: rule.number)
      }
    }
  }
}
