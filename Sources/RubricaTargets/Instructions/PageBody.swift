internal import RubricaModel
internal import RubricaSource

extension Page {
  /// Writes what stands under a heading of `level`, in the author's order.
  func write(
    _ elements: some RandomAccessCollection<Element>, level: Int, to html: inout HTMLWriter
  ) {
    let elements = Array(elements)
    var prose = self.prose(below: level)
    var place = 0
    while place < elements.count {
      if case .prose(let block) = elements[place] {
        write(block, with: &prose, to: &html)
        place += 1
        continue
      }
      prose.finish(&html)
      if case .example = elements[place] {
        let end = elements[place...].firstIndex { if case .example = $0 { false } else { true } }
        writeExamples(elements[place..<(end ?? elements.count)], level: level + 1, to: &html)
        place = end ?? elements.count
      } else if case .entry(let first) = elements[place] {
        let entry = guideline.entries[first]
        let end = elements[place...].firstIndex { element in
          guard case .entry(let place) = element else { return true }
          let other = guideline.entries[place]
          return other.kind != entry.kind || other.isHeading != entry.isHeading
        }
        writeEntries(elements[place..<(end ?? elements.count)], level: level + 1, to: &html)
        place = end ?? elements.count
      } else {
        write(elements[place], level: level + 1, to: &html)
        place += 1
      }
    }
    prose.finish(&html)
  }

  /// Writes an entry whose own heading has `level`.
  private func write(_ element: Element, level: Int, to html: inout HTMLWriter) {
    switch element {
    case .prose, .example, .entry: return
    case .section(let section): write(section, level: level, to: &html)
    case .label(let place): writeLabel(guideline.labels[place], level: level, to: &html)
    case .rule(let place): write(guideline.rules[place], level: level, to: &html)
    case .precedence:
      if let precedence = guideline.precedence { writeLadder(precedence, to: &html) }
    case .doubt: if let doubt = guideline.doubt { write(doubt, level: level, to: &html) }
    }
  }

  private func write(_ section: Section, level: Int, to html: inout HTMLWriter) {
    guard section.audience.isForAnnotators else { return }
    html.start("section", class: "section in-", section.role.rawValue)
    html.raw("\n")
    writeHeading(level, id: section.anchor, to: &html) { html in
      if section.role == .warning { Icon.warning.write(to: &html) }
      write(section.heading, to: &html)
    }
    writeTool(of: section, to: &html)
    write(section.elements, level: level, to: &html)
    html.raw("</section>\n")
  }

  func writeHeading(
    _ level: Int, id: String? = nil, to html: inout HTMLWriter,
    _ content: (inout HTMLWriter) -> Void
  ) {
    let tag = ProseWriter.headings[min(level, 6) - 1]
    html.start(tag, id: id)
    content(&html)
    html.end(tag)
    html.raw("\n")
  }

  private func write(_ rule: Rule, level: Int, to html: inout HTMLWriter) {
    guard rule.audience.isForAnnotators else { return }
    let id = rule.anchor ?? rule.number
    html.start("article", class: "rule", rule.kind == .rule ? "" : " edge", id: id)
    html.raw("<a class=\"number\" href=\"#")
    html.text(id)
    if rule.anchor != nil, !places.hasPlace(rule.number) {
      html.raw("\" id=\"")
      html.text(rule.number)
    }
    html.raw("\">")
    html.text(rule.number)
    html.raw("</a><div class=\"text\">")
    // The title of an item in a list is a part of its text.
    if let title = rule.title, rule.anchor != nil {
      writeHeading(level, to: &html) { write(title, to: &$0) }
    }
    var prose = self.prose(below: level)
    prose.thresholds = rule.thresholds
    for block in rule.content { write(block, with: &prose, to: &html) }
    prose.finish(&html)
    html.raw("</div></article>\n")
  }

  private func write(_ doubt: Doubt, level: Int, to html: inout HTMLWriter) {
    html.element("div", class: "doubt") { html in
      Icon.question.write(to: &html)
      html.element("div") { write(doubt.content, below: level, to: &$0) }
    }
    html.raw("\n")
  }

  /// The precedence as a ladder: the first rung that holds is the answer.
  func writeLadder(_ precedence: Precedence, to html: inout HTMLWriter) {
    guard precedence.audience.isForAnnotators else { return }
    html.element("div", [.class("ladder"), .init("role", "group")]) { html in
      // Criteria in words speak for themselves.
      if precedence.entries.contains(where: { $0.label != nil }) {
        html.element("p", class: "soft", text: words.decisionIntroduction)
      }
      html.element("ol") { html in
        for entry in precedence.entries {
          html.element("li") { html in
            if let labels = precedence.expansions[entry.text.span] {
              html.text(words.labels.anyOf)
              for label in labels {
                html.raw(" ")
                writeChip(label, to: &html)
              }
              return
            }
            guard let id = entry.label, let label = index.label(id) else {
              return write(entry.text, to: &html)
            }
            writeChip(id, to: &html)
            let text = entry.text.plainText
            if text != label.name.value, text != id {
              html.element("span", class: "note") { write(entry.text, to: &$0) }
            } else if case .paragraph(let inlines) = label.definition.first?.kind {
              html.element("span", class: "note") { html in
                write(Prose(inlines, label.definition[0].span), to: &html)
              }
            }
          }
        }
        if let doubt = guideline.doubt, let label = doubt.label {
          writeLastRung(doubt, label.value, to: &html)
        }
      }
    }
    html.raw("\n")
  }

  /// The default label, if the author gives it without a condition; else the way to what the author
  /// says of doubt.
  private func writeLastRung(_ doubt: Doubt, _ label: String, to html: inout HTMLWriter) {
    let isPlain = doubt.isUnconditional(index.label(label))
    html.element("li", class: "last") { html in
      html.element("span", class: "note") { html in
        html.text(words.inDoubt)
        guard let (anchor, heading) = places.doubtSection else { return }
        html.text(words.colon)
        html.element("a", [.toPlace(anchor)]) { write(heading, to: &$0) }
      }
      guard isPlain else { return }
      html.raw(" ")
      writeChip(label, to: &html)
    }
  }
}

extension Doubt {
  /// Whether it says no more than the label: one sentence without a clause, which ends with its name.
  fileprivate func isUnconditional(_ label: Label?) -> Bool {
    guard let label, content.count == 1, case .paragraph = content[0].kind else { return false }
    var text = Substring(content[0].plainText)
    if let last = text.unicodeScalars.last, last == "." || last == "\u{3002}" {
      text.unicodeScalars.removeLast()
    }
    let clauses: [Unicode.Scalar] = [
      ",", ";", ":", ".", "?", "\u{3001}", "\u{FF0C}", "\u{3002}",
    ]
    return !text.unicodeScalars.contains(where: clauses.contains)
      && (text.hasSuffix(label.name.value) || text.hasSuffix(label.id.value))
  }
}
