internal import RubricaModel
internal import RubricaSource

/// A label as a heading and what stands below it.
extension Lowering {
  /// A heading under Labels is a label; one under a label only if its id says that it is a kind of it.
  static func isLabel(_ heading: Heading, under label: String?) -> Bool {
    guard let label else { return true }
    return heading.id?.value.hasPrefix(label + ".") ?? false
  }

  /// Whether a heading that is a reserved word, as `Tool` or `Examples`, is the label that a layer names so,
  /// and that is declared nowhere else.
  func isNamedLabel(_ heading: Heading) -> Bool {
    guard let role = heading.role, role != .labels else { return false }
    let id = Self.labelID(heading).value
    return labelPlaces[id] == nil
      && guideline.layers.contains { $0.labels.contains { $0.value == id } }
  }

  /// Words without a letter or digit stand for the id that they do not make, so that nothing else takes the
  /// label for another, or for none.
  static func labelID(_ heading: Heading) -> Located<String> {
    if let id = heading.id { return id }
    let place = heading.text.span
    if !heading.slug.isEmpty { return Located(heading.slug, place) }
    let words = heading.text.plainText
    return Located(words.isEmpty ? "label-\(place.start)" : words, place)
  }

  /// Whoever reads the data knows a label by its id, so it has one.
  mutating func reportMissingID(_ heading: Heading, _ what: String) {
    guard heading.id == nil, heading.slug.isEmpty else { return }
    guideline.problems.append(
      Problem(
        .headingWithoutID(what: what, words: heading.text.plainText), at: heading.text.span))
  }

  mutating func lowerLabel(
    _ heading: Heading, _ inner: ArraySlice<Piece>, _ context: Context
  ) -> Element {
    let id = Self.labelID(heading)
    reportMissingID(heading, "label")
    if context.label != nil { hasNestedLabels = true }
    var label = LabelFields(
      id: id, name: heading.text.located, span: heading.span, audience: audience)
    label.group = context.group
    var declared = Declared(id: id.value)
    var rest = inner
    var sawLeadIn = false
    var pendingList: Vocabulary.LeadIn?
    var elements: [Element] = []
    while let piece = rest.first {
      if let hidden = takeHidden(&rest) {
        elements.append(hidden)
        continue
      }
      guard case .block(let block, let fence) = piece else { break }
      rest.removeFirst()
      if let fence, fence.info == FenceName.label {
        if let node = read(fence, block.span) {
          guideline.problems += QuotedValues.find(in: node, of: fence.text)
          lowerLabelFence(node, into: &label, &declared)
        }
        continue
      }
      collect(block)
      if let kind = pendingList, case .list(_, _, let items) = block.kind {
        for item in items { take(kind, item, into: &label) }
        pendingList = nil
        continue
      }
      pendingList = nil
      reportUnreadLeadIns(in: block)
      guard case .paragraph(let inlines) = block.kind else {
        if sawLeadIn { elements.append(.prose(block)) } else { label.definition.append(block) }
        continue
      }
      let leadIns = LeadIns(inlines, vocabulary) { $0.isForLabels }
      guideline.problems += leadIns.foreign
      let parts = leadIns.parts
      guard parts.contains(where: { $0.kind != nil }) else {
        let isPicture =
          inlines.only.map { if case .image = $0.kind { true } else { false } } ?? false
        if sawLeadIn || isPicture {
          elements.append(.prose(block))
        } else {
          label.definition.append(block)
        }
        continue
      }
      for part in parts {
        guard let kind = part.kind, let keyword = part.keyword else {
          let own = Block(.paragraph(part.inlines), part.inlines.prose(or: block.span).span)
          if sawLeadIn { elements.append(.prose(own)) } else { label.definition.append(own) }
          continue
        }
        sawLeadIn = true
        if part.inlines.isEmpty {
          pendingList = kind
        } else {
          take(kind, part.inlines, keyword, into: &label)
        }
      }
    }
    label.elements = elements
    // Before the labels that stand below it: the order of the document is the order of the labels.
    declare(label, declared, isHeading: true)
    let below = lower(rest, Context(role: .labels, label: id.value, group: context.group))
    let place = labelPlaces[id.value] ?? 0
    if !below.isEmpty { guideline.labels[place].elements += below }
    return .label(place)
  }

