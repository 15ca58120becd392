internal import RubricaModel
internal import RubricaSource

/// Links and pictures, gathered as the document is read.
extension Lowering {
  mutating func collect(_ block: Block) {
    var found: [Reference] = []
    block.forEachInline { collect($0, &found) }
    guideline.references.append(contentsOf: found)
  }

  mutating func collect(_ inlines: [Inline]) {
    var found: [Reference] = []
    inlines.forEachInline { collect($0, &found) }
    guideline.references.append(contentsOf: found)
  }

  private func collect(_ inline: Inline, _ found: inout [Reference]) {
    switch inline.kind {
    case .link(let destination, _, let inner):
      found.append(
        Reference(
          kind: .link, destination: Percent.decoded(destination), text: inner.plainText,
          span: inline.span, audience: audience))
    case .image(let source, _, let inner):
      found.append(
        Reference(
          kind: .image, destination: Percent.decoded(source), text: inner.plainText,
          span: inline.span, audience: audience))
    default: break
    }
  }
}
