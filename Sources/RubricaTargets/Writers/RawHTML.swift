internal import RubricaModel
internal import RubricaSource

/// Lets the harmless part of an author's raw HTML through: known tags, and of their attributes only
/// those that carry meaning. What is not known is shown as the text it is, so that a placeholder
/// like `<your name>` survives; scripts, styles and comments are left out.
enum RawHTML {
  enum Context {
    /// Between paragraphs, where the markup is a block of its own.
    case blocks
    /// In running text, where it is a single tag.
    case words
  }

  static func write(
    _ markup: String, context: Context, _ prose: inout ProseWriter, to html: inout HTMLWriter
  ) {
    let bytes = markup[...].utf8
    var run = bytes.startIndex
    var index = run
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      let end: String.Index
      if bytes[start...].starts(with: "<!--".utf8) {
        writeText(bytes[run..<start], to: &html)
        end = Self.end(of: "-->", in: bytes, from: start)
      } else if let tag = HTMLTag(bytes, at: start) {
        let isSecret = AllowedTag.isSecret(tag.name)
        guard isSecret || AllowedTag.named(tag.name) != nil else {
          index = bytes.index(after: start)
          continue
        }
        writeText(bytes[run..<start], to: &html)
        end = isSecret && !tag.isEnd ? endOfSecret(tag, in: bytes) : tag.end
        if !isSecret { write(tag, context: context, &prose, to: &html) }
      } else {
        index = bytes.index(after: start)
        continue
      }
      run = end
      index = end
    }
    writeText(bytes[run...], to: &html)
  }

  /// Whether a tag among inlines is shown as the text it is.
  static func isText(_ tag: String) -> Bool {
    guard let start = HTMLTag(tag[...].utf8, at: tag.utf8.startIndex) else { return false }
    return AllowedTag.named(start.name) == nil && !AllowedTag.isSecret(start.name)
  }

  /// Whether a tag among inlines starts a script or a style.
  static func startsSecret(_ tag: String) -> Bool {
    guard let start = HTMLTag(tag[...].utf8, at: tag.utf8.startIndex) else { return false }
    return !start.isEnd && AllowedTag.isSecret(start.name)
  }

  /// The place behind the end of a script or style among inlines; nil if it has no end.
  static func endOfSecret(_ following: ArraySlice<Inline>) -> Int? {
    following.firstIndex {
      guard case .html(let tag) = $0.kind,
        let end = HTMLTag(tag[...].utf8, at: tag.utf8.startIndex)
      else { return false }
      return end.isEnd && AllowedTag.isSecret(end.name)
    }.map { $0 + 1 }
  }

  private static func write(
    _ tag: HTMLTag, context: Context, _ prose: inout ProseWriter, to html: inout HTMLWriter
  ) {
    guard let allowed = AllowedTag.named(tag.name) else { return }
    if allowed.isBlock, context == .words, !prose.tags.allowsBlocks { return }
    if tag.isEnd { return prose.tags.close(named: tag.name, &html) }
    if allowed.name.matches("img"[...].utf8) {
      let source = tag.value(of: "src") ?? ""
      return prose.writePicture(
        source, alternative: tag.value(of: "alt") ?? "", title: tag.value(of: "title") ?? "",
        to: &html)
    }
    var attributes: [HTMLWriter.Attribute] = []
    if allowed.name.matches("a"[...].utf8) {
      attributes = prose.linkAttributes(
        tag.value(of: "href") ?? "", title: tag.value(of: "title") ?? "")
      guard !attributes.isEmpty, !prose.tags.isInLink else { return }
    } else {
      attributes = harmlessAttributes(of: tag)
    }
    var written = allowed.writtenName
    if let level = allowed.headingLevel {
      written = prose.headingTag(level)
    }
    prose.tags.open(allowed, as: written, attributes, &html)
  }

  private static func harmlessAttributes(of tag: HTMLTag) -> [HTMLWriter.Attribute] {
    var attributes: [HTMLWriter.Attribute] = []
    if let title = tag.value(of: "title") { attributes.append(.init("title", title)) }
    for name in ["colspan", "rowspan", "width", "height"] as [StaticString] {
      guard let value = tag.value(of: name), (1...4).contains(value.utf8.count),
        value.utf8.allSatisfy({ $0.isDigit })
      else { continue }
      attributes.append(.init(name, value))
    }
    if tag.value(of: "open") != nil { attributes.append(.init("open", nil)) }
    return attributes
  }

  /// Text between tags, where character references are what they say.
  private static func writeText(_ text: Substring.UTF8View, to html: inout HTMLWriter) {
    var rest = text
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      html.text(Substring(rest[..<start]))
      let name = rest[start...].dropFirst().prefix {
        $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "#")
      }
      if !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == UInt8(ascii: ";") {
        let end = rest.index(after: name.endIndex)
        html.trusted(rest[start..<end])
        rest = rest[end...]
      } else {
        html.raw("&amp;")
        rest = rest[rest.index(after: start)...]
      }
    }
    html.text(Substring(rest))
  }

  private static func end(
    of mark: String, in bytes: Substring.UTF8View, from start: String.Index
  ) -> String.Index {
    var index = start
    while index < bytes.endIndex {
      if bytes[index...].starts(with: mark.utf8) {
        return bytes.index(index, offsetBy: mark.utf8.count)
      }
      bytes.formIndex(after: &index)
    }
    return bytes.endIndex
  }

  private static func endOfSecret(_ tag: HTMLTag, in bytes: Substring.UTF8View) -> String.Index {
    var index = tag.end
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      if let end = HTMLTag(bytes, at: start), end.isEnd, AllowedTag.isSecret(end.name) {
        return end.end
      }
      index = bytes.index(after: start)
    }
    return bytes.endIndex
  }
}

extension [Inline] {
  /// The words as a page shows them, for where nothing but text can be: unknown tags are words.
  var shownText: String {
    var text = ""
    for inline in self {
      switch inline.kind {
      case .html(let tag): if RawHTML.isText(tag) { text += tag }
      case .text, .code, .softBreak, .lineBreak: text += inline.plainText
      case .emphasis, .strong, .strikethrough, .link, .image: text += inline.children.shownText
      }
    }
    return text
  }
}
