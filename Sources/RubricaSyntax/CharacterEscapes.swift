internal import RubricaSource

/// Characters that have no place in a text, where a file names them instead of holding them: nothing that
/// looks at its bytes sees them.
enum CharacterEscapes {
  typealias Found = (scalar: Unicode.Scalar, place: Range<Int>)

  /// In a text of YAML in double quotes: `\0`, `\e`, `\x1b`, `\u202e`, `\U0001fffe`.
  static func inQuotes(_ range: Range<Int>, of bytes: [UInt8]) -> [Found] {
    var found: [Found] = []
    var index = range.lowerBound
    while let sign = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "\\")) {
      guard sign + 1 < range.upperBound else { break }
      let start = sign + 2
      var end = start
      let scalar: Unicode.Scalar?
      switch bytes[sign + 1] {
      case UInt8(ascii: "0"): scalar = "\0"
      case UInt8(ascii: "a"): scalar = "\u{7}"
      case UInt8(ascii: "b"): scalar = "\u{8}"
      case UInt8(ascii: "v"): scalar = "\u{B}"
      case UInt8(ascii: "f"): scalar = "\u{C}"
      case UInt8(ascii: "e"): scalar = "\u{1B}"
      case UInt8(ascii: "N"): scalar = "\u{85}"
      case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
        let isLong = bytes[sign + 1] == UInt8(ascii: "U")
        let digits = bytes[sign + 1] == UInt8(ascii: "x") ? 2 : isLong ? 8 : 4
        end = min(start + digits, range.upperBound)
        scalar = character(bytes[start..<end], radix: 16)
      default: scalar = nil
      }
      if let scalar, UntextualCharacter(scalar) != nil { found.append((scalar, sign..<end)) }
      index = end
    }
    return found
  }

  /// In Markdown: `&#27;` and `&#x202e;`.
  static func references(in range: Range<Int>, of bytes: [UInt8]) -> [Found] {
    var found: [Found] = []
    var index = range.lowerBound
    while index + 3 < range.upperBound {
      guard bytes[index] == UInt8(ascii: "&"), bytes[index + 1] == UInt8(ascii: "#") else {
        index += 1
        continue
      }
      let isHexadecimal = bytes[index + 2] | 0x20 == UInt8(ascii: "x")
      let start = index + (isHexadecimal ? 3 : 2)
      let limit = min(start + 8, range.upperBound)
      if let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")),
        let scalar = character(bytes[start..<end], radix: isHexadecimal ? 16 : 10),
        UntextualCharacter(scalar) != nil
      {
        found.append((scalar, index..<end + 1))
      }
      index = start
    }
    return found
  }

  /// Whether numbers of characters may be in a text at all: few texts have an ampersand.
  static func mayHaveReferences(in range: Range<Int>, of bytes: [UInt8]) -> Bool {
    guard bytes.contains(UInt8(ascii: "&"), in: range) else { return false }
    return zip(bytes[range], bytes[range].dropFirst()).contains { sign, next in
      sign == UInt8(ascii: "&") && next == UInt8(ascii: "#")
    }
  }

  private static func character(_ digits: ArraySlice<UInt8>, radix: Int) -> Unicode.Scalar? {
    // A number may have a sign.
    guard digits.allSatisfy({ $0.hexadecimalValue != nil }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: radix).flatMap {
      Unicode.Scalar($0)
    }
  }
}

extension MarkdownTree {
  /// The characters with no place in a text that entities have put into it: `&#27;`.
  package func escapedCharacters(in bytes: [UInt8]) -> [SyntaxProblem] {
    guard let body = nodes.first?.span,
      CharacterEscapes.mayHaveReferences(in: body.range, of: bytes)
    else { return [] }
    var problems: [SyntaxProblem] = []
    var seen: Set<Int> = []
    for node in nodes where !node.isExact {
      let words: String
      switch node.kind {
      case .text(let text): words = text
      case .link(_, let title), .image(_, let title): words = title
      default: continue
      }
      let shown = words.unicodeScalars
      guard shown.contains(where: { $0 == "\u{FFFD}" || UntextualCharacter($0) != nil }) else {
        continue
      }
      for (scalar, place) in CharacterEscapes.references(in: node.span.range, of: bytes)
      where shown.contains(Self.shown(scalar)) && seen.insert(place.lowerBound).inserted {
        problems.append(
          SyntaxProblem(
            .escapedCharacter(scalar), at: Span(body.source, place.lowerBound, place.upperBound)))
      }
    }
    return problems
  }

  /// What the parser makes of a character.
  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0, 0xFFFE, 0xFFFF: "\u{FFFD}"
    default: scalar
    }
  }
}
