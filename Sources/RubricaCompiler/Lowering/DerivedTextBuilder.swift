internal import RubricaModel
internal import RubricaSource

/// The text of a paragraph as a reader sees it, with the way back to the file. All backslashes before a
/// bracket or a quotation mark are kept, so that the reader of marks can tell an escaped bracket from a mark,
/// and from a mark behind an escaped backslash, and a quotation mark in a value from the end of the value.
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
      guard source[index] == UInt8(ascii: "\\") else {
        text.append(source[index...index], from: index..<(index + 1))
        index += 1
        continue
      }
      let end = source[index...].firstIndex { $0 != UInt8(ascii: "\\") } ?? source.endIndex
      if end < source.endIndex, Self.isOfMarks(source[end]) {
        text.append(source[index..<end], from: index..<end)
        index = end
      }
      while index + 1 < end {
        text.append(source[(index + 1)...(index + 1)], from: (index + 1)..<(index + 2))
        index += 2
      }
      // The last one escapes what follows, or is only itself.
      if index < end, end < source.endIndex, Self.isPunctuation(source[end]) {
        text.append(source[end...end], from: end..<(end + 1))
        index = end + 1
      } else if index < end {
        text.append(source[index...index], from: index..<end)
        index = end
      }
    }
  }

  private static func isOfMarks(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "\""):
      true
    default: false
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
