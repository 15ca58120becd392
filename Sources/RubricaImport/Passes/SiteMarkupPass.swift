internal import RubricaSource
internal import RubricaSyntax

/// Markup of site generators: attributes (`{: .note}` on a line, `{width=50%}` behind a picture)
/// become comments, since no reader was meant to see them; tags of templates stay as they are.
enum SiteMarkupPass: ImportPass {
  static let title = "markup of a site generator"
  static let isStructuring = false

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let literal = page.literalLines(withIndented: true)
    for line in page.lines.starts.indices where !literal.contains(line) {
      let content = page.lines.content(ofLine: line, in: page.bytes)
      let text = page.string(content).trimmingSpaces
      if text.hasPrefix("{:"), isAttributes(text) {
        let start = page.bytes[content].firstIndex(of: UInt8(ascii: "{")) ?? content.lowerBound
        hide(start..<(start + text.utf8.count), before: "", page, &attempt)
      } else if let open = text.firstRange(of: "{%"), text[open.upperBound...].contains("%}") {
        attempt.say(
          .kept, at: content.lowerBound,
          "a tag of a site generator stays as text: "
            + MarkupRules.excerpt(String(text[open.lowerBound...])))
      }
    }
    for (index, node) in page.tree.nodes.enumerated() {
      guard node.end < page.tree.nodes.count else { continue }
      switch node.kind {
      case .image: attributesBehind(index, page, &attempt)
      // Behind other words only kramdown's own notation is none of the text.
      case .link, .strong, .emphasis, .code: attributesBehind(index, opening: "{:", page, &attempt)
      default: break
      }
    }
  }

  private static func attributesBehind(
    _ picture: Int, opening: String = "{", _ page: Page, _ attempt: inout PassAttempt
  ) {
    let next = page.tree.nodes[page.tree.nodes[picture].end]
    guard case .text(let text) = next.kind, next.isExact, text.hasPrefix(opening),
      next.parent == page.tree.nodes[picture].parent,
      let close = text.firstIndex(of: "}"), isAttributes(String(text[...close]))
    else { return }
    let start = next.span.range.lowerBound
    let end = start + text[...close].utf8.count
    // A picture that was alone in its paragraph stays alone, so that it can be an example's.
    let paragraph = page.tree.nodes[next.parent]
    let isAlone =
      paragraph.parent == 0 && paragraph.span.range.upperBound == end
      && next.parent + 1 == picture
    hide(start..<end, before: isAlone ? page.newline + page.newline : "", page, &attempt)
  }

  private static func hide(
    _ range: Range<Int>, before: String, _ page: Page, _ attempt: inout PassAttempt
  ) {
    let text = page.string(range)
    var group = EditGroup(page)
    group.replace(range, with: "\(before)<!-- \(text) -->")
    group.say(
      .kept, at: range.lowerBound, "attributes of a site generator became a comment: \(text)")
    attempt.add(group)
  }

  /// Braces around classes, ids, keys and values, or anything in kramdown's own notation.
  private static func isAttributes(_ text: String) -> Bool {
    guard text.hasPrefix("{"), text.hasSuffix("}"), !text.contains("--"),
      !text.dropLast().contains("}")
    else { return false }
    let inner = text.dropFirst().dropLast()
    if inner.hasPrefix(":") { return true }
    guard let first = inner.first(where: { $0 != " " }) else { return false }
    return first == "." || first == "#" || inner.contains("=")
  }
}
