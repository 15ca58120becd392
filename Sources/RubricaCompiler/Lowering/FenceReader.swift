internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// The inside of a fenced block, line by line, with the way back to the file: the fence may stand in
/// a list, so that each line has lost some indentation.
enum FenceReader {
  static func read(
    _ kind: MarkdownTree.Kind, at place: Span, _ bytes: [UInt8]
  ) -> Lowering.Fence? {
    guard case .codeBlock(let info, let literal, isFenced: true) = kind else { return nil }
    return Lowering.Fence(
      info: FenceName.normalised(info), text: inside(Array(literal.utf8), place, bytes))
  }

  /// Whether nothing closes a fence, or only what closes the next one: a line in it opens another.
  /// `place` is the whole block.
  static func isLeftOpen(_ fence: Lowering.Fence, _ place: Span, _ sources: Sources) -> Bool {
    func isFence(_ line: ArraySlice<UInt8>) -> Bool {
      let content = line.drop { $0 == 32 || $0 == UInt8(ascii: ">") }
      return content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8)
    }
    let bytes = sources.bytes(of: place.source)
    let last = bytes[place.range.clamped(to: 0..<bytes.count)]
      .split(whereSeparator: { $0 == 10 || $0 == 13 }).dropFirst().last
    if !(last.map(isFence) ?? false) { return true }
    return fence.text.bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }).contains(where: isFence)
  }

  /// A problem for each fence that its author has not closed. In a quotation it is a part of what is
  /// quoted, and ends with it.
  static func openFences(in tree: MarkdownTree, _ bytes: [UInt8]) -> [Problem] {
    var problems: [Problem] = []
    for index in tree.nodes.indices {
      guard case .codeBlock(_, let text, isFenced: true) = tree.nodes[index].kind else { continue }
      let place = tree.nodes[index].span
      guard let mark = bytes[place.range].first,
        mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
      else { continue }
      let length = bytes[place.range].prefix { $0 == mark }.count
      let code = Array(text.utf8)
      let inner = lines(of: code, in: 0..<code.count)
      let whole = lines(of: bytes, in: place.range)
      // Right behind the first line it is no next one: there the first one is written twice.
      let next = inner.indices.dropFirst().first { opensFence(code[inner[$0]], mark, length) }
      // The first line and the last one are no code.
      let isClosed = whole.count >= inner.count + 2
      if isClosed && next == nil || isQuoted(index, tree) { continue }
      let isLast = bytes[Int(place.end)...].allSatisfy(\.isWhiteSpace)
      var end = isLast ? Problem.FenceEnd.document : .item
      if let next, next + 1 < whole.count {
        let line = whole[next + 1]
        let start = bytes[line].firstIndex(of: mark) ?? line.lowerBound
        end = .nextFence(Span(place.source, start, line.upperBound))
      }
      let start = Int(place.start)
      problems.append(
        Problem(.openFence(until: end), at: Span(place.source, start, start + length)))
    }
    return problems
  }

  /// Whether a line of code is the first one of a fence with the same marks, which says what is in
  /// it: no line that closes a fence does.
  private static func opensFence(_ line: ArraySlice<UInt8>, _ mark: UInt8, _ length: Int) -> Bool {
    let content = line.drop { $0 == 32 }
    guard content.startIndex - line.startIndex <= 3 else { return false }
    let behind = content.drop { $0 == mark }
    guard behind.startIndex - content.startIndex >= length,
      let first = behind.first(where: { !$0.isBlank })
    else { return false }
    return (first.isLetter || first == UInt8(ascii: "{")) && !behind.contains(UInt8(ascii: "`"))
  }

  private static func isQuoted(_ index: Int, _ tree: MarkdownTree) -> Bool {
    var above = tree.nodes[index].parent
    while above > 0 {
      if case .blockQuote = tree.nodes[above].kind { return true }
      above = tree.nodes[above].parent
    }
    return false
  }

  /// The lines of a part of a text, without their ends.
  private static func lines(of bytes: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let (end, next) = bytes.lineEnd(from: start)
      lines.append(start..<min(end, range.upperBound))
      start = next
    }
    return lines
  }

  private static func inside(_ text: [UInt8], _ fence: Span, _ bytes: [UInt8]) -> DerivedText {
    var derived = DerivedText(source: fence.source)
    var cursor = bytes.lineEnd(from: Int(fence.start)).next
    // Nearly every fence stands at the margin, where nothing is lost.
    let whole = cursor..<min(cursor + text.count, bytes.count)
    if bytes[whole] == text[...] {
      derived.append(bytes[whole], from: whole)
      return derived
    }
    var start = 0
    for (index, byte) in text.enumerated() where byte == 10 {
      let content = text[start..<(index > start && text[index - 1] == 13 ? index - 1 : index)]
      start = index + 1
      let (end, next) = bytes.lineEnd(from: cursor)
      let place = end - content.count
      if place >= cursor, bytes[place..<end].elementsEqual(content) {
        derived.append(content, from: place..<end)
      } else {
        derived.append(content, from: cursor..<end)
      }
      derived.append([10], from: end..<next)
      cursor = next
    }
    return derived
  }
}
