internal import RubricaModel
internal import RubricaSource

/// Examples.
extension Lowering {
  mutating func lowerExample(
    _ heading: Heading, _ role: ExampleRole, _ inner: ArraySlice<Piece>, _ context: Context
  ) -> Element {
    if let pair = lowerPair(heading, inner, context) { return pair }
    exampleCount += 1
    let slug = heading.slug.isEmpty ? "example-\(exampleCount)" : heading.slug
    let anchor = addAnchor(heading, .example, slug: slug)
    var example = ExampleFields(
      id: anchor, role: role, title: heading.text, content: [], label: context.label,
      audience: audience, span: heading.span)
    example.language = heading.language
    example.warning = heading.warning
    fill(&example, inner)
    guideline.examples.append(Example(example))
    return .example(guideline.examples.count - 1)
  }

  /// Puts what stands under a heading into an example.
  mutating func fill(_ example: inout ExampleFields, _ pieces: ArraySlice<Piece>) {
    for piece in leaveOutOthers(of: pieces) {
      switch piece {
      case .block(let block, let fence):
        if fence?.info != FenceName.record { collect(block) }
        take(block, fence, into: &example)
      case .others(let others): leaveOut(others)
      case .heading(let heading):
        collect(heading.text.inlines)
        example.content.append(
          Block(.heading(level: heading.level, heading.text.inlines), heading.span))
      }
    }
    let title = example.title?.inlines ?? []
    Self.collectLinks(title, into: &example.illustrates)
    if let reason = example.reason { Self.collectLinks(reason.inlines, into: &example.illustrates) }
    example.content.forEachText { Self.collectLinks($0, into: &example.illustrates) }
  }

  private static func collectLinks(_ inlines: [Inline], into links: inout [Located<String>]) {
    inlines.forEachReference { collectLink($0, into: &links) }
  }

  /// A link within the guideline; which of them lead to labels and rules is told in the end.
  private static func collectLink(_ inline: Inline, into links: inout [Located<String>]) {
    if case .link(let destination, _, _) = inline.kind, destination.utf8.first == UInt8(ascii: "#")
    {
      links.append(Located(Percent.decoded(String(destination.dropFirst())), inline.span))
    }
  }

  mutating func lowerExample(
    _ item: Block.Item, _ role: ExampleRole, _ context: Context
  ) -> Element {
    exampleCount += 1
    let id = takeAnchor("example-\(exampleCount)")
    var example = ExampleFields(
      id: id, role: role, title: nil, content: [], label: context.label, audience: audience,
      span: item.span)
    for (index, block) in item.blocks.enumerated() {
      if index == 0, guideline.modality?.value == .text, case .paragraph(let inlines) = block.kind,
        LeadIns(inlines, vocabulary, accepts: { $0 == .reason }).parts.count == 1
      {
        let builder = DerivedTextBuilder(guideline.sources)
        let text = readMarks([builder.text(of: inlines, block.span)], block.span)
        if hasSpanLayer, inlines.contains(where: { $0.mentionsID }) {
          let lines = builder.lines(of: inlines, block.span)
          guideline.problems += MisreadRelations.problems(
            in: lines, of: text, guideline.layers, .quote)
        }
        example.input = .text(text)
      } else {
        // A fence in an item has no way back to the file, so records need a heading of their own.
        take(block, nil, into: &example)
      }
    }
    guideline.examples.append(Example(example))
    return .example(guideline.examples.count - 1)
  }

  private mutating func take(_ block: Block, _ fence: Fence?, into example: inout ExampleFields) {
    switch block.kind {
    case .paragraph(let inlines):
      if example.input == nil, let media = Self.mediaInput(inlines) {
        example.input = media
        return
      }
      if let prose = reason(inlines, block.span), example.reason == nil {
        example.reason = prose
        return
      }
      if case .text(var text)? = example.input {
        let lines = DerivedTextBuilder(guideline.sources).lines(of: inlines, block.span)
        if hasSpanLayer, let relations = SpanNotation.relations(lines) {
          text.relations += relations
          example.input = .text(text)
          return
        }
        if hasSpanLayer {
          guideline.problems += MisreadRelations.problems(
            in: lines, of: text, guideline.layers, .prose)
        }
      }
      example.content.append(block)
    case .quote(let blocks): takeQuotation(blocks, block, into: &example)
    case .code: takeFence(fence, block, into: &example)
    default: example.content.append(block)
    }
  }

  private mutating func takeQuotation(
    _ blocks: [Block], _ block: Block, into example: inout ExampleFields
  ) {
    if Callout(blocks) != nil {
      example.content.append(block)
    } else if let gap = itemEnds(before: block, of: example) {
      guideline.problems.append(Problem(.strayQuotation(gap: gap), at: block.span))
      example.content.append(block)
    } else if example.input == nil {
      takeItem(blocks, block, into: &example)
    } else {
      example.content.append(block)
    }
  }

