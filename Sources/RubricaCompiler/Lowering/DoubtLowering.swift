internal import RubricaModel
internal import RubricaSource

/// What to do when the answer is unclear.
extension Lowering {
  mutating func lowerDoubt(
    _ heading: Heading, _ inner: ArraySlice<Piece>, _ context: Context
  ) -> [Element] {
    var content: [Block] = []
    var others: [Element] = []
    var rest = inner
    while let piece = rest.first {
      if let hidden = takeHidden(&rest) {
        others.append(hidden)
        continue
      }
      guard case .block(let block, _) = piece else { break }
      collect(block)
      content.append(block)
      rest.removeFirst()
    }
    var label: Located<String>?
    content.forEachText { text in
      text.forEachReference { if label == nil { label = Self.labelReference($0) } }
    }
    guideline.doubt = Doubt(content: content, label: label, span: heading.span)
    return [.doubt] + others + lower(rest, Context(role: .prose, label: context.label))
  }
}
