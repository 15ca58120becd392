internal import RubricaSource
internal import RubricaSyntax

/// Link definitions of one document must not catch the links of another: where documents are joined,
/// labels that another document uses, too, get the document's number.
enum ReferencePass: ImportPass {
  static let title = "link definitions"
  static let isStructuring = false

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let documents = attempt.documents
    guard documents.count > 1 else { return }
    let own = page.document(of: 0)
    let definitions = LinkDefinition.all(in: page)
    guard !definitions.isEmpty else { return }
    let others = documents.indices.filter { $0 != own }
    var renamed: Set<String> = []
    for definition in definitions
    where others.contains(where: { documents[$0].brackets.contains(definition.label) }) {
      renamed.insert(definition.label)
    }
    guard !renamed.isEmpty else { return }
    var group = EditGroup(page)
    let suffix = " (\(own + 1))"
    for definition in definitions where renamed.contains(definition.label) {
      group.insert(suffix, at: definition.labelRange.upperBound)
    }
    for (index, node) in page.tree.nodes.enumerated() {
      switch node.kind {
      case .link, .image: break
      default: continue
      }
      guard let place = LinkPlace(index, page), case .reference(let label, let isFull) = place.form,
        renamed.contains(LinkDefinition.normalised(page.string(label)))
      else { continue }
      if isFull {
        group.insert(suffix, at: label.upperBound)
      } else {
        // `[label]` or `[label][]`: the words stay, the label is said behind them.
        let end = page.range(index).upperBound
        let behind = label.upperBound + 1
        group.replace(behind..<end, with: "[\(page.string(label))\(suffix)]")
      }
    }
    group.say(
      .changed, at: definitions[0].labelRange.lowerBound,
      "\(renamed.count) link labels got a number, since another document has the same labels")
    attempt.add(group)
  }
}
