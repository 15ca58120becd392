internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Nodes of the Markdown tree to prose. Depth is capped by the parser, so recursion is bounded.
struct RichTextLowering {
  /// Its nodes are looked at in place: a copy of one would share its texts.
  let tree: MarkdownTree
  let source: SourceID

  func blocks(in parent: Int) -> [Block] {
    let end = tree.nodes[parent].end
    var child = parent + 1
    // Most items and quotes are one paragraph.
    if child < end, tree.nodes[child].end == end { return block(child).map { [$0] } ?? [] }
    var blocks: [Block] = []
    blocks.reserveCapacity(tree.childCount(of: parent))
    while child < end {
      if let block = block(child) { blocks.append(block) }
      child = tree.nodes[child].end
    }
    return blocks
  }

  func block(_ index: Int) -> Block? {
    let nodes = tree.nodes.span
    let kind: Block.Kind
    switch nodes[index].kind {
    case .paragraph: kind = .paragraph(inlines(in: index))
    case .heading(let level): kind = .heading(level: level, inlines(in: index))
    case .blockQuote: kind = .quote(blocks(in: index))
    case .codeBlock(let info, let text, _): kind = .code(info: info, text: text)
    case .htmlBlock(let text):
      if SuppressionReader.isComment(text) { return nil }
      kind = .html(text)
    case .thematicBreak: kind = .thematicBreak
    case .list(let start, let isTight):
      kind = .list(
        start: start, isTight: isTight, tree.children(of: index).compactMap { item($0) })
    case .table(let alignments): kind = .table(table(index, alignments))
    default: return nil
    }
    return Block(kind, nodes[index].span)
  }

  private func item(_ index: Int) -> Block.Item? {
    guard case .item(let isChecked) = tree.nodes[index].kind else { return nil }
    return Block.Item(
      isChecked: isChecked, blocks: blocks(in: index), span: tree.nodes[index].span)
  }

  private func table(_ index: Int, _ alignments: [MarkdownTree.Alignment]) -> Table {
    var header: [[Inline]] = []
    var rows: [[[Inline]]] = []
    for row in tree.children(of: index) {
      let cells = tree.children(of: row).map { inlines(in: $0) }
      if case .tableRow(isHeader: true) = tree.nodes[row].kind {
        header = cells
      } else {
        rows.append(cells)
      }
    }
    return Table(
      alignments: alignments.map { alignment in
        switch alignment {
        case .none: .none
        case .left: .left
        case .center: .center
        case .right: .right
        }
      }, header: header, rows: rows)
  }

  func inlines(in parent: Int) -> [Inline] {
    let end = tree.nodes[parent].end
    var child = parent + 1
    // Much running text is one piece.
    if child < end, tree.nodes[child].end == end { return inline(child).map { [$0] } ?? [] }
    var inlines: [Inline] = []
    inlines.reserveCapacity(tree.childCount(of: parent))
    while child < end {
      if let inline = inline(child) { inlines.append(inline) }
      child = tree.nodes[child].end
    }
    return inlines
  }

  private func inline(_ index: Int) -> Inline? {
    let nodes = tree.nodes.span
    let kind: Inline.Kind
    switch nodes[index].kind {
    case .text(let text): kind = .text(text)
    case .code(let text): kind = .code(text)
    case .softBreak: kind = .softBreak
    case .lineBreak: kind = .lineBreak
    case .htmlInline(let tag): kind = .html(tag)
    case .emphasis: kind = .emphasis(inlines(in: index))
    case .strong: kind = .strong(inlines(in: index))
    case .strikethrough: kind = .strikethrough(inlines(in: index))
    case .link(let destination, let title):
      kind = .link(destination: destination, title: title, inlines(in: index))
    case .image(let source, let title):
      kind = .image(source: source, title: title, inlines(in: index))
    default: return nil
    }
    return Inline(kind, nodes[index].span, isExact: nodes[index].isExact)
  }
}
