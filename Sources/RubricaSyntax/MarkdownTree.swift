package import RubricaSource

/// A Markdown document as a flat array of nodes in document order, each with its place in the file.
///
/// Flat, because a tree of references overflows the stack when a deeply nested one is dropped.
package struct MarkdownTree: Sendable {
  package struct Node: Sendable {
    package let kind: Kind
    package internal(set) var span: Span
    package let parent: Int
    /// The index of the first node after this one that is not inside it.
    package internal(set) var end: Int
    /// Whether the bytes of `span` are the literal itself: no escape, entity or joined line in it.
    package internal(set) var isExact: Bool
  }

  package enum Kind: Sendable, Equatable {
    case document
    case blockQuote
    case list(start: Int?, isTight: Bool)
    /// `isChecked` is nil for an item that is not a task.
    case item(isChecked: Bool?)
    // Rare, and larger than the rest: elsewhere, so that a node is small.
    indirect case codeBlock(info: String, text: String, isFenced: Bool)
    case htmlBlock(String)
    case paragraph
    case heading(level: Int)
    case thematicBreak
    case table([Alignment])
    case tableRow(isHeader: Bool)
    case tableCell
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case htmlInline(String)
    case emphasis
    case strong
    case strikethrough
    indirect case link(destination: String, title: String)
    indirect case image(source: String, title: String)
  }

  package enum Alignment: Sendable, Equatable { case none, left, center, right }

  /// `nodes[0]` is the document.
  package internal(set) var nodes: [Node]

  package func children(of index: Int) -> Children { Children(tree: self, parent: index) }

  /// How many children a node has.
  package func childCount(of index: Int) -> Int {
    var count = 0
    var child = index + 1
    while child < nodes[index].end {
      count += 1
      child = nodes[child].end
    }
    return count
  }

  /// The children of a node, in order.
  package struct Children: Sequence, IteratorProtocol {
    private let nodes: [Node]
    private var cursor: Int
    private let end: Int

    init(tree: MarkdownTree, parent: Int) {
      nodes = tree.nodes
      cursor = parent + 1
      end = tree.nodes[parent].end
    }

    package mutating func next() -> Int? {
      guard cursor < end else { return nil }
      defer { cursor = nodes[cursor].end }
      return cursor
    }
  }
}

extension MarkdownTree: CustomDebugStringConvertible {
  /// One node a line, indented, with byte ranges: what the syntax tests compare.
  package var debugDescription: String {
    var lines: [String] = []
    var depth = [Int](repeating: 0, count: nodes.count)
    for (index, node) in nodes.enumerated() {
      if index > 0 { depth[index] = depth[node.parent] + 1 }
      lines.append(
        String(repeating: "  ", count: depth[index]) + "\(node.kind) \(node.span.range)")
    }
    return lines.joined(separator: "\n")
  }
}
