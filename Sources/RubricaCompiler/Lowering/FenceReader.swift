internal import RubricaSource
internal import RubricaSyntax

/// The inside of a fenced block, line by line, with the way back to the file: the fence may stand in
/// a list, so that each line has lost some indentation.
enum FenceReader {
  static func read(
    _ kind: MarkdownTree.Kind, at place: Span, _ bytes: [UInt8]
  ) -> Lowering.Fence? {
    guard case .codeBlock(let info, let literal, isFenced: true) = kind else { return nil }
    return Lowering.Fence(info: words(info), text: inside(Array(literal.utf8), place, bytes))
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

  private static func inside(_ text: [UInt8], _ fence: Span, _ bytes: [UInt8]) -> DerivedText {
    var derived = DerivedText(source: fence.source)
    var cursor = lineEnd(from: Int(fence.start), bytes).next
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
      let (end, next) = lineEnd(from: cursor, bytes)
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

  /// Lower case, with single blanks.
  static func words(_ info: String) -> String {
    var before: UInt8 = 32
    let isPlain = info.utf8.allSatisfy { byte in
      defer { before = byte }
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == 32 && before != 32
    }
    if isPlain, before != 32 { return info }
    return info.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      .joined(separator: " ").lowercased()
  }

  private static func lineEnd(from start: Int, _ bytes: [UInt8]) -> (end: Int, next: Int) {
    var end = start
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    var next = min(end + 1, bytes.count)
    if end + 1 < bytes.count, bytes[end] == 13, bytes[end + 1] == 10 { next += 1 }
    return (end, next)
  }
}
