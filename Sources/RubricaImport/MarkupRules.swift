internal import RubricaSource

/// What is done with which HTML.
enum MarkupRules {
  /// What makes it dangerous, in words; nil if nothing does.
  static func danger(in pieces: [HTMLScanner.Piece]) -> String? {
    for piece in pieces {
      guard case .tag(let tag) = piece.kind else { continue }
      if elements.contains(tag.name) { return "`<\(tag.name)>`" }
      for attribute in tag.attributes {
        if attribute.name.hasPrefix("on"), attribute.name.utf8.count > 2 {
          return "`\(attribute.name)`"
        }
        let value = attribute.value.lowercased().filter { !$0.isWhitespace }
        for scheme in ["javascript:", "vbscript:", "data:text/html"] where value.hasPrefix(scheme) {
          return "a link to code"
        }
      }
    }
    return nil
  }

  private static let elements: Set<String> = [
    "script", "iframe", "object", "embed", "applet", "frame", "frameset", "style", "link", "meta",
    "base", "form", "svg", "math", "template", "portal",
  ]

  /// What the class of an opening block says of the example in it: that it is right, or wrong.
  static func verdict(
    _ pieces: [HTMLScanner.Piece]
  ) -> (name: String, isRight: Bool, isMarkdown: Bool)? {
    guard let first = pieces.first, case .tag(let tag) = first.kind, !tag.isClosing,
      tag.name == "div" || tag.name == "section",
      let name = tag.attributes.first(where: { $0.name == "class" })?.value
    else { return nil }
    let words = name.lowercased().split { " -_".contains($0) }
    let isMarkdown = tag.attributes.contains { $0.name == "markdown" && $0.value != "0" }
    if words.contains(where: wrong.contains) { return (name, false, isMarkdown) }
    if words.contains(where: right.contains) { return (name, true, isMarkdown) }
    return nil
  }

  private static let right: Set<Substring> = ["correct", "good", "right", "valid"]
  private static let wrong: Set<Substring> = ["incorrect", "bad", "wrong", "invalid"]

  struct Rewriting {
    var text: String
    var message: String
  }

  /// One picture and nothing else.
  static func picture(_ pieces: [HTMLScanner.Piece]) -> Rewriting? {
    guard pieces.count == 1, case .tag(let tag) = pieces[0].kind, tag.name == "img", !tag.isClosing
    else {
      return nil
    }
    var parts = ["src": "", "alt": "", "title": ""]
    var isSized = false
    for attribute in tag.attributes {
      if parts[attribute.name] != nil {
        parts[attribute.name] = attribute.value
      } else if presentation.contains(attribute.name) {
        isSized = true
      } else {
        return nil
      }
    }
    let (words, title) = (parts["alt"] ?? "", parts["title"] ?? "")
    guard let source = destination(parts["src"] ?? ""), !hasEntity(words), !hasEntity(title) else {
      return nil
    }
    let quoted = MarkdownText.escaped(title).replacing("\"", with: "\\\"")
    let suffix = title.isEmpty ? "" : " \"\(quoted)\""
    let message =
      "a picture in HTML became one in Markdown" + (isSized ? ", without its size and style" : "")
      + (words.isEmpty ? "; it needs an alternative text" : "")
    return Rewriting(
      text: "![\(MarkdownText.escaped(words))](\(source)\(suffix))", message: message)
  }

  /// A block that Markdown says as well: a heading, or pictures in wrappers that only place them.
  static func markdown(
    for pieces: [HTMLScanner.Piece], _ text: String, _ newline: String
  ) -> Rewriting? {
    heading(pieces, text) ?? pictures(pieces, text, newline)
  }

  private static func heading(_ pieces: [HTMLScanner.Piece], _ text: String) -> Rewriting? {
    let pieces = pieces.filter { $0.kind != .text || !isBlank($0.range, text) }
    guard pieces.count == 3, case .tag(let open) = pieces[0].kind,
      case .tag(let close) = pieces[2].kind,
      pieces[1].kind == .text, !open.isClosing, close.isClosing, open.name == close.name,
      open.name.utf8.count == 2, open.name.hasPrefix("h"), let level = Int(open.name.dropFirst()),
      (1...6).contains(level), open.attributes.allSatisfy({ presentation.contains($0.name) })
    else { return nil }
    let words = slice(pieces[1].range, text).trimmingSpaces
    guard isPlain(words), !words.isEmpty, !words.hasSuffix("#"), !words.hasSuffix("}") else {
      return nil
    }
    return Rewriting(
      text: String(repeating: "#", count: level) + " " + words,
      message: "a heading in HTML became one in Markdown")
  }

  private static func pictures(
    _ pieces: [HTMLScanner.Piece], _ text: String, _ newline: String
  ) -> Rewriting? {
    var pictures: [String] = []
    var messages: [String] = []
    for piece in pieces {
      switch piece.kind {
      case .text:
        guard isBlank(piece.range, text) else { return nil }
      case .tag(let tag) where tag.name == "img":
        guard let picture = picture([piece]) else { return nil }
        pictures.append(picture.text)
        messages.append(picture.message)
      case .tag(let tag):
        guard wrappers.contains(tag.name),
          tag.attributes.allSatisfy({ presentation.contains($0.name) })
        else { return nil }
      default: return nil
      }
    }
    guard let message = messages.first else { return nil }
    return Rewriting(text: pictures.joined(separator: newline + newline), message: message)
  }

  private static let wrappers: Set<String> = ["p", "div", "center", "br", "figure", "span"]
  private static let presentation: Set<String> = [
    "width", "height", "align", "style", "class", "border", "loading", "hspace", "vspace",
  ]

  /// Text that means the same in Markdown.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      byte >= 32 && !"\\`*_[]<>&\"~|{}".utf8.contains(byte)
    }
  }

  /// The address of a picture as Markdown writes it: in angle brackets if it has blanks or marks.
  private static func destination(_ source: String) -> String? {
    guard !source.isEmpty, !hasEntity(source),
      source.utf8.allSatisfy({ $0 >= 32 && !"\\`<>|".utf8.contains($0) })
    else { return nil }
    return source.utf8.contains { " *[]\"()".utf8.contains($0) } ? "<\(source)>" : source
  }

  /// Whether HTML writes a character by its name, as in `&amp;`: the words compared would be others.
  private static func hasEntity(_ text: String) -> Bool {
    text.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).dropFirst()
      .contains { part in
        let name = part.prefix { $0 != UInt8(ascii: ";") && $0 > 32 }
        return !name.isEmpty && name.endIndex < part.endIndex
          && part[name.endIndex] == UInt8(ascii: ";")
      }
  }

  private static func isBlank(_ range: Range<Int>, _ text: String) -> Bool {
    text.utf8.dropFirst(range.lowerBound).prefix(range.count).allSatisfy { $0 <= 32 }
  }

  private static func slice(_ range: Range<Int>, _ text: String) -> String {
    String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }

  /// The first words of a text, on one line.
  static func excerpt(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").shortened(to: 60)
  }
}
