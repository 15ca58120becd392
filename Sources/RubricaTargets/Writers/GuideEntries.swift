internal import RubricaModel

/// Terms, questions, steps, checks and changes in the panel of a platform: as the author wrote them,
/// under headings or as a list.
extension GuideWriter {
  func isEntry(_ element: Element, like entry: Entry) -> Bool {
    guard case .entry(let place) = element else { return false }
    let other = index.guideline.entries[place]
    return other.kind == entry.kind && other.isHeading == entry.isHeading
  }

  /// The entries at the start that are of one kind.
  mutating func writeEntries(
    _ elements: ArraySlice<Element>, level: Int, to html: inout HTMLWriter
  ) {
    var entries: [Entry] = []
    for element in elements {
      guard case .entry(let place) = element else { break }
      let entry = index.guideline.entries[place]
      if let first = entries.first, !isEntry(element, like: first) { break }
      if entry.audience.isForAnnotators { entries.append(entry) }
    }
    guard let first = entries.first else { return }
    prose.finish(&html)
    if first.isHeading {
      for entry in entries {
        heading(level, &html) { prose, html in
          if let title = entry.title { prose.write(title, to: &html) }
        }
        prose.write(entry.content, to: &html)
        prose.finish(&html)
      }
      return
    }
    let isOrdered = first.kind == .step
    html.start(isOrdered ? "ol" : "ul")
    for (place, entry) in entries.enumerated() {
      html.element("li") { html in
        prose.writeMark(isOrdered ? place + 1 : nil, to: &html)
        write(entry, to: &html)
      }
    }
    html.end(isOrdered ? "ol" : "ul")
    html.raw("\n")
  }

  private mutating func write(_ entry: Entry, to html: inout HTMLWriter) {
    var content = entry.content
    if let title = entry.title {
      html.element("strong") { prose.write(title, to: &$0) }
      html.raw(entry.kind == .term ? ": " : " ")
    }
    if case .paragraph(let inlines)? = content.first?.kind, let first = content.first {
      prose.write(Prose(inlines, first.span), to: &html)
      content.removeFirst()
    }
    guard !content.isEmpty else { return }
    prose.write(content, to: &html)
    prose.finish(&html)
  }
}
