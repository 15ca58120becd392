internal import RubricaModel
internal import RubricaSource

/// Search in the bytes of the document itself: what is written is found wherever it stands, and its
/// place needs no way back.
struct ByteScan {
  let bytes: [UInt8]
  private let source: SourceID
  private let index: GuidelineIndex

  init(_ index: GuidelineIndex) {
    self.index = index
    source = index.guideline.document.source
    bytes = index.guideline.sources[source].bytes
  }

  /// The places of the characters beyond ASCII, in order.
  func forEachWideCharacter(_ body: (Int) -> Void) {
    for offset in bytes.indices where bytes[offset] >= 0xC0 { body(offset) }
  }

  func span(_ range: Range<Int>) -> Span { Span(source, range.lowerBound, range.upperBound) }

  /// Whether a place is in the text of an example: data, not the author's words.
  func isExample(_ offset: Int) -> Bool {
    index.guideline.examples.contains { example in
      guard case .text(let text) = example.input else { return false }
      return text.span.source == source && text.span.range.contains(offset)
    }
  }

  /// Whether a place is in the text of an example of the document.
  func isExample(_ place: Span) -> Bool {
    place.source == source && isExample(Int(place.start))
  }

  func has(_ text: String, at offset: Int) -> Bool { bytes[offset...].starts(with: text.utf8) }

  /// Whether no letter, digit, hyphen or underscore stands before this place.
  func startsWord(_ offset: Int) -> Bool { offset == 0 || !Self.isWordByte(bytes[offset - 1]) }

  /// Whether none stands at this place.
  func endsWord(_ offset: Int) -> Bool { offset == bytes.count || !Self.isWordByte(bytes[offset]) }

  /// Letters first: nearly every byte is one.
  @inline(__always)
  static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x2D
  }
}