  /// A lead-in of a label in a list, and one with the link in bold too.
  private mutating func reportUnreadLeadIns(in block: Block) {
    switch block.kind {
    case .list(_, _, let items):
      for item in items {
        guard case .paragraph(let inlines)? = item.blocks.first?.kind,
          case .strong(let words)? = inlines.first?.kind, let first = inlines.first,
          case .text(let text)? = words.first?.kind,
          let found = vocabulary.leadIn(text[...]), found.meaning.isForLabels
        else { continue }
        guideline.problems.append(
          Problem(
            .misplaced(
              what: "**\(text)** in a list",
              expected: "at the start of a paragraph, without the bullet"),
            at: first.span))
      }
    case .paragraph(let inlines):
      for (index, inline) in inlines.enumerated()
      where index == 0 || inlines[index - 1].isBreak {
        guard case .strong(let words) = inline.kind, words.count > 1,
          Self.labelReference(words[1]) != nil, case .text(let text) = words[0].kind,
          let found = vocabulary.leadIn(text[...]), found.meaning == .not
        else { continue }
        let word = vocabulary.word(.not)
        guideline.problems.append(
          Problem(
            .misplaced(
              what: "**\(word)** with the link in bold too",
              expected: "before the link, alone in bold: `**\(word)** [Name](#id)`"),
            at: inline.span))
      }
    default: break
    }
  }

  private mutating func take(
    _ kind: Vocabulary.LeadIn, _ item: Block.Item, into label: inout LabelFields
  ) {
    guard item.blocks.count == 1, case .paragraph(let inlines)? = item.blocks.first?.kind else {
      // An item with blocks of its own is more than a phrase: keep every word of it.
      let words = item.blocks.map { block -> [Inline] in
        if case .paragraph(let inlines) = block.kind {
          inlines
        } else {
          [Inline(.text(block.plainText), block.span)]
        }
      }
      let joined = Array(words.joined(separator: [Inline(.softBreak, item.span)]))
      return take(kind, joined, item.span, into: &label)
    }
    // A lead-in right under a list belongs to its last item, as Markdown reads it; not to its author.
    let leadIns = LeadIns(inlines, vocabulary, accepts: { $0.isForLabels })
    guideline.problems += leadIns.foreign
    for part in leadIns.parts {
      let prose = part.inlines.prose(or: item.span)
      switch part.kind ?? kind {
      case .includes where part.kind == nil: label.includes.append(prose)
      case .excludes where part.kind == nil: label.excludes.append(prose)
      case let other: take(other, part.inlines, part.keyword ?? item.span, into: &label)
      }
    }
  }

  private mutating func take(
    _ kind: Vocabulary.LeadIn, _ inlines: [Inline], _ keyword: Span, into label: inout LabelFields
  ) {
    switch kind {
    case .includes: label.includes += inlines.phrases.map { $0.prose(or: keyword) }
    case .excludes: label.excludes += inlines.phrases.map { $0.prose(or: keyword) }
    default:
      let words = inlines.trimmed
      guard let first = words.first, let other = Self.labelReference(first) else {
        guideline.problems.append(
          Problem(
            .misplaced(
              what: "**\(vocabulary.word(.not))**",
              expected: "before a link to the other label, or its id in backticks"),
            at: keyword))
        label.contrasts.append(
          Contrast(label: Located("", keyword), text: inlines.prose(or: keyword)))
        return
      }
      let rest = words.droppingLeading(
        ":,–—-\u{FF1A}\u{3001}\u{A0}\u{202F}\u{3000}", 1..<words.count)
      label.contrasts.append(Contrast(label: other, text: rest.prose(or: other.span)))
    }
  }

  /// `[Yield](#yield)` or `` `yield` ``.
  static func labelReference(_ inline: Inline) -> Located<String>? {
    switch inline.kind {
    case .link(let destination, _, _) where destination.utf8.first == UInt8(ascii: "#"):
      Located(Percent.decoded(String(destination.dropFirst())), inline.span)
    case .code(let id): Located(id, inline.span)
    default: nil
    }
  }
}