  /// The paragraphs of a quotation are the item; with anything else in it, it is none.
  private mutating func takeItem(
    _ blocks: [Block], _ block: Block, into example: inout ExampleFields
  ) {
    let paragraphs = blocks.compactMap { inner -> Prose? in
      guard case .paragraph(let inlines) = inner.kind else { return nil }
      return Prose(inlines, inner.span)
    }
    guard paragraphs.count == blocks.count else {
      findMarks(outsideItem: blocks, block.span)
      example.content.append(block)
      return
    }
    let builder = DerivedTextBuilder(guideline.sources)
    var texts: [DerivedText] = []
    var relations: [RelationMark] = []
    var left: [DerivedText] = []
    for paragraph in paragraphs {
      let rest =
        hasSpanLayer
        ? takeRelations(behind: paragraph, &relations, leaving: &left) : paragraph.inlines
      if !rest.isEmpty { texts.append(builder.text(of: rest.keepingTurns, paragraph.span)) }
    }
    var text = readMarks(texts, block.span)
    text.relations += relations
    guideline.problems += MisreadRelations.problems(in: left, of: text, guideline.layers, .quote)
    example.input = .text(text)
  }

  private mutating func takeFence(
    _ fence: Fence?, _ block: Block, into example: inout ExampleFields
  ) {
    guard let fence else {
      example.content.append(block)
      return
    }
    if fence.info == "text", example.input == nil {
      example.input = .text(readFence(fence.text, block.span))
    } else if let candidate = candidate(of: fence, block.span) {
      takeCandidate(candidate, fence, block.span, into: &example)
    } else if fence.info == FenceName.record {
      if let first = example.expected {
        guideline.problems.append(
          Problem(
            .duplicateDeclaration(what: "the expected record of this example", first: first.span),
            at: block.span))
      }
      let known = guideline.problems.count
      if let node = read(fence, block.span) {
        example.expected = lowerRecord(node, of: example.id)
      } else if guideline.problems.count > known {
        guideline.unread.records.insert(example.id)
      } else {
        // Nothing, or only a comment: a record all the same, and one that answers no layer.
        example.expected = ExpectedRecord(
          answers: [], whole: nil, span: firstLine(of: block.span))
      }
    } else {
      example.content.append(block)
    }
  }

  /// Says of marks in a quotation that is no item, since there is more than paragraphs in it, that they are
  /// not read.
  private mutating func findMarks(outsideItem blocks: [Block], _ place: Span) {
    guard hasSpanLayer, let reason = blocks.whyNoItem else { return }
    let builder = DerivedTextBuilder(guideline.sources)
    var mark: Span?
    blocks.forEachText { inlines in
      guard mark == nil else { return }
      var problems: [Problem] = []
      let text = SpanNotation.read(
        [builder.text(of: inlines, place)], place, hasMarks: true, problems: &problems)
      mark = text.marks.first?.span
    }
    guard let mark else { return }
    guideline.problems.append(
      Problem(
        .malformedMark(
          reason, help: "put the item into a fence `text`, in which every character counts"),
        at: mark))
  }

  /// What is between the quotation that is the item and a block, if nothing else is.
  private func itemEnds(before block: Block, of example: ExampleFields) -> Span? {
    guard case .text(let item)? = example.input, example.expected == nil, example.reason == nil,
      example.candidates.isEmpty, item.span.source == block.span.source,
      item.span.end <= block.span.start
    else { return nil }
    let gap = Span(block.span.source, Int(item.span.end), Int(block.span.start))
    let isEmpty = guideline.sources[gap.source].bytes[gap.range]
      .allSatisfy(\.isWhiteSpace)
    return isEmpty ? gap : nil
  }

  /// A picture alone in a paragraph, or a link to a recording alone in a paragraph.
  static func mediaInput(_ inlines: [Inline]) -> ExampleInput? {
    guard let only = inlines.only else { return nil }
    switch only.kind {
    case .image(let source, _, let inner):
      return .media(
        path: Located(Percent.decoded(source), only.span), alternative: inner.plainText)
    case .link(let destination, _, let inner):
      let type = MediaType(fileName: destination)
      guard type.isSound || type.isVideo else { return nil }
      return .media(
        path: Located(Percent.decoded(destination), only.span), alternative: inner.plainText)
    default: return nil
    }
  }

