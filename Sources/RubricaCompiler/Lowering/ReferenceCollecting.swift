internal import RubricaModel
internal import RubricaSource

/// Links and pictures, gathered as the document is read.
extension Lowering {
  mutating func collect(_ block: Block) {
    let audience = audience
    block.forEachText { text in
      text.forEachReference { Self.collect($0, audience, &guideline.references) }
    }
  }

  mutating func collect(_ inlines: [Inline]) {
    let audience = audience
    inlines.forEachReference { Self.collect($0, audience, &guideline.references) }
  }

  static func collect(_ inline: Inline, _ audience: Audience, _ found: inout [Reference]) {
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
