internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// The Markdown body to sections, labels and entries, in the author's order.
extension Lowering {
  /// A top-level block of the document: a heading, taken apart, or anything else.
  enum Piece {
    case heading(Heading)
    case block(Block, Fence?)
    case others(Others)
  }

  /// A fenced block and the way back from its inside to the file. Shared, so that a piece is small.
  final class Fence {
    let info: String
    let text: DerivedText

    init(info: String, text: DerivedText) {
      self.info = info
      self.text = text
    }
  }

  /// What the headings around a piece announce.
  struct Context {
    var role: SectionRole = .prose
    /// The label under whose heading it stands.
    var label: String?
    /// The group under whose heading it stands.
    var group: Located<String>?
  }

  mutating func lowerDocument(_ tree: MarkdownTree, _ source: SourceID) {
    let prose = RichTextLowering(tree: tree, source: source)
    let bytes = guideline.sources.bytes(of: source)
    guideline.problems += tree.escapedCharacters(in: bytes).map(\.asProblem)
    let nodes = tree.nodes.span
    var pieces: [Piece] = []
    pieces.reserveCapacity(tree.childCount(of: 0))
    for index in tree.children(of: 0) {
      if case .heading(let level) = nodes[index].kind {
        let heading = Heading(
          level: level, prose.inlines(in: index), nodes[index].span, vocabulary, in: bytes)
        for unknown in heading.unknownAttributes {
          guideline.problems.append(
            Problem(
              .unknownKey(
                unknown.value,
                known: [
                  "#id", "audience=reviewer", "lang=de", "target=label-studio", "warning=violence",
                ],
                owner: "a heading"),
              at: unknown.span))
        }
        if let slip = heading.slip {
          guideline.problems.append(
            Problem(.attributeSlip(slip.words.value, meant: slip.meant), at: slip.words.span))
        }
        if let second = heading.secondID, let first = heading.id {
          guideline.problems.append(
            Problem(
              .duplicateDeclaration(what: "the id of this heading", first: first.span),
              at: second.span))
        }
        if let foreign = heading.foreign {
          guideline.problems.append(Problem(.foreignWord(foreign.value), at: foreign.span))
        }
        pieces.append(.heading(heading))
      } else if let block = prose.block(index) {
        append(block, FenceReader.read(nodes[index].kind, at: block.span, bytes), to: &pieces)
      }
    }
    if !hasTitle, let title = pieces.lazy.compactMap(\.title).first {
      guideline.title = Located(title.plainText, title.span)
    }
    reserveAnchors(pieces[...])
    guideline.body = lower(pieces[...], Context())
  }

  /// Ids of labels and ids that the author wrote are taken before headings get ids of their own, so
  /// that a link to a label always finds the label.
  private mutating func reserveAnchors(_ pieces: ArraySlice<Piece>) {
    anchorsTaken.reserveCapacity(guideline.labels.count + pieces.count)
    for label in guideline.labels { anchorsTaken.insert(label.id.value) }
    for label in guideline.labels {
      guideline.anchors.append(Anchor(id: label.id, target: .label, isExplicit: true))
    }
    reserveLabelHeadings(pieces)
  }

  private mutating func reserveLabelHeadings(_ pieces: ArraySlice<Piece>) {
    var labelsLevel: Int?
    var outer: [(level: Int, id: String)] = []
    for piece in pieces {
      guard case .heading(let heading) = piece else { continue }
      if let level = labelsLevel, heading.level <= level { (labelsLevel, outer) = (nil, []) }
      while let last = outer.last, heading.level <= last.level { outer.removeLast() }
      if heading.role == .labels {
        labelsLevel = heading.level
      } else if labelsLevel != nil, outer.isEmpty, heading.entry == .group {
        reserveGroup(heading)
      } else if labelsLevel != nil, heading.role == nil, heading.entry == nil,
        !heading.isForOthers,
        Self.isLabel(heading, under: outer.last?.id)
      {
        let id = Self.labelID(heading)
        outer.append((heading.level, id.value))
        if anchorsTaken.insert(id.value).inserted {
          guideline.anchors.append(
            Anchor(id: id, target: .label, isExplicit: heading.id != nil))
        }
      }
    }
  }

