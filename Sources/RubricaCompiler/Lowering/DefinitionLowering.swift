internal import RubricaModel
internal import RubricaSource

/// Definitions of attributes and relations, as headings of their own.
extension Lowering {
  /// Gives the attributes or relations that a heading names what stands below it, where they have no
  /// definition of their own.
  mutating func define<Part: Defined>(
    _ parts: WritableKeyPath<LayerFields, [Part]>, _ heading: Heading, _ inner: ArraySlice<Piece>
  ) {
    guard let text = inner.leadingText else { return }
    let ids = Self.ids(namedBy: heading)
    for layer in guideline.layers.indices {
      for (index, part) in guideline.layers[layer].fields[keyPath: parts].enumerated()
      where ids.contains(part.id.value) && part.definition == nil {
        guideline.layers[layer].fields[keyPath: parts][index].definition = text
      }
    }
  }

  /// The ids that a heading can mean: its words as they are, as an id, or the id in its braces.
  private static func ids(namedBy heading: Heading) -> Set<String> {
    let words = heading.text.plainText
    return Set([words, Slug.make(words)] + [heading.id?.value].compactMap { $0 })
  }
}

/// A part of a layer that a heading may define.
protocol Defined {
  var id: Located<String> { get }
  var definition: Located<String>? { get set }
}

extension Attribute: Defined {}
extension Relation: Defined {}

extension ArraySlice<Lowering.Piece> {
  /// The words of the first block, if it is a paragraph.
  fileprivate var leadingText: Located<String>? {
    guard case .block(let block, _)? = first, case .paragraph(let inlines) = block.kind else {
      return nil
    }
    return Located(inlines.plainText, block.span)
  }
}
