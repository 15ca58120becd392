internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

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

  /// The places of the characters beyond ASCII, in order: most texts have few, and the way between
  /// them is short.
  func forEachWideCharacter(_ body: (Int) -> Void) {
    var offset = TextCheck.endOfPlainText(bytes, from: 0)
    while offset < bytes.count {
      let isWide = bytes[offset] >= 0x80
      if isWide { body(offset) }
      offset += 1
      while offset < bytes.count, bytes[offset].isContinuation { offset += 1 }
      if offset < bytes.count, bytes[offset] < 0x80 {
        offset = TextCheck.endOfPlainText(bytes, from: offset)
      }
    }
  }

  /// The places of the words of at least `length` bytes, in order. Looks at one byte in so many only,
  /// as long as there is no such word.
  func forEachWord(ofAtLeast length: Int, _ body: (Range<Int>) -> Void) {
    let text = bytes.span
    var start = 0
    var probe = length - 1
    while probe < text.count {
      // Back over what may be the head of a word: a byte of none ends the search, and is skipped.
      var first = probe
      while first >= start, Self.isWordByte(text[first]) { first -= 1 }
      guard first < start else {
        start = first + 1
        probe = start + length - 1
        continue
      }
      var end = probe + 1
      while end < text.count, Self.isWordByte(text[end]) { end += 1 }
      body(start..<end)
      start = end + 1
      probe = start + length - 1
    }
  }

  /// Looks at one byte in so many, and gives the places of those that are asked for. What has as many
  /// bytes has one of them there.
  @inline(__always)
  func forEachPlace(every step: Int, of isWanted: (UInt8) -> Bool, _ body: (Int) -> Void) {
    let text = bytes.span
    var place = step - 1
    while place < text.count {
      if isWanted(text[place]) { body(place) }
      place += step
    }
  }

  /// The places of a text that begins with `count` times the same byte, in order.
  @inline(__always)
  func forEachPlace(of text: String, beginningWith count: Int, _ body: (Int) -> Void) {
    guard let byte = text.utf8.first else { return }
    forEachPlace(every: count, of: { $0 == byte }) { place in
      for offset in (place - count + 1)...place where has(text, at: offset) { body(offset) }
    }
  }

  func span(_ range: Range<Int>) -> Span { Span(source, range.lowerBound, range.upperBound) }

  /// Whether a place is in the text of an example: data, not the author's words.
  func isExample(_ offset: Int) -> Bool {
    index.guideline.examples.contains { example in
      guard case .text(let text) = example.input else { return false }
      return text.span.source == source && text.span.range.contains(offset)
    }
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
