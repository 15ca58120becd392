internal import RubricaModel
internal import RubricaSource

/// What is gathered as the document is read: links and pictures, and fences that mean nothing where they
/// stand.
extension Lowering {
  /// For every block but the record of an example and the data of a label.
  mutating func collect(_ block: Block) {
    let audience = audience
    block.forEachText { text in
      text.forEachReference { Self.collect($0, audience, &guideline.references) }
    }
    reportFences(in: block)
  }

  /// A record or the data of a label is read only right under the heading that it belongs to: not in a
  /// rule, an edge case, an answer, a list or a quotation.
  private mutating func reportFences(in block: Block) {
    switch block.kind {
    case .code(let info, _):
      let expected: String
      let words = FenceName.normalised(info)
      switch words {
      case FenceName.record:
        let good = vocabulary.word(Vocabulary.Entry.good)
        let bad = vocabulary.word(Vocabulary.Entry.bad)
        expected = """
          right under a heading `\(good): …` or `\(bad): …`, since only examples have answers
          """
      case FenceName.label: expected = "right under the heading of a label"
      default: return
      }
      guideline.problems.append(
        Problem(.misplaced(what: "the block `\(words)`", expected: expected), at: block.span))
    case .list(_, _, let items):
      for item in items { for inner in item.blocks { reportFences(in: inner) } }
    case .quote(let blocks):
      for inner in blocks { reportFences(in: inner) }
    default: break
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
