internal import RubricaSource
internal import RubricaSyntax

/// The inside of a fenced block, line by line, with the way back to the file: the fence may stand in
/// a list, so that each line has lost some indentation.
enum FenceReader {
  static func read(_ node: MarkdownTree.Node, _ file: SourceFile) -> Lowering.Fence? {
    guard case .codeBlock(let info, let literal, isFenced: true) = node.kind else { return nil }
    let bytes = file.bytes
    var derived = DerivedText(source: node.span.source)
    var cursor = lineEnd(from: Int(node.span.start), bytes).next
    for line in literal.utf8.split(separator: 10, omittingEmptySubsequences: false).dropLast() {
      let (end, next) = lineEnd(from: cursor, bytes)
      let content = line.last == 13 ? line.dropLast() : line
      let start = end - content.count
      if start >= cursor, bytes[start..<end].elementsEqual(content) {
        derived.append(content, from: start..<end)
      } else {
        derived.append(content, from: cursor..<end)
      }
      derived.append([10], from: end..<next)
      cursor = next
    }
    let words = info.split(separator: " ").joined(separator: " ").lowercased()
    return Lowering.Fence(info: words, text: derived)
  }

  private static func lineEnd(from start: Int, _ bytes: [UInt8]) -> (end: Int, next: Int) {
    var end = start
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    var next = min(end + 1, bytes.count)
    if end + 1 < bytes.count, bytes[end] == 13, bytes[end + 1] == 10 { next += 1 }
    return (end, next)
  }
}
