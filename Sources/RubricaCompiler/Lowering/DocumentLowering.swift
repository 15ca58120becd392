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
    tellOpenFences(tree, bytes)
  }

  /// Fences that nothing closes, but for those whose YAML cannot be read for that reason, which is
  /// told.
  private mutating func tellOpenFences(_ tree: MarkdownTree, _ bytes: [UInt8]) {
    for fence in FenceReader.openFences(in: tree, bytes) {
      let isTold = guideline.problems.contains { problem in
        guard case .yamlSyntax = problem.kind else { return false }
        return problem.span.source == fence.span.source && problem.span.start == fence.span.start
      }
      if !isTold { guideline.problems.append(fence) }
    }
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
      } else if labelsLevel != nil, heading.role == nil || isNamedLabel(heading),
        heading.entry == nil, !heading.isForOthers,
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
    if context.role == .labels, isNamedLabel(heading), Self.isLabel(heading, under: context.label) {
      return lowerLabel(heading, inner, context)
    }
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
    case .attributes: define(\.attributes, heading, inner)
    case .relations: define(\.relations, heading, inner)
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
