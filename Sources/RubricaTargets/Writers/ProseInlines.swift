package import RubricaModel
internal import RubricaSource

extension ProseWriter {
  package mutating func write(_ prose: Prose, to html: inout HTMLWriter) {
    write(prose.inlines, to: &html)
  }

  /// Writes running text. Raw tags that it leaves open are closed at its end.
  package mutating func write(_ inlines: [Inline], to html: inout HTMLWriter) {
    let base = tags.enter()
    var place = 0
    var mayHoldSecrets = true
    while place < inlines.count {
      if mayHoldSecrets, case .html(let tag) = inlines[place].kind, RawHTML.startsSecret(tag) {
        if let end = RawHTML.endOfSecret(inlines[(place + 1)...]) {
          place = end
          continue
        }
        mayHoldSecrets = false
      } else {
        write(inlines, at: place, to: &html)
      }
      place += 1
    }
    tags.leave(base, &html)
  }

  /// One of them, looked at in place.
  private mutating func write(_ inlines: [Inline], at place: Int, to html: inout HTMLWriter) {
    switch inlines[place].kind {
    case .text(let text): writeText(text, to: &html)
    case .code(let text):
      if writeThreshold(text, at: inlines[place].span, to: &html) { return }
      html.raw("<code>")
      html.text(text)
      html.raw("</code>")
    case .emphasis(let inner): write(inner, in: "em", to: &html)
    case .strong(let inner): write(inner, in: "strong", to: &html)
    case .strikethrough(let inner): write(inner, in: "s", to: &html)
    case .link(let destination, let title, let inner):
      writeLink(destination, title, inner, to: &html)
    case .image(let source, let title, let inner):
      writePicture(source, alternative: inner.plainText, title: title, to: &html)
    case .html(let markup): RawHTML.write(markup, context: .words, &self, to: &html)
    case .softBreak: html.raw("\n")
    case .lineBreak: html.raw("<br>\n")
    }
  }

  private mutating func write(
    _ inner: [Inline], in tag: StaticString, to html: inout HTMLWriter
  ) {
    html.start(tag)
    write(inner, to: &html)
    html.end(tag)
  }

  private mutating func writeText(_ text: String, to html: inout HTMLWriter) {
    guard let said = saidByBadge else { return html.text(text) }
    saidByBadge = nil
    html.text(Self.remainder(of: text, behind: said))
  }

  private mutating func writeLink(
    _ destination: String, _ title: String, _ inner: [Inline], to html: inout HTMLWriter
  ) {
    let attributes = linkAttributes(destination, title: title)
    guard !attributes.isEmpty, !tags.isInLink else { return write(inner, to: &html) }
    html.start("a", attributes)
    tags.isInLink = true
    write(inner, to: &html)
    tags.isInLink = false
    html.end("a")
  }

  /// Nothing, if the link leads nowhere an annotator can go.
  func linkAttributes(_ destination: String, title: String) -> [HTMLWriter.Attribute] {
    var attributes: [HTMLWriter.Attribute] = []
    switch LinkAddress(destination) {
    case .web(let address) where options.hasWebLinks:
      attributes = [.init("href", address), .init("rel", "noopener noreferrer")]
    case .place(let id) where surroundings?.hasPlace(id) == true: attributes = [.toPlace(id)]
    case .file(let path):
      guard let file = surroundings?.file(at: path), let bytes = file.bytes else { return [] }
      attributes = [
        .file("href", bytes, type: file.type.rawValue),
        .init("download", path.fileName ?? path),
      ]
    case .web, .place, .refused: return []
    }
    if !title.isEmpty { attributes.append(.init("title", title)) }
    return attributes
  }

  /// A picture that is elsewhere is a link to it, and links do not nest: in one it is its words.
  func writePicture(
    _ source: String, alternative: String, title: String, to html: inout HTMLWriter
  ) {
    var isLink: Bool { if case .web = LinkAddress(source) { true } else { false } }
    if let surroundings, !(tags.isInLink && isLink) {
      surroundings.writePicture(source, alternative: alternative, title: title, to: &html)
    } else {
      html.text(alternative.isEmpty ? source : alternative)
    }
  }
}
