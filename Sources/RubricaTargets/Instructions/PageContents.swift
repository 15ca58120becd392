internal import RubricaModel
internal import RubricaSource

extension Page {
  /// The sections, and the labels among them; search comes with the script.
  func writeContents(_ elements: ArraySlice<Element>, to html: inout HTMLWriter) {
    html.raw("<aside class=\"side\">\n")
    html.element("div", [.class("search"), .init("role", "search"), .init("hidden", nil)]) { html in
      html.void(
        "input",
        [
          .init("type", "search"), .id("page.search"), .init("autocomplete", "off"),
          .init("placeholder", words.search), .init("aria-label", words.search),
          .init("title", words.searchHint), .init("role", "combobox"),
          .init("aria-expanded", "false"), .init("aria-controls", "page.results"),
        ])
      html.raw("<kbd aria-hidden=\"true\">/</kbd>")
      html.element(
        "ol",
        [
          .id("page.results"), .init("role", "listbox"), .init("aria-label", words.search),
          .init("data-none", words.noResults), .init("hidden", nil),
        ])
    }
    html.element("details", [.class("contents"), .init("open", nil)]) { html in
      html.element("summary") { $0.text(words.contents) }
      html.element("nav", [.init("aria-label", words.contents)]) { html in
        html.raw("<ol>")
        if !guideline.layers.isEmpty || !guideline.escapes.isEmpty {
          writeEntry("page.overview", to: &html) { $0.text(words.overview) }
        }
        if !places.hasPrecedence, guideline.precedence?.audience.isForAnnotators == true {
          writeEntry("page.order", to: &html) { $0.text(words.decisionOrder) }
        }
        for element in elements { writeEntry(for: element, isTop: true, to: &html) }
        html.raw("</ol>")
      }
    }
    html.raw("</aside>\n")
  }

  private func writeEntry(for element: Element, isTop: Bool, to html: inout HTMLWriter) {
    switch element {
    case .section(let section) where section.audience.isForAnnotators:
      let isOpen = isTop || section.role == .labels || section.role == .labelGroup
      // Labels are found at any depth; below the first level, of other sections only what leads there.
      let below = isOpen ? section.elements : section.elements.filter(leadsToLabel)
      writeEntry(section.anchor, below: below, to: &html) { html in
        write(Located(section.heading.plainText, section.heading.span), to: &html)
      }
    case .label(let place) where isShown(guideline.labels[place]):
      let label = guideline.labels[place]
      writeEntry(label.id.value, to: &html) { html in
        html.element("i", [.class(looks[place].className)])
        write(label.name, to: &html)
      }
    case .entry(let place) where isEntry(element):
      let entry = guideline.entries[place]
      writeEntry(entry.anchor ?? "", to: &html) { html in
        if let title = entry.title { write(Located(title.plainText, title.span), to: &html) }
      }
    default: return
    }
  }

  private func writeEntry(
    _ anchor: String, below: [Element] = [], to html: inout HTMLWriter,
    _ content: (inout HTMLWriter) -> Void
  ) {
    html.raw("<li><a href=\"#")
    html.text(anchor)
    html.raw("\">")
    content(&html)
    html.raw("</a>")
    if below.contains(where: isEntry) {
      html.raw("<ol>")
      for element in below { writeEntry(for: element, isTop: false, to: &html) }
      html.raw("</ol>")
    }
    html.raw("</li>")
  }

  private func leadsToLabel(_ element: Element) -> Bool {
    switch element {
    case .section(let section):
      section.audience.isForAnnotators && section.elements.contains(where: leadsToLabel)
    case .label(let place): isShown(guideline.labels[place])
    default: false
    }
  }

  private func isEntry(_ element: Element) -> Bool {
    switch element {
    case .section(let section): section.audience.isForAnnotators
    case .label(let place): isShown(guideline.labels[place])
    case .entry(let place):
      guideline.entries[place].isHeading && guideline.entries[place].audience.isForAnnotators
    default: false
    }
  }
}
