internal import RubricaModel
internal import RubricaSource

/// Search in the bytes of the document itself: what is written is found wherever it stands, and its
/// place needs no way back.
struct ByteScan {
  let source: SourceID
  let bytes: [UInt8]
  /// Texts of examples, in order: data, not the author's words.
  private let examples: [Range<Int>]

  init(_ guideline: Guideline) {
    source = guideline.document.source
    bytes = guideline.sources[source].bytes
    examples = guideline.examples.compactMap {
      if case .text(let text) = $0.input, text.span.source == guideline.document.source {
        text.span.range
      } else {
        nil
      }
    }
  }

  func span(_ range: Range<Int>) -> Span { Span(source, range.lowerBound, range.upperBound) }

  func isExample(_ offset: Int) -> Bool { examples.contains { $0.contains(offset) } }

  func has(_ text: String, at offset: Int) -> Bool { bytes[offset...].starts(with: text.utf8) }

  /// Whether no letter, digit or hyphen stands at either side.
  func isWord(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 32
    let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 32
    return !Self.isWordByte(before) && !Self.isWordByte(after)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x80...: true
    default: false
    }
  }
}
