internal import RubricaSource

/// Raw HTML in Markdown, cut into tags, comments and text. It never fails: what is not a tag is text.
enum HTMLScanner {
  struct Piece: Equatable {
    var kind: Kind
    /// Into the UTF-8 of the text.
    var range: Range<Int>
  }

  enum Kind: Equatable {
    case tag(Tag)
    case comment
    /// A declaration, a processing instruction or character data.
    case other
    case text
  }

  struct Tag: Equatable {
    /// In lower case.
    var name: String
    var isClosing: Bool
    var attributes: [Attribute]
  }

  struct Attribute: Equatable {
    /// In lower case.
    var name: String
    /// As written, without its quotes.
    var value: String
    /// Where the value stands in the UTF-8 of the text; empty if there is none.
    var range: Range<Int>
  }

  static func pieces(of text: String) -> [Piece] {
    var scan = Scan(bytes: Array(text.utf8))
    return scan.run()
  }

  private struct Scan {
    let bytes: [UInt8]
    var pieces: [Piece] = []
    var textStart = 0

    mutating func run() -> [Piece] {
      var index = 0
      while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "<"), let found = markup(at: index) else {
          index += 1
          continue
        }
        flush(to: index)
        pieces.append(Piece(kind: found.kind, range: index..<found.end))
        index = found.end
        textStart = index
      }
      flush(to: bytes.count)
      return pieces
    }

    private mutating func flush(to end: Int) {
      if textStart < end { pieces.append(Piece(kind: .text, range: textStart..<end)) }
    }

    private func markup(at start: Int) -> (kind: Kind, end: Int)? {
      for (opening, closing, kind) in Self.blocks where starts(with: opening, at: start) {
        return (kind, find(closing, from: start + opening.utf8.count) ?? bytes.count)
      }
      return tag(at: start)
    }

    private static let blocks: [(String, String, Kind)] = [
      ("<!--", "-->", .comment), ("<![CDATA[", "]]>", .other), ("<?", "?>", .other),
      ("<!", ">", .other),
    ]

    private func tag(at start: Int) -> (kind: Kind, end: Int)? {
      var index = start + 1
      let isClosing = index < bytes.count && bytes[index] == UInt8(ascii: "/")
      if isClosing { index += 1 }
      let nameStart = index
      while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
      guard index > nameStart, bytes[nameStart].isLetter else { return nil }
      let name = lower(nameStart..<index)
      var attributes: [Attribute] = []
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: ">"):
          let tag = Tag(name: name, isClosing: isClosing, attributes: attributes)
          return (.tag(tag), index + 1)
        case UInt8(ascii: "<"):
          return nil
        case 9...13, 32, UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"),
          UInt8(ascii: "="):
          index += 1
        default:
          guard let next = attribute(at: index, &attributes) else { return nil }
          index = next
        }
      }
      return nil
    }

    private func attribute(at start: Int, _ attributes: inout [Attribute]) -> Int? {
      var index = start
      while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: "="),
        bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "/")
      { index += 1 }
      let name = lower(start..<index)
      var after = index
      while after < bytes.count, isSpace(bytes[after]) { after += 1 }
      guard after < bytes.count, bytes[after] == UInt8(ascii: "=") else {
        attributes.append(Attribute(name: name, value: "", range: index..<index))
        return index
      }
      after += 1
      while after < bytes.count, isSpace(bytes[after]) { after += 1 }
      guard after < bytes.count else { return nil }
      let quote = bytes[after]
      let value: Range<Int>
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let end = bytes[(after + 1)...].firstIndex(of: quote) else { return nil }
        value = (after + 1)..<end
        index = end + 1
      } else {
        let end =
          bytes[after...].firstIndex { isSpace($0) || $0 == UInt8(ascii: ">") } ?? bytes.count
        value = after..<end
        index = end
      }
      attributes.append(
        Attribute(
          name: name, value: String(decoding: bytes[value], as: UTF8.self), range: value))
      return index
    }

    private func starts(with text: String, at index: Int) -> Bool {
      bytes[index...].starts(with: text.utf8)
    }

    private func find(_ text: String, from start: Int) -> Int? {
      guard start < bytes.count else { return nil }
      let first = text.utf8.first
      var index = start
      while index < bytes.count {
        if bytes[index] == first, starts(with: text, at: index) { return index + text.utf8.count }
        index += 1
      }
      return nil
    }

    private func lower(_ range: Range<Int>) -> String {
      String(decoding: bytes[range], as: UTF8.self).lowercased()
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
      (97...122).contains(byte | 0x20) || (48...58).contains(byte) || byte == 45 || byte == 95
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
  }
}