  /// A heading under Labels is a label; one under a label only if its id says that it is a kind of it.
  private static func isLabel(_ heading: Heading, under label: String?) -> Bool {
    guard let label else { return true }
    return heading.id?.value.hasPrefix(label + ".") ?? false
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

  /// Pieces to elements; each heading takes the pieces below it. Six levels deep at most.
  mutating func lower(_ pieces: ArraySlice<Piece>, _ context: Context) -> [Element] {
    var elements: [Element] = []
    var index = pieces.startIndex
    while index < pieces.endIndex {
      switch pieces[index] {
      case .block(let block, _):
        index += 1
        if let kind = context.role.entryKind, Self.beginsEntry(block, kind) {
          let end = pieces[index...].firstIndex { $0.endsEntry(of: kind) } ?? pieces.endIndex
          elements.append(lowerEntry(pieces[(index - 1)..<end], kind))
          index = end
        } else {
          lower(block, context, &elements)
        }
      case .others(let others):
        index += 1
        elements.append(hidden(others))
      case .heading(let heading):
        var end = index + 1
        while end < pieces.endIndex, !pieces[end].closes(heading.level) { end += 1 }
        let outer = audience
        if let own = heading.audience { audience = own }
        let element = lower(heading, pieces[(index + 1)..<end], context)
        if let language = heading.language {
          if case .example = element {
          } else {
            guideline.problems.append(
              Problem(
                .misplaced(
                  what: "the language `\(language.value)`", expected: "on the heading of an example"
                ),
                at: language.span))
          }
        }
        elements.append(element)
        audience = outer
        index = end
      }
    }
    return elements
  }

  private mutating func lower(
    _ heading: Heading, _ inner: ArraySlice<Piece>, _ context: Context
  ) -> Element {
    collect(heading.text.inlines)
    reportMisplaced(heading, context)
    if heading.isForOthers { return lowerSection(heading, .prose, inner, context) }
    if let entry = heading.entry {
      switch entry {
      case .good, .example: return lowerExample(heading, .good, inner, context)
      case .bad: return lowerExample(heading, .bad, inner, context)
      case .borderline: return lowerExample(heading, .borderline, inner, context)
      case .rule, .contrast: return lowerRule(heading, .rule, inner, context)
      case .edgeCase: return lowerRule(heading, .edgeCase, inner, context)
      case .group: return lowerGroup(heading, inner, context)
      case .tool: return lowerSection(heading, .tool, inner, context)
      }
    }
    if let kind = context.role.entryKind, heading.role == nil {
      return lowerEntry(heading, kind, inner)
    }
    if let role = heading.role { return lowerSection(heading, role, inner, context) }
    switch context.role {
    case .labels where Self.isLabel(heading, under: context.label):
      return lowerLabel(heading, inner, context)
    case .rules: return lowerRule(heading, .rule, inner, context)
    case .edgeCases: return lowerRule(heading, .edgeCase, inner, context)
    case .goodExamples, .examples: return lowerExample(heading, .good, inner, context)
    case .badExamples: return lowerExample(heading, .bad, inner, context)
    case .attributes: defineAttribute(heading, inner)
    case .relations: defineRelation(heading, inner)
    default: break
    }
    return lowerSection(heading, .prose, inner, context)
  }

  mutating func lowerSection(
    _ heading: Heading, _ role: SectionRole, _ inner: ArraySlice<Piece>, _ context: Context
  ) -> Element {
    let anchor = addAnchor(heading, .section)
    let isDoubt = role == .doubt && context.label == nil && guideline.doubt == nil
    let isPrecedence = role == .precedence
    var elements: [Element]
    if isDoubt {
      elements = lowerDoubt(heading, inner, context)
    } else if isPrecedence {
      elements = lowerPrecedence(inner, context)
    } else {
      let role = role == .prose ? context.roleBelow : role
      elements = lower(inner, Context(role: role, label: context.label, group: context.group))
    }
    return .section(
      Section(
        SectionFields(
          role: role, level: heading.level, heading: heading.text, anchor: anchor,
          audience: audience, elements: elements, tool: heading.tool, span: heading.span)))
  }

  private mutating func lower(
    _ block: Block, _ context: Context, _ elements: inout [Element]
  ) {
    collect(block)
    if case .table(var table) = block.kind,
      [.glossary, .questions, .changelog].contains(context.role), let kind = context.role.entryKind
    {
      lowerRows(&table, kind, block.span)
      return elements.append(.prose(Block(.table(table), block.span)))
    }
    guard case .list(_, _, let items) = block.kind else {
      elements.append(.prose(block))
      return
    }
    if let kind = context.role.entryKind {
      elements += lowerEntries(items, kind)
      return
    }
    switch context.role {
    case .rules:
      for item in items { elements.append(lowerRule(item, .rule, context)) }
    case .edgeCases:
      for item in items { elements.append(lowerRule(item, .edgeCase, context)) }
    case .goodExamples, .examples:
      for item in items { elements.append(lowerExample(item, .good, context)) }
    case .badExamples:
      for item in items { elements.append(lowerExample(item, .bad, context)) }
    default:
      elements.append(.prose(block))
    }
  }

  // MARK: Labels

  private mutating func lowerLabel(
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
      if let fence, fence.info == "yaml label" {
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

  // MARK: Definitions of attributes and relations

  private mutating func defineAttribute(_ heading: Heading, _ inner: ArraySlice<Piece>) {
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

  private mutating func defineRelation(_ heading: Heading, _ inner: ArraySlice<Piece>) {
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

  // MARK: Doubt and precedence

  private mutating func lowerDoubt(
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

  private mutating func lowerPrecedence(
    _ inner: ArraySlice<Piece>, _ context: Context
  ) -> [Element] {
    var elements: [Element] = []
    var rest = inner
    while let piece = rest.first {
      if let hidden = takeHidden(&rest) {
        elements.append(hidden)
        continue
      }
      guard case .block(let block, _) = piece else { break }
      rest.removeFirst()
      collect(block)
      guard case .list(let start, _, let items) = block.kind,
        start != nil || items.contains(where: { namesLabel($0) })
      else {
        elements.append(.prose(block))
        continue
      }
      if start == nil {
        guideline.problems.append(
          Problem(
            .misplaced(
              what: "a list of labels without numbers",
              expected: "under `Precedence` as a numbered list, the winner first"),
            at: block.span))
        elements.append(.prose(block))
        continue
      }
      if let first = guideline.precedence {
        guideline.problems.append(
          Problem(.duplicateDeclaration(what: "the precedence", first: first.span), at: block.span))
        elements.append(.prose(block))
        continue
      }
      guideline.precedence = Precedence(
        entries: items.map { (nil, Self.precedenceText($0)) }, span: block.span, audience: audience)
      elements.append(.precedence)
    }
    return elements + lower(rest, Context(role: .prose, label: context.label))
  }

}

extension Lowering.Piece {
  fileprivate var title: Prose? {
    if case .heading(let heading) = self, heading.level == 1 { heading.text } else { nil }
  }

  /// Whether an entry that began with a paragraph is over here.
  func endsEntry(of kind: EntryKind) -> Bool {
    switch self {
    case .heading, .others: true
    case .block(let block, _): Lowering.beginsEntry(block, kind)
    }
  }

  func closes(_ level: Int) -> Bool {
    if case .heading(let heading) = self { heading.level <= level } else { false }
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

extension Lowering.Context {
  /// A prose heading inside Rules or Examples is an entry, so only other roles reach below it.
  fileprivate var roleBelow: SectionRole {
    switch role {
    case .labels where label != nil: .labels
    default: .prose
    }
  }
}

extension Prose {
  var located: Located<String> { Located(plainText, span) }
}
