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
    let text = Array(literal.utf8)
    var start = 0
    for (index, byte) in text.enumerated() where byte == 10 {
      let content = text[start..<(index > start && text[index - 1] == 13 ? index - 1 : index)]
      start = index + 1
      let (end, next) = lineEnd(from: cursor, bytes)
      let place = end - content.count
      if place >= cursor, bytes[place..<end].elementsEqual(content) {
        derived.append(content, from: place..<end)
      } else {
        derived.append(content, from: cursor..<end)
      }
      derived.append(CollectionOfOne(10), from: end..<next)
      cursor = next
    }
    return Lowering.Fence(info: words(info), text: derived)
  }

  /// Lower case, with single blanks.
  private static func words(_ info: String) -> String {
    info.split(separator: " ").joined(separator: " ").lowercased()
  }

  private static func lineEnd(from start: Int, _ bytes: [UInt8]) -> (end: Int, next: Int) {
    var end = start
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    var next = min(end + 1, bytes.count)
    if end + 1 < bytes.count, bytes[end] == 13, bytes[end + 1] == 10 { next += 1 }
    return (end, next)
  }
}
