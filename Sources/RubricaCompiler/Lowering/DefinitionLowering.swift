internal import RubricaModel
internal import RubricaSource

/// Definitions of attributes and relations, as headings of their own.
extension Lowering {
  mutating func defineAttribute(_ heading: Heading, _ inner: ArraySlice<Piece>) {
    guard let text = inner.leadingText else { return }
    let ids = Self.ids(namedBy: heading)
    for layer in guideline.layers.indices {
      for index in guideline.layers[layer].attributes.indices
      where ids.contains(guideline.layers[layer].attributes[index].id.value)
        && guideline.layers[layer].attributes[index].definition == nil
      {
        guideline.layers[layer].attributes[index].definition = text
      }
    }
  }

  mutating func defineRelation(_ heading: Heading, _ inner: ArraySlice<Piece>) {
    guard let text = inner.leadingText else { return }
    let ids = Self.ids(namedBy: heading)
    for layer in guideline.layers.indices {
      for index in guideline.layers[layer].relations.indices
      where ids.contains(guideline.layers[layer].relations[index].id.value)
        && guideline.layers[layer].relations[index].definition == nil
      {
        guideline.layers[layer].relations[index].definition = text
      }
    }
  }

  /// The ids that a heading can mean: its words as they are, as an id, or the id in its braces.
  private static func ids(namedBy heading: Heading) -> Set<String> {
    let words = heading.text.plainText
    return Set([words, Slug.make(words)] + [heading.id?.value].compactMap { $0 })
  }
}

extension ArraySlice<Lowering.Piece> {
  /// The words of the first block, if it is a paragraph.
  fileprivate var leadingText: Located<String>? {
    guard case .block(let block, _)? = first, case .paragraph(let inlines) = block.kind else {
      return nil
    }
    return Located(inlines.plainText, block.span)
  }
}
