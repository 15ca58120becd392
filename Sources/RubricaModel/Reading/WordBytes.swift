/// What the bytes of running text are to the reader that cuts it into words.
enum WordBytes {
  @inline(__always) static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  @inline(__always) static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "."): true
    default: false
    }
  }

  /// Whether a sign between two bytes keeps them in one word: `don't`, `pick-up`, `3.5`.
  @inline(__always)
  static func joins(_ byte: UInt8, _ before: UInt8, _ after: UInt8) -> Bool {
    switch byte {
    case 0x27, 0x2D, 0x5F: isLetterOrDigit(after)
    case UInt8(ascii: "."), UInt8(ascii: ","): before &- 0x30 < 10 && after &- 0x30 < 10
    default: false
    }
  }

  /// The bytes of a character beyond ASCII that is not a letter; 0 for a letter.
  @inline(__always)
  static func separator(_ text: Swift.Span<UInt8>, _ index: Int) -> Int {
    let next = index + 1 < text.count ? text[index + 1] : 0
    switch text[index] {
    // Latin-1 signs; general punctuation, arrows and mathematics; CJK punctuation and wide signs.
    case 0xC2: return 2
    case 0xE2: return next < 0xB0 ? 3 : 0
    case 0xE3:
      guard next == 0x80, index + 2 < text.count else { return 0 }
      // The sign that repeats a character, and the zero in characters, are letters.
      return text[index + 2] == 0x85 || text[index + 2] == 0x87 ? 0 : 3
    case 0xEF:
      guard index + 2 < text.count else { return 0 }
      switch (next, text[index + 2]) {
      // Signs of full width, and of half width.
      case (0xBC, 0x81...0x8F), (0xBC, 0x9A...0xA0), (0xBC, 0xBB...0xBF), (0xBD, 0x9B...0xA5):
        return 3
      default: return 0
      }
    default: return 0
    }
  }

  /// `"`, `«`, `»`, `“`, `”`, `„`, `‟`, `‹`, `›`, `「`, `」`, `『` and `』`.
  static func isQuote(_ text: Swift.Span<UInt8>, _ index: Int) -> Bool {
    if text[index] == 0x22 { return true }
    guard index + 1 < text.count else { return false }
    let second = text[index + 1]
    if text[index] == 0xC2 { return second == 0xAB || second == 0xBB }
    guard second == 0x80, index + 2 < text.count else { return false }
    let third = text[index + 2]
    return switch text[index] {
    case 0xE2: third &- 0x9C < 4 || third == 0xB9 || third == 0xBA
    case 0xE3: third &- 0x8C < 4
    default: false
    }
  }

  static func isApostrophe(_ text: Swift.Span<UInt8>, _ index: Int) -> Bool {
    index + 2 < text.count && text[index] == 0xE2 && text[index + 1] == 0x80
      && text[index + 2] == 0x99
  }
}
