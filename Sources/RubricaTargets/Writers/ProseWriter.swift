package import RubricaModel

/// What prose can refer to outside itself. A page that carries pictures and anchors has one of its
/// own; without one, pictures become their words and links within the page plain text.
package protocol ProseSurroundings: AnyObject {
  /// Whether a link to `#id` leads somewhere.
  func hasPlace(_ id: String) -> Bool
  /// Writes the picture at a path or address as the author wrote it.
  func writePicture(
    _ source: String, alternative: String, title: String, to html: inout HTMLWriter)
  /// The bytes of a file that a link leads to, if the page can carry it.
  func file(at path: String) -> Media?
}

/// Writes an author's prose as HTML: every block and every word, in order. Raw HTML goes through
/// `RawHTML`; whatever tag it leaves open is closed by `finish` or at the end of its paragraph.
package struct ProseWriter {
  package struct Options: Sendable {
    /// Added to the level of a heading.
    package var headingOffset: Int
    /// The level below which no heading comes; levels end at 6.
    package var topHeading: Int
    /// Whether elements get the classes that the style sheet of the instructions knows.
    package var hasClasses: Bool
    /// Whether links to the web are links, or only their words.
    package var hasWebLinks: Bool
    /// Whether items of lists begin with their bullet or number in writing, for pages whose style
    /// sheet takes the drawn ones away.
    package var hasWrittenMarks: Bool
    /// What notes are called in the language of the page.
    var callouts = WordFields.english.callouts

    package init(
      headingOffset: Int = 0, topHeading: Int = 1, hasClasses: Bool = true,
      hasWebLinks: Bool = true, hasWrittenMarks: Bool = false
    ) {
      self.headingOffset = headingOffset
      self.topHeading = topHeading
      self.hasClasses = hasClasses
      self.hasWebLinks = hasWebLinks
      self.hasWrittenMarks = hasWrittenMarks
    }
  }

  package var options: Options
  let surroundings: (any ProseSurroundings)?
  /// Drawn as badges where they stand in the text.
  package var thresholds: [Threshold] = []
  /// What a badge has just said, and the text behind it need not say again.
  var saidByBadge: String?
  var tags = OpenTags()

  package init(_ options: Options = Options(), surroundings: (any ProseSurroundings)? = nil) {
    self.options = options
    self.surroundings = surroundings
  }

  /// Writes blocks that follow each other. A raw tag may be opened in one and closed in a later
  /// one, even in a later call; `finish` ends what is still open.
  package mutating func write(_ blocks: [Block], to html: inout HTMLWriter) {
    for block in blocks { write(block, to: &html) }
  }

  /// Closes the raw tags that the author left open.
  package mutating func finish(_ html: inout HTMLWriter) { tags.close(downTo: 0, &html) }

  package mutating func write(_ block: Block, to html: inout HTMLWriter) {
    switch block.kind {
    case .paragraph(let inlines):
      html.raw("<p>")
      write(inlines, to: &html)
      html.raw("</p>\n")
    case .heading(let level, let inlines):
      let tag = headingTag(level)
      html.start(tag)
      write(inlines, to: &html)
      html.end(tag)
      html.raw("\n")
    case .list(let start, let isTight, let items): writeList(start, isTight, items, to: &html)
    case .quote(let blocks):
      if let callout = Callout(blocks) { return write(callout, to: &html) }
      contained("blockquote", &html) { $0.write(blocks, to: &$1) }
    case .code(_, let text):
      html.raw("<pre tabindex=\"0\"><code>")
      html.text(text)
      html.raw("</code></pre>\n")
    case .html(let markup):
      RawHTML.write(markup, context: .blocks, &self, to: &html)
      html.raw("\n")
    case .table(let table): write(table, to: &html)
    case .thematicBreak: html.raw("<hr>\n")
    }
  }

  static let headings: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]

  func headingTag(_ level: Int) -> StaticString {
    Self.headings[min(max(level + options.headingOffset, options.topHeading, 1), 6) - 1]
  }

  /// Raw tags that are opened inside the element are closed inside it.
  private mutating func contained(
    _ tag: StaticString, _ html: inout HTMLWriter, _ attributes: [HTMLWriter.Attribute] = [],
    _ content: (inout ProseWriter, inout HTMLWriter) -> Void
  ) {
    html.start(tag, attributes)
    scoped(&html, content)
    html.end(tag)
    html.raw("\n")
  }

  mutating func scoped(
    _ html: inout HTMLWriter, _ content: (inout ProseWriter, inout HTMLWriter) -> Void
  ) {
    let base = tags.enter()
    content(&self, &html)
    tags.leave(base, &html)
  }

  private mutating func writeList(
    _ start: Int?, _ isTight: Bool, _ items: [Block.Item], to html: inout HTMLWriter
  ) {
    let tag: StaticString = start == nil ? "ul" : "ol"
    html.start(tag, start.map { $0 == 1 ? [] : [.init("start", String($0))] } ?? [])
    for (place, item) in items.enumerated() {
      html.start("li", item.isChecked != nil && options.hasClasses ? [.class("task")] : [])
      scoped(&html) { prose, html in
        if let isChecked = item.isChecked { html.raw(isChecked ? "\u{2611} " : "\u{2610} ") }
        prose.writeMark(start.map { $0 + place }, to: &html)
        for (number, block) in item.blocks.enumerated() {
          // A written mark stands in the same line as the words.
          let isInline = isTight || prose.options.hasWrittenMarks && number == 0
          if isInline, case .paragraph(let inlines) = block.kind {
            prose.write(inlines, to: &html)
          } else {
            prose.write(block, to: &html)
          }
        }
      }
      html.raw("</li>")
    }
    html.end(tag)
    html.raw("\n")
  }

  /// The mark of an item, written out, if the options ask for it. `number` is nil for a bullet.
  func writeMark(_ number: Int?, to html: inout HTMLWriter) {
    guard options.hasWrittenMarks else { return }
    html.text(number.map { "\($0). " } ?? "• ")
  }

  private mutating func write(_ table: Table, to html: inout HTMLWriter) {
    html.raw(options.hasClasses ? "<div class=\"wide\" tabindex=\"0\"><table>" : "<table>")
    html.raw("<thead>")
    writeRow(table.header, "th", table.alignments, nil, to: &html)
    html.raw("</thead><tbody>")
    for (place, row) in table.rows.enumerated() {
      let anchor = place < table.anchors.count ? table.anchors[place] : nil
      writeRow(row, "td", table.alignments, anchor, to: &html)
    }
    html.raw(options.hasClasses ? "</tbody></table></div>\n" : "</tbody></table>\n")
  }

  private mutating func writeRow(
    _ cells: [[Inline]], _ tag: StaticString, _ alignments: [Table.Alignment], _ anchor: String?,
    to html: inout HTMLWriter
  ) {
    // Where no link can come from, nothing needs an id.
    let id = anchor.flatMap { surroundings?.hasPlace($0) == true ? $0 : nil }
    html.start("tr", id.map { [.id($0)] } ?? [])
    for (column, cell) in cells.enumerated() {
      let alignment = column < alignments.count ? alignments[column] : .none
      html.start(tag, Self.attributes(of: alignment))
      tags.allowsBlocks = true
      write(cell, to: &html)
      tags.allowsBlocks = false
      html.end(tag)
    }
    html.raw("</tr>")
  }

  private static func attributes(of alignment: Table.Alignment) -> [HTMLWriter.Attribute] {
    switch alignment {
    case .none: []
    case .left: [.init("style", "text-align:left")]
    case .center: [.init("style", "text-align:center")]
    case .right: [.init("style", "text-align:right")]
    }
  }
}
