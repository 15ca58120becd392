internal import RubricaSource
internal import RubricaSyntax

/// Markup of site generators: lines of attributes (`{: .note}`) become comments, since no reader was
/// meant to see them; tags of templates stay as they are.
enum SiteMarkupPass: ImportPass {
  static let title = "markup of a site generator"
  static let isStructuring = false

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let literal = page.literalLines(withIndented: true)
    for line in page.lines.starts.indices where !literal.contains(line) {
      let content = page.lines.content(ofLine: line, in: page.bytes)
      let text = page.string(content).trimmingSpaces
      var group = EditGroup(page)
      if text.hasPrefix("{:"), text.hasSuffix("}"), !text.contains("--"),
        !text.dropLast().contains("}")
      {
        let start = page.bytes[content].firstIndex(of: UInt8(ascii: "{")) ?? content.lowerBound
        group.replace(start..<(start + text.utf8.count), with: "<!-- \(text) -->")
        group.say(.kept, at: start, "attributes of a site generator became a comment: \(text)")
      } else if let open = text.firstRange(of: "{%"), text[open.upperBound...].contains("%}") {
        group.say(
          .kept, at: content.lowerBound,
          "a tag of a site generator stays as text: \(MarkupRules.excerpt(String(text[open.lowerBound...])))"
        )
      }
      attempt.add(group)
    }
  }
}
