internal import RubricaModel
internal import RubricaSource

/// One heading `Example: …` with a part `**Good**` and a part `**Bad**`: two roles of one example.
extension Lowering {
  /// The role that a paragraph announces that is nothing but a bold word.
  private func role(_ piece: Piece) -> ExampleRole? {
    guard case .block(let block, _) = piece, case .paragraph(let inlines) = block.kind,
      let only = inlines.only, case .strong(let words) = only.kind
    else { return nil }
    let text = words.plainText
    guard text.utf8.count <= Vocabulary.longestEntry else { return nil }
    var word = text[...]
    while word.last == "." { word.removeLast() }
    guard let found = vocabulary.entry(word), found.isUnderstood else { return nil }
    switch found.meaning {
    case .good: return .good
    case .bad: return .bad
    case .borderline: return .borderline
    default: return nil
    }
  }

  /// The example as a section with an example a part; nil if it has no parts.
  mutating func lowerPair(
    _ heading: Heading, _ inner: ArraySlice<Piece>, _ context: Context
  ) -> Element? {
    let starts = inner.indices.filter { role(inner[$0]) != nil }
    guard let first = starts.first else { return nil }
    let slug = heading.slug.isEmpty ? "example" : heading.slug
    let anchor = addAnchor(heading, .example, slug: slug)
    var shared = ExampleFields(
      id: anchor, role: .good, title: heading.text, content: [], label: context.label,
      audience: audience, span: heading.span)
    fill(&shared, inner[..<first])
    if let record = shared.expected {
      guideline.problems.append(
        Problem(
          .misplaced(
            what: "the block `yaml expected`", expected: "below **Good** or **Bad**"),
          at: record.span))
    }
    var elements = shared.content.map(Element.prose)
    for (place, start) in starts.enumerated() {
      guard let role = role(inner[start]), case .block(let title, _) = inner[start] else {
        continue
      }
      let end = place + 1 < starts.count ? starts[place + 1] : inner.endIndex
      exampleCount += 1
      let id = takeAnchor("\(anchor)-\(role.rawValue)")
      guideline.anchors.append(
        Anchor(id: Located(id, title.span), target: .example, isExplicit: false))
      var example = ExampleFields(
        id: id, role: role, title: nil, content: [], label: context.label, audience: audience,
        span: title.span)
      example.warning = heading.warning
      example.input = shared.input
      let wasShared = example.input != nil
      if wasShared, hasOwnInput(inner[(start + 1)..<end]) { example.input = nil }
      fill(&example, inner[(start + 1)..<end])
      example.reason = example.reason ?? shared.reason
      guideline.examples.append(Example(example))
      elements.append(.example(guideline.examples.count - 1))
    }
    return .section(
      Section(
        SectionFields(
          role: .prose, level: heading.level, heading: heading.text, anchor: anchor,
          audience: audience, elements: elements, span: heading.span)))
  }

  /// Whether a part shows an item of its own.
  private func hasOwnInput(_ pieces: ArraySlice<Piece>) -> Bool {
    pieces.contains { piece in
      guard case .block(let block, let fence) = piece else { return false }
      switch block.kind {
      case .quote: return true
      case .code: return fence?.info == "text"
      case .paragraph(let inlines): return Self.mediaInput(inlines) != nil
      default: return false
      }
    }
  }
}
