internal import RubricaSource

/// What can be found in the bytes of a text at all. One pass over them gathers it for every check that would
/// search them by itself: what such a check looks for is in hardly any guideline. True for some texts that do
/// not have the thing; never false for one that has it.
package struct Traces: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A control character, or what Unicode keeps for no character.
  package static let control = Traces(rawValue: 1)
  /// A character of no width, or one that turns the direction of writing.
  package static let hidden = Traces(rawValue: 2)
  package static let noBreakSpace = Traces(rawValue: 4)
  /// `<` and what begins a comment or a tag whose text goes on to an end of its own, or the end of a comment.
  package static let markup = Traces(rawValue: 8)
  /// An address in round brackets with a blank in it.
  package static let brokenAddress = Traces(rawValue: 16)
  /// `[^`.
  package static let footnote = Traces(rawValue: 32)
  /// Two number signs or more with something right behind them.
  package static let headingWithoutBlank = Traces(rawValue: 64)
  /// `TODO` and other marks of what is still to be written.
  package static let leftover = Traces(rawValue: 128)
  /// What begins a key of a service.
  package static let credential = Traces(rawValue: 256)

  /// A fence of a block that may be called `json`.
  package static let json = Traces(rawValue: 512)
  /// What UTF-8 becomes when it is read in another encoding, or the sign for what could not be read.
  package static let misread = Traces(rawValue: 1024)

  /// Bytes of an address at most, from one bracket to the other: no path is longer.
  package static let longestAddress = 2_000

  package init(in bytes: [UInt8]) {
    var found: Traces = []
    let text = bytes.span
    let telling = Self.telling.span
    for place in text.indices where telling[Int(text[place])] {
      found.formUnion(Self.traces(in: text, at: place))
    }
    self = found
  }

  /// The bytes that can be part of a trace, at the place in it where they are rarest.
  private static let telling = (0...UInt8.max).map { byte in
    switch byte {
    case 9, 10, 13: false
    case 0..<32, 0x7F: true
    case 0xC2, 0xC3, 0xE2, 0xEF...0xF4: true
    case let sign where sign < 0x80: "<(^#?TFXuA_-`~".utf8.contains(sign)
    default: false
    }
  }

  private static func traces(in text: Swift.Span<UInt8>, at place: Int) -> Traces {
    let byte = text[place]
    let (last, next) = (self.byte(in: text, place - 1), self.byte(in: text, place + 1))
    switch byte {
    case UInt8(ascii: "<"):
      // `!` and `?`, and the first letters of names.
      return "!?sptSPT".utf8.contains(next) ? .markup : []
    case UInt8(ascii: "("):
      return last == UInt8(ascii: "]") && hasBlank(text, behind: place) ? .brokenAddress : []
    case UInt8(ascii: "^"): return last == UInt8(ascii: "[") ? .footnote : []
    case UInt8(ascii: "#"): return endsSigns(text, at: place) ? .headingWithoutBlank : []
    case UInt8(ascii: "`"), UInt8(ascii: "~"): return isFence(text, at: place) ? .json : []
    case UInt8(ascii: "?"), UInt8(ascii: "X"): return last == byte && next == byte ? .leftover : []
    // `TODO`, `TBD` and `TBC`.
    case UInt8(ascii: "T"):
      return next == UInt8(ascii: "O") || next == UInt8(ascii: "B") ? .leftover : []
    // `FIXME` and `ipsum`.
    case UInt8(ascii: "F"): return next == UInt8(ascii: "I") ? .leftover : []
    case UInt8(ascii: "u"):
      return last == UInt8(ascii: "s") && next == UInt8(ascii: "m")
        && self.byte(in: text, place - 2) == UInt8(ascii: "p") ? .leftover : []
    case UInt8(ascii: "-"):
      var found: Traces = isInCredential(text, at: place) ? .credential : []
      if next == byte, self.byte(in: text, place + 2) == UInt8(ascii: ">") { found.insert(.markup) }
      return found
    case UInt8(ascii: "A"), UInt8(ascii: "_"):
      return isInCredential(text, at: place) ? .credential : []
    case 0x80...: return wideTraces(in: text, at: place)
    default: return .control
    }
  }

  private static func byte(in text: Swift.Span<UInt8>, _ place: Int) -> UInt8 {
    place >= 0 && place < text.count ? text[place] : 0
  }

  /// Whether the beginning of a key stands around a place.
  private static func isInCredential(_ text: Swift.Span<UInt8>, at place: Int) -> Bool {
    func has(_ sign: Unicode.Scalar, _ offset: Int) -> Bool {
      byte(in: text, place + offset) == UInt8(ascii: sign)
    }
    return switch text[place] {
    // `AKIA`, `ASIA` and `AIza`.
    case UInt8(ascii: "A"):
      (has("K", 1) || has("S", 1)) && has("I", 2) || has("I", 1) && has("z", 2)
    // `ghp_`, `github_pat_` and `sk_live_`.
    case UInt8(ascii: "_"):
      has("g", -3) && has("h", -2) || has("b", -1) && has("p", 1) || has("k", -1) && has("l", 1)
    // `glpat-`, `xoxb-` and `-----BEGIN`.
    default:
      has("l", -4) && has("p", -3) || has("x", -4) && has("x", -2) || has("-", -1) && has("B", 1)
    }
  }

  /// What a character beyond ASCII is.
  private static func wideTraces(in text: Swift.Span<UInt8>, at place: Int) -> Traces {
    let (second, third) = (byte(in: text, place + 1), byte(in: text, place + 2))
    switch (text[place], second, third) {
    case (0xC2, 0xA0, _): return .noBreakSpace
    // U+0080 to U+009F.
    case (0xC2, ..<0xA0, _): return .control
    // U+200B, U+202A to U+202E, U+2060 and U+FEFF.
    case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF):
      return .hidden
    // The first letter of two to four, of which the others are no letters.
    case (0xC3, 0x82, 0xC2), (0xC3, 0x83, 0xC2...0xE2), (0xC3, 0xA2, 0xC5...0xE2),
      (0xC3, 0xB0, 0xC5):
      return .misread
    case (0xEF, 0xBF, 0xBD): return [.control, .misread]
    // U+FDD0 to U+FDEF, U+FFFE and U+FFFF, and the last two of each other plane.
    case (0xEF, 0xB7, _), (0xEF, 0xBF, _), (0xF0..., _, 0xBF): return .control
    default: return []
    }
  }

  /// Whether a blank stands between a bracket and the end of the address behind it.
  private static func hasBlank(_ text: Swift.Span<UInt8>, behind bracket: Int) -> Bool {
    var end = bracket + 1
    while end < text.count, end - bracket < longestAddress, text[end] > 32,
      text[end] != UInt8(ascii: ")")
    {
      end += 1
    }
    return end < text.count && text[end] == 32
  }

  /// Whether a number sign is the last of several at the start of a word, and something stands behind it.
  private static func endsSigns(_ text: Swift.Span<UInt8>, at place: Int) -> Bool {
    let sign = text[place]
    guard place > 0, text[place - 1] == sign, place + 1 < text.count,
      text[place + 1] != sign, !text[place + 1].isWhiteSpace
    else { return false }
    var start = place
    while start > 0, text[start - 1] == sign { start -= 1 }
    return start == 0 || text[start - 1].isWhiteSpace
  }

  /// Whether a fence ends at a place, and behind it begins `json`, or what may stand for its first letter.
  private static func isFence(_ text: Swift.Span<UInt8>, at place: Int) -> Bool {
    let sign = text[place]
    guard place > 1, text[place - 1] == sign, text[place - 2] == sign else { return false }
    var next = place + 1
    while next < text.count, text[next] == 32 || text[next] == 9 { next += 1 }
    return next < text.count && (text[next] == UInt8(ascii: "j") || text[next] == UInt8(ascii: "&"))
  }
}
