internal import RubricaSource

/// A line of a file of keys, and a place in it. Blanks between words are spaces and tabs.
struct SignerLine {
  let file: SignerFileRefusal.File
  let number: Int
  /// The line in the bytes of the whole file, without its end.
  let bytes: ArraySlice<UInt8>
  private(set) var index: Int

  /// The lines of a file that hold something else than a comment.
  static func lines(
    of bytes: [UInt8], _ file: SignerFileRefusal.File
  ) throws(SignerFileRefusal) -> [SignerLine] {
    var lines: [SignerLine] = []
    var number = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      number += 1
      var content = bytes[start..<end]
      if content.last == 13 { content = content.dropLast() }
      var line = SignerLine(file: file, number: number, bytes: content, index: start)
      start = end + 1
      guard String(validating: content, as: UTF8.self) != nil, !content.contains(0),
        !content.contains(13)
      else { throw line.refusal(.notUTF8, content.startIndex..<content.endIndex) }
      line.skipBlanks()
      if let first = line.peek, first != UInt8(ascii: "#") { lines.append(line) }
    }
    return lines
  }

  var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }
  var rest: ArraySlice<UInt8> { bytes[index...] }

  mutating func skipBlanks() {
    while let byte = peek, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { index += 1 }
  }

  /// The bytes up to the next blank outside of quotes.
  mutating func word() throws(SignerFileRefusal) -> Range<Int> {
    let start = index
    var quote: Int?
    while let byte = peek {
      if byte == UInt8(ascii: "\"") {
        quote = quote == nil ? index : nil
      } else if quote == nil, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
        break
      }
      index += 1
    }
    if let quote { throw refusal(.unclosedQuote, quote..<index) }
    return start..<index
  }

  /// The key at this place, which must be the next two words. What follows is left.
  mutating func key() throws(SignerFileRefusal) -> PublicKey {
    let start = index
    _ = try word()
    skipBlanks()
    let second = try word()
    guard !second.isEmpty else { throw refusal(.noKey, start..<index) }
    do throws(SignatureRefusal) {
      return try PublicKey(line: bytes[start..<index])
    } catch {
      throw refusal(.key(error), start..<index)
    }
  }

  func refusal(_ reason: SignerFileRefusal.Reason, _ range: Range<Int>) -> SignerFileRefusal {
    SignerFileRefusal(file: file, line: number, range: range, reason: reason)
  }
}

/// Whether a byte may stand in the name of a signer: names are compared byte by byte, and people
/// must be able to tell them apart.
func isNameByte(_ byte: UInt8) -> Bool {
  byte.isLetter || byte.isDigit || ".@_+-".utf8.contains(byte)
}
