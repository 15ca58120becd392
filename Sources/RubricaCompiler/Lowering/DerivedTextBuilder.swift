internal import RubricaModel
internal import RubricaSource

/// The text of a paragraph as a reader sees it, with the way back to the file. An escaped bracket
/// keeps its backslash, so that the reader of marks can tell it from a mark.
struct DerivedTextBuilder {
  private let sources: Sources

  init(_ sources: Sources) { self.sources = sources }

  /// Soft line breaks become blanks.
  func text(of inlines: [Inline], _ place: Span) -> DerivedText {
    var text = DerivedText(source: place.source)
    append(inlines, to: &text)
    return text
  }

  /// One text a line of the source.
  func lines(of inlines: [Inline], _ place: Span) -> [DerivedText] {
    inlines.lines.map { text(of: $0, place) }
  }

  private func append(_ inlines: [Inline], to text: inout DerivedText) {
    for inline in inlines {
      switch inline.kind {
      case .text(let words):
        append(words, inline, to: &text)
      case .code(let words): text.append(Array(words.utf8)[...], from: inline.span.range)
      case .softBreak: text.append([32], from: inline.span.range)
      case .lineBreak: text.append([10], from: inline.span.range)
      case .html: break
      default: append(inline.children, to: &text)
      }
    }
  }

  private func append(_ words: String, _ inline: Inline, to text: inout DerivedText) {
    let source = sources.bytes(of: inline.span.source)[inline.span.range]
    if inline.isExact { return text.append(source, from: inline.span.range) }
    // Only escapes can be undone here; entities and lost positions fall back to the words.
    guard !source.contains(UInt8(ascii: "&")), Self.unescaped(source).elementsEqual(words.utf8)
    else {
      return text.append(Array(words.utf8)[...], from: inline.span.range)
    }
    var index = source.startIndex
    while index < source.endIndex {
      let isEscape =
        source[index] == UInt8(ascii: "\\") && index + 1 < source.endIndex
        && Self.isPunctuation(source[index + 1])
      if isEscape, !"[]{}".utf8.contains(source[index + 1]) { index += 1 }
      if isEscape, "[]{}".utf8.contains(source[index]) == false,
        source[index] == UInt8(ascii: "\\"),
        "[]{}".utf8.contains(source[index + 1])
      {
        text.append(source[index...(index + 1)], from: index..<(index + 2))
        index += 2
        continue
      }
      text.append(source[index...index], from: index..<(index + 1))
      index += 1
    }
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex,
        isPunctuation(bytes[index + 1])
      {
        index += 1
      }
      output.append(bytes[index])
      index += 1
    }
    return output
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}

extension DerivedText {
  /// The lines, without their ends.
  var lines: [DerivedText] {
    var lines: [DerivedText] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 10 {
      lines.append(slice(start..<index))
      start = index + 1
    }
    if start < bytes.count { lines.append(slice(start..<bytes.count)) }
    return lines
  }

  /// Part of the text, with the same way back.
  func slice(_ range: Range<Int>) -> DerivedText {
    var part = DerivedText(source: source)
    let place = span(range)
    part.append(bytes[range], from: place.range)
    return part
  }
}
