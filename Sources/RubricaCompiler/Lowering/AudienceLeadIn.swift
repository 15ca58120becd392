internal import RubricaModel
internal import RubricaSource

/// `**For reviewers** …`: a paragraph, an item of a list or a line for other readers than the rest of
/// its section. Whatever begins so is taken out of what annotators read before anything else is read
/// into it.
extension Lowering {
  /// What was taken out, as one section without words of its own.
  struct Others {
    var blocks: [Block]
    var reader: Audience
    /// The lead-in stands alone in its paragraph: it speaks of the next block.
    var isOpen: Bool

    var span: Span { blocks.dropFirst().reduce(blocks[0].span) { $0.union($1.span) } }
  }

  /// Adds a block of the document to the pieces before it, with what is for others in pieces of its own.
  func append(_ block: Block, _ fence: Fence?, to pieces: inout [Piece]) {
    if case .others(var others)? = pieces.last, others.isOpen {
      others.blocks.append(block)
      others.isOpen = false
      pieces[pieces.count - 1] = .others(others)
      return
    }
    guard hasOthers(block) else { return pieces.append(.block(block, fence)) }
    var others: [Others] = []
    if let rest = withoutOthers(block, &others) { pieces.append(.block(rest, fence)) }
    pieces += others.map { .others($0) }
  }

  /// Who alone may read what begins with these words.
  private func reader(of inline: Inline) -> Audience? {
    guard let text = inline.markedText, text.utf8.count <= Vocabulary.longestAudience else {
      return nil
    }
    var word = text.utf8[...]
    while word.last == UInt8(ascii: ".") { word.removeLast() }
    return vocabulary.audience(Substring(word)).flatMap { $0.isForAnnotators ? nil : $0 }
  }

  /// The first line of a paragraph that is for others.
  private func place(ofOthersIn inlines: [Inline]) -> (index: Int, reader: Audience)? {
    let pieces = inlines.span
    for index in pieces.indices {
      switch pieces[index].kind {
      case .strong, .emphasis: break
      default: continue
      }
      guard index == 0 || pieces[index - 1].isBreak else { continue }
      if let reader = reader(of: pieces[index]) { return (index, reader) }
    }
    return nil
  }

  private func hasOthers(_ block: Block) -> Bool {
    switch block.kind {
    case .paragraph(let inlines): place(ofOthersIn: inlines) != nil
    case .list(_, _, let items):
      items.indices.contains { index in hasOthers(items[index].blocks) }
    case .quote(let blocks): hasOthers(blocks)
    default: false
    }
  }

  private func hasOthers(_ blocks: [Block]) -> Bool {
    blocks.indices.contains { hasOthers(blocks[$0]) }
  }

  /// What annotators read of a block; nil for nothing.
  private func withoutOthers(_ block: Block, _ others: inout [Others]) -> Block? {
    switch block.kind {
    case .paragraph(let inlines):
      guard let (index, reader) = place(ofOthersIn: inlines) else { return block }
      let (rest, taken) = (inlines.trimmed(0..<index), Array(inlines[index...]))
      others.append(
        Others(
          blocks: [Block(.paragraph(taken), taken.prose(or: block.span).span)], reader: reader,
          isOpen: taken.droppingFirstStrong.isEmpty))
      return rest.isEmpty ? nil : Block(.paragraph(rest), rest.prose(or: block.span).span)
    case .list(let start, let isTight, let items):
      var kept: [Block.Item] = []
      for var item in items {
        if case .paragraph(let inlines)? = item.blocks.first?.kind, let first = inlines.first,
          let reader = reader(of: first)
        {
          others.append(Others(blocks: item.blocks, reader: reader, isOpen: false))
        } else {
          item.blocks = withoutOthers(item.blocks, &others)
          kept.append(item)
        }
      }
      return kept.isEmpty ? nil : Block(.list(start: start, isTight: isTight, kept), block.span)
    case .quote(let blocks):
      let kept = withoutOthers(blocks, &others)
      let isEmpty = kept.isEmpty || Callout(kept)?.blocks.isEmpty ?? false
      return isEmpty ? nil : Block(.quote(kept), block.span)
    default: return block
    }
  }

  private func withoutOthers(_ blocks: [Block], _ others: inout [Others]) -> [Block] {
    var kept: [Block] = []
    var isOpen = false
    for block in blocks {
      if isOpen, !others.isEmpty {
        others[others.count - 1].blocks.append(block)
        others[others.count - 1].isOpen = false
        isOpen = false
        continue
      }
      let count = others.count
      if let rest = withoutOthers(block, &others) { kept.append(rest) }
      isOpen = others.count > count && others[others.count - 1].isOpen
    }
    return kept
  }

  /// A section that writers leave out where it is for others.
  mutating func hidden(_ others: Others) -> Element {
    let outer = audience
    audience = others.reader
    for block in others.blocks { collect(block) }
    audience = outer
    let span = others.blocks[0].span
    let id = takeAnchor("for-\(others.reader.rawValue)")
    return .section(
      Section(
        SectionFields(
          role: .prose, level: 6, heading: Prose([], span.head), anchor: id,
          audience: others.reader,
          elements: others.blocks.map(Element.prose), span: span)))
  }

  /// The next piece, if it is for others.
  mutating func takeHidden(_ pieces: inout ArraySlice<Piece>) -> Element? {
    guard case .others(let others)? = pieces.first else { return nil }
    pieces.removeFirst()
    return hidden(others)
  }

  /// Within a rule or an example a part for others cannot be kept apart: it is left out, and said to
  /// be in the wrong place.
  mutating func leaveOut(_ others: Others) {
    guideline.problems.append(
      Problem(
        .misplaced(
          what: "a part for readers of the kind `\(others.reader.rawValue)`",
          expected: "outside rules, examples and entries; it was left out"), at: others.span))
  }
}

extension Lowering {
  /// The pieces of an entry without those under a heading for others, which cannot be kept apart there.
  mutating func leaveOutOthers(of pieces: ArraySlice<Piece>) -> ArraySlice<Piece> {
    guard audience.isForAnnotators, pieces.contains(where: { $0.reader != nil }) else {
      return pieces
    }
    var kept: [Piece] = []
    var others: (Others, level: Int)?
    for piece in pieces {
      if let (part, level) = others, piece.closes(level) {
        leaveOut(part)
        others = nil
      }
      if others != nil {
        others?.0.blocks += piece.blocks
      } else if case .heading(let heading) = piece, let reader = piece.reader {
        others = (Others(blocks: piece.blocks, reader: reader, isOpen: false), heading.level)
      } else {
        kept.append(piece)
      }
    }
    if let others { leaveOut(others.0) }
    return kept[...]
  }
}

extension Lowering.Piece {
  /// Who alone may read what stands under it.
  fileprivate var reader: Audience? {
    guard case .heading(let heading) = self, let audience = heading.audience else { return nil }
    return audience.isForAnnotators ? nil : audience
  }

  fileprivate var blocks: [Block] {
    switch self {
    case .heading(let heading):
      [Block(.heading(level: heading.level, heading.text.inlines), heading.span)]
    case .block(let block, _): [block]
    case .others(let others): others.blocks
    }
  }
}

extension Inline {
  /// The words that all stand in bold type or in italics.
  fileprivate var markedText: String? {
    switch kind {
    case .strong(let inner), .emphasis(let inner):
      guard inner.count == 1 else { return nil }
      if case .text(let text) = inner[0].kind { return text }
      return inner[0].markedText
    default: return nil
    }
  }
}

extension [Inline] {
  fileprivate var droppingFirstStrong: [Inline] { Array(dropFirst()).droppingLeading(":.") }
}
