internal import RubricaModel
internal import RubricaSource

/// Search in the bytes of the document itself: what is written is found wherever it stands, and its
/// place needs no way back.
struct ByteScan {
  let bytes: [UInt8]
  private let guideline: Guideline

  init(_ guideline: Guideline) {
    self.guideline = guideline
    bytes = guideline.sources[guideline.document.source].bytes
  }

  /// The places of the bytes that a finding may start with, in order.
  @inline(__always)
  func forEachPlace(of starts: (UInt8) -> Bool, _ body: (Int, UInt8) -> Void) {
    let text = bytes.span
    for offset in text.indices where starts(text[offset]) { body(offset, text[offset]) }
  }

  /// The places of two bytes that stand side by side; looks at every second byte of the document.
  func forEachPair(_ first: UInt8, _ second: UInt8, _ body: (Int) -> Void) {
    let text = bytes.span
    var offset = 1
    while offset < text.count {
      let byte = text[offset]
      if byte == second, text[offset - 1] == first {
        body(offset - 1)
      } else if byte == first, offset + 1 < text.count, text[offset + 1] == second {
        body(offset)
      }
      offset += 2
    }
  }

  func span(_ range: Range<Int>) -> Span {
    Span(guideline.document.source, range.lowerBound, range.upperBound)
  }

  /// Whether a place is in the text of an example: data, not the author's words.
  func isExample(_ offset: Int) -> Bool {
    guideline.examples.contains { example in
      guard case .text(let text) = example.input else { return false }
      return text.span.source == guideline.document.source && text.span.range.contains(offset)
    }
  }

  func has(_ text: String, at offset: Int) -> Bool { bytes[offset...].starts(with: text.utf8) }

  /// Whether no letter, digit, hyphen or underscore stands before this place.
  func startsWord(_ offset: Int) -> Bool { offset == 0 || !Self.isWordByte(bytes[offset - 1]) }

  /// Whether none stands at this place.
  func endsWord(_ offset: Int) -> Bool { offset == bytes.count || !Self.isWordByte(bytes[offset]) }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x80...: true
    default: false
    }
  }
}