  /// The text of a paragraph without the lines of relations at its end. The other lines are left, if an id
  /// may be in them.
  private func takeRelations(
    behind paragraph: Prose, _ relations: inout [RelationMark], leaving left: inout [DerivedText]
  ) -> [Inline] {
    guard paragraph.inlines.contains(where: { $0.mentionsID }) else { return paragraph.inlines }
    var lines = DerivedTextBuilder(guideline.sources).lines(of: paragraph.inlines, paragraph.span)
    let count = lines.count
    relations += SpanNotation.takeRelations(behind: &lines)
    left += lines
    guard lines.count < count else { return paragraph.inlines }
    let breaks = paragraph.inlines.indices.filter { paragraph.inlines[$0].isBreak }
    return lines.isEmpty ? [] : Array(paragraph.inlines[..<breaks[lines.count - 1]])
  }

  /// A paragraph that begins with "Because", bold or plain.
  private mutating func reason(_ inlines: [Inline], _ place: Span) -> Prose? {
    let leadIns = LeadIns(inlines, vocabulary, accepts: { $0 == .reason })
    if leadIns.parts.count == 1, leadIns.parts[0].kind == .reason {
      guideline.problems += leadIns.foreign
      return leadIns.parts[0].inlines.prose(or: place)
    }
    let words = inlines.trimmed
    guard let first = words.first, case .text(let text) = first.kind,
      let length = vocabulary.leadingReason(of: text)
    else { return nil }
    let rest = [first.suffix(from: length)] + words.dropFirst()
    return rest.droppingLeading(":,").prose(or: place)
  }

  private mutating func readMarks(_ paragraphs: [DerivedText], _ place: Span) -> ExampleText {
    var problems: [Problem] = []
    let text = SpanNotation.read(
      paragraphs, place, hasMarks: hasSpanLayer, labels: { self.labelsOfMarks() },
      problems: &problems)
    guideline.problems += problems
    return text
  }

  /// The labels that marks in texts can have, by their ids in small letters.
  private mutating func labelsOfMarks() -> [String: String] {
    var known = labelsOfMarksKnown ?? LabelsOfMarks(guideline.layers, !layersWithoutList.isEmpty)
    known.add(guideline.anchors)
    labelsOfMarksKnown = known
    return known.labels
  }

  /// A fence `text`: every character counts, but for the line end before the closing fence; trailing
  /// lines of relations are not part of the text.
  private mutating func readFence(_ text: DerivedText, _ place: Span) -> ExampleText {
    var lines = text.lines
    var relations: [RelationMark] = []
    if hasSpanLayer {
      relations = SpanNotation.takeRelations(behind: &lines)
      if !relations.isEmpty { while lines.last?.isEmpty ?? false { lines.removeLast() } }
    }
    var problems: [Problem] = []
    var result = SpanNotation.read(
      lines, place, hasMarks: hasSpanLayer, isFence: true, labels: { self.labelsOfMarks() },
      problems: &problems)
    guideline.problems += problems
    result.relations = relations
    if hasSpanLayer {
      guideline.problems += MisreadRelations.problems(
        in: lines, of: result, guideline.layers, .fence)
    }
    return result
  }

  /// The blocks of an entry; headings inside it stay headings.
  mutating func take(_ pieces: ArraySlice<Piece>) -> [Block] {
    leaveOutOthers(of: pieces).compactMap { piece in
      switch piece {
      case .block(let block, _):
        collect(block)
        return block
      case .others(let others):
        leaveOut(others)
        return nil
      case .heading(let heading):
        collect(heading.text.inlines)
        return Block(.heading(level: heading.level, heading.text.inlines), heading.span)
      }
    }
  }
}

extension Inline {
  /// Whether it is text with a `#` in it.
  fileprivate var mentionsID: Bool {
    if case .text(let words) = kind { words.utf8.contains(UInt8(ascii: "#")) } else { false }
  }
}

/// The labels that marks in texts can have; gathered once, and those declared later added.
struct LabelsOfMarks {
  /// By their ids in small letters.
  private(set) var labels: [String: String] = [:]
  /// Whether labels count that no layer lists.
  private let takesOthers: Bool
  private var anchorsRead = 0

  init(_ layers: [Layer], _ someHaveNoList: Bool) {
    var takesOthers = someHaveNoList
    for layer in layers where layer.kind.value == .span {
      for label in layer.labels {
        labels[label.value.lowercased()] = label.value
        if label.value.utf8.last == UInt8(ascii: "*") { takesOthers = true }
      }
    }
    self.takesOthers = takesOthers
  }

  mutating func add(_ anchors: [Anchor]) {
    guard takesOthers, anchorsRead < anchors.count else { return }
    for anchor in anchors[anchorsRead...] where anchor.target == .label {
      labels[anchor.id.value.lowercased()] = anchor.id.value
    }
    anchorsRead = anchors.count
  }
}
