/// The raw tags that an author has opened and not yet closed. An end tag reaches only as far as the
/// innermost paragraph, list item or cell, so a stray one cannot close what the page opened.
struct OpenTags {
  private var stack: [(tag: AllowedTag, written: StaticString)] = []
  private var base = 0
  private static let maximumDepth = 100
  /// Links do not nest.
  var isInLink = false
  /// Whether tags like `<ul>` may stand in running text: in the cells of a table.
  var allowsBlocks = false

  /// Starts a scope; returns what `leave` needs to end it.
  mutating func enter() -> Int {
    defer { base = stack.count }
    return base
  }

  mutating func leave(_ outer: Int, _ html: inout HTMLWriter) {
    close(downTo: base, &html)
    base = outer
  }

  mutating func open(
    _ tag: AllowedTag, as written: StaticString, _ attributes: [HTMLWriter.Attribute],
    _ html: inout HTMLWriter
  ) {
    if tag.group != .none, let top = stack.last, stack.count > base, top.tag.group == tag.group {
      close(downTo: stack.count - 1, &html)
    }
    guard stack.count < Self.maximumDepth else { return }
    html.start(written, attributes)
    guard !tag.isVoid else { return }
    stack.append((tag, written))
    if tag.name.matches("a"[...].utf8) { isInLink = true }
  }

  /// Closes the innermost open tag of the name, and what is open inside it; does nothing if there
  /// is none.
  mutating func close(named name: Substring.UTF8View, _ html: inout HTMLWriter) {
    guard let place = stack[base...].lastIndex(where: { $0.tag.name.matches(name) }) else { return }
    close(downTo: place, &html)
  }

  mutating func close(downTo count: Int, _ html: inout HTMLWriter) {
    while stack.count > count {
      let top = stack.removeLast()
      html.end(top.written)
      if top.tag.name.matches("a"[...].utf8) { isInLink = false }
    }
  }
}
