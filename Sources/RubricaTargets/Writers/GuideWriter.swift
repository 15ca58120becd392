package import RubricaModel
internal import RubricaSource

/// Writes the document of a guideline for the instruction panel of a labeling platform: in the
/// author's order, for annotators only, without anchors, classes and styles, which such panels drop.
package struct GuideWriter {
  package enum Part { case label(Label), rule(Rule), example(Example) }

  let index: GuidelineIndex
  /// The same words as on the page, in the language of the guideline.
  let words: Words
  var prose: ProseWriter
  /// Writes the picture of an example; without one, its words stand for it.
  private let drawing: ((Example, inout HTMLWriter) -> Bool)?
  /// Entries that stand elsewhere on the page.
  private let isElsewhere: (Part) -> Bool
  /// The tool in which it is read: parts for others are left out.
  private let tool: String?

  package init(
    _ index: GuidelineIndex, hasWrittenMarks: Bool = false,
    surroundings: (any ProseSurroundings)? = nil,
    drawing: ((Example, inout HTMLWriter) -> Bool)? = nil, tool: String? = nil,
    isElsewhere: @escaping (Part) -> Bool = { _ in false }
  ) {
    self.index = index
    words = Words.named(index.guideline.language.value).words
    prose = ProseWriter(
      .init(hasClasses: false, hasWebLinks: true, hasWrittenMarks: hasWrittenMarks),
      surroundings: surroundings)
    prose.options.callouts = words.callouts
    self.drawing = drawing
    self.tool = tool
    self.isElsewhere = isElsewhere
  }

  /// All of the document, with what may distress right below its title.
  package mutating func writeDocument(to html: inout HTMLWriter) {
    if let title = PageOutline.whole(index.guideline) {
      heading(title.level, &html) { $0.write(title.heading, to: &$1) }
      writeWarnings(to: &html)
      write(title.elements, level: title.level + 1, to: &html)
    } else {
      writeWarnings(to: &html)
      write(index.guideline.body, level: 1, to: &html)
    }
    prose.finish(&html)
  }

  private mutating func writeWarnings(to html: inout HTMLWriter) {
    guard !index.guideline.warnings.isEmpty else { return }
    heading(2, &html) { [words] in $1.text(words.readFirst.text) }
    html.element("ul") { html in
      for warning in index.guideline.warnings {
        html.element("li") { html in
          prose.writeMark(nil, to: &html)
          let category = IDWords.title(of: warning.category.value)
          guard let text = warning.text else { return html.element("strong", text: category) }
          html.element("strong", text: category + words.colonEnd)
          html.raw(" ")
          html.text(text.value)
        }
      }
    }
    html.raw("\n")
  }

  private mutating func write(_ elements: [Element], level: Int, to html: inout HTMLWriter) {
    let guideline = index.guideline
    for (position, element) in elements.enumerated() {
      switch element {
      case .prose(let block): prose.write(block, to: &html)
      case .section(let section)
      where section.audience.isForAnnotators && (section.tool.map { $0.value == tool } ?? true):
        prose.finish(&html)
        heading(section.level, &html) { $0.write(section.heading, to: &$1) }
        write(section.elements, level: section.level + 1, to: &html)
      case .section: break
      case .label(let place): write(guideline.labels[place], level: level, to: &html)
      case .rule(let place): write(guideline.rules[place], level: level, to: &html)
      case .example(let place): write(guideline.examples[place], level: level, to: &html)
      case .entry(let first):
        // The whole run is written at its first entry.
        guard position == 0 || !isEntry(elements[position - 1], like: guideline.entries[first])
        else {
          continue
        }
        writeEntries(elements[position...], level: level, to: &html)
      case .precedence: writePrecedence(to: &html)
      case .doubt: if let doubt = guideline.doubt { prose.write(doubt.content, to: &html) }
      }
    }
  }

  mutating func heading(
    _ level: Int, _ html: inout HTMLWriter,
    _ content: (inout ProseWriter, inout HTMLWriter) -> Void
  ) {
    let tag = ProseWriter.headings[min(max(level, 1), 6) - 1]
    // Where the drawn bullets are taken away, so is the room above a heading.
    if prose.options.hasWrittenMarks { html.void("br") }
    html.start(tag)
    content(&prose, &html)
    html.end(tag)
    html.raw("\n")
  }

  /// A paragraph that begins with a bold word.
  private mutating func paragraph(
    _ lead: String, _ text: Prose, _ html: inout HTMLWriter
  ) {
    html.element("p") { html in
      html.element("strong", text: lead)
      html.raw(" ")
      prose.write(text, to: &html)
    }
    html.raw("\n")
  }

  // MARK: Labels

  private mutating func write(_ label: Label, level: Int, to html: inout HTMLWriter) {
    guard label.audience.isForAnnotators else { return }
    if !isElsewhere(.label(label)) {
      writeMeaning(of: label, level: level, to: &html)
    } else if label.elements.contains(where: isHere) {
      heading(level, &html) { $1.text(label.name.value) }
    }
    write(label.elements, level: level + 1, to: &html)
    prose.finish(&html)
  }

  /// The name of a label and what it means, without the entries that stand under it.
  package mutating func writeMeaning(of label: Label, level: Int, to html: inout HTMLWriter) {
    prose.finish(&html)
    heading(level, &html) { $1.text(label.name.value) }
    prose.write(label.definition, to: &html)
    phrases(words.includes.text, label.includes, &html)
    phrases(words.excludes.text, label.excludes, &html)
    for contrast in label.contrasts {
      let other = index.fullName(ofLabel: contrast.label.value, words) ?? contrast.label.value
      paragraph("\(words.notTheSameAs) \(other)\(words.colonEnd)", contrast.text, &html)
    }
    prose.finish(&html)
  }

  private func isHere(_ element: Element) -> Bool {
    switch element {
    case .rule(let place): !isElsewhere(.rule(index.guideline.rules[place]))
    case .example(let place): !isElsewhere(.example(index.guideline.examples[place]))
    case .section(let section): section.audience.isForAnnotators
    case .prose, .label, .entry, .precedence, .doubt: true
    }
  }

  private mutating func phrases(_ lead: String, _ items: [Prose], _ html: inout HTMLWriter) {
    guard !items.isEmpty else { return }
    html.element("p") { $0.element("strong", text: lead) }
    html.element("ul") { html in
      for item in items {
        html.element("li") { html in
          prose.writeMark(nil, to: &html)
          prose.write(item, to: &html)
        }
      }
    }
    html.raw("\n")
  }

  // MARK: Rules

  private mutating func write(_ rule: Rule, level: Int, to html: inout HTMLWriter) {
    guard rule.audience.isForAnnotators, !isElsewhere(.rule(rule)) else { return }
    prose.finish(&html)
    let first = rule.content.first
    if let title = rule.title, first.map({ !$0.span.contains(title.span) }) ?? true {
      heading(level, &html) { prose, html in
        html.text(rule.number + " ")
        prose.write(title, to: &html)
      }
      prose.write(rule.content, to: &html)
    } else if let first, case .paragraph(let inlines) = first.kind {
      paragraph(rule.number, Prose(inlines, first.span), &html)
      prose.write(Array(rule.content.dropFirst()), to: &html)
    } else {
      html.element("p") { $0.element("strong", text: rule.number) }
      prose.write(rule.content, to: &html)
    }
    prose.finish(&html)
  }

  private mutating func writePrecedence(to html: inout HTMLWriter) {
    guard let precedence = index.guideline.precedence, precedence.audience.isForAnnotators else {
      return
    }
    html.element("ol") { html in
      for (place, entry) in precedence.entries.enumerated() {
        html.element("li") { html in
          prose.writeMark(place + 1, to: &html)
          prose.write(entry.text, to: &html)
        }
      }
    }
    html.raw("\n")
  }

  // MARK: Examples

  /// An example with its record, or with what the record says of one layer.
  package mutating func write(
    _ example: Example, of layer: Layer? = nil, level: Int, to html: inout HTMLWriter
  ) {
    guard example.audience.isForAnnotators, !isElsewhere(.example(example)) else { return }
    prose.finish(&html)
    heading(level, &html) { [words] prose, html in
      html.text(words.word(for: example.role).text)
      guard let title = example.title else { return }
      html.text(words.colon)
      prose.write(title, to: &html)
    }
    if let warning = example.warning {
      let text =
        "\(words.entries.contentWarning)\(words.colon)\(IDWords.words(of: warning.value))"
      html.element("p") { $0.element("strong", text: text) }
    }
    writeInput(of: example, to: &html)
    for candidate in example.candidates { write(candidate, of: layer, to: &html) }
    var record = RecordWords(index, words, hasWrittenMarks: prose.options.hasWrittenMarks)
    record.write(example, of: layer, to: &html)
    if let reason = example.reason { paragraph(words.because.text, reason, &html) }
    prose.write(example.content, to: &html)
    prose.finish(&html)
  }

  private func write(_ candidate: CandidateText, of layer: Layer?, to html: inout HTMLWriter) {
    let id = candidate.candidate.value
    let owner =
      layer ?? index.guideline.layers.first { $0.candidates?.contains(id) ?? false }
    html.element("p") { $0.element("strong", text: owner?.name(ofCandidate: id) ?? id) }
    writeQuote(candidate.text, to: &html)
  }

  private func writeQuote(_ text: String, to html: inout HTMLWriter) {
    html.element("blockquote") { html in
      let bytes = text.utf8.span
      var start = 0
      while start < bytes.count {
        let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
        if start < end { html.element("p") { $0.text(bytes.extracting(start..<end)) } }
        start = end + 1
      }
    }
    html.raw("\n")
  }

  private func writeInput(of example: Example, to html: inout HTMLWriter) {
    switch example.input {
    case .text(let text): writeQuote(text.text, to: &html)
    case .media(let path, let alternative):
      if drawing?(example, &html) == true { return }
      html.element("p") { html in
        html.element("em", text: alternative.isEmpty ? path.value : alternative)
      }
      html.raw("\n")
    case nil: break
    }
  }
}
