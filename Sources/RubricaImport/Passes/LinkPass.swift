internal import RubricaSource
internal import RubricaSyntax

/// Links between the documents become links inside the draft, and files beside the documents are
/// listed, with the path at which the draft expects them.
enum LinkPass: ImportPass {
  static let title = "links"
  static let isStructuring = false

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let definitions = LinkDefinition.all(in: page)
    var links = LinkTargets(page, attempt.documents)
    var group = EditGroup(page)
    var rewritten: Set<Int> = []
    for (index, node) in page.tree.nodes.enumerated() {
      let offset = node.span.range.lowerBound
      switch node.kind {
      case .link(let destination, _), .image(let destination, _):
        guard let new = links.target(of: destination, at: offset, &group) else { continue }
        guard let range = destinationRange(index, page, definitions),
          page.string(range) == destination
        else {
          group.say(
            .suggestion, at: offset,
            "the link to \(destination) should point to \(new) in the draft")
          continue
        }
        if rewritten.insert(range.lowerBound).inserted { group.replace(range, with: new) }
      case .htmlBlock(let text), .htmlInline(let text):
        for attribute in attributes(in: text) {
          guard let new = links.target(of: attribute.value, at: offset, &group) else { continue }
          let start = offset + attribute.range.lowerBound
          let isThere = page.bytes.dropFirst(start).starts(with: attribute.value.utf8)
          if isThere {
            group.replace(start..<(start + attribute.range.count), with: new)
          } else {
            group.say(
              .suggestion, at: offset,
              "the HTML with \(attribute.value) should point to \(new) in the draft")
          }
        }
      default: break
      }
    }
    attempt.media = links.media
    attempt.add(group)
  }

  /// What leads somewhere in raw HTML.
  private static func attributes(in markup: String) -> [HTMLScanner.Attribute] {
    HTMLScanner.pieces(of: markup).flatMap { piece in
      guard case .tag(let tag) = piece.kind else { return [HTMLScanner.Attribute]() }
      return tag.attributes.filter { $0.name == "src" || $0.name == "href" }
    }
  }

  private static func destinationRange(
    _ node: Int, _ page: Page, _ definitions: [LinkDefinition]
  ) -> Range<Int>? {
    guard let place = LinkPlace(node, page) else { return nil }
    switch place.form {
    case .inline(let destination): return destination
    case .reference(let label, _):
      let wanted = LinkDefinition.normalised(page.string(label))
      return definitions.first { $0.label == wanted }?.destination
    }
  }
}
