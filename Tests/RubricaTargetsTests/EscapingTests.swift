import RubricaSource
import Testing

/// Text is looked at eight bytes at a time: a byte must be escaped wherever it stands among others,
/// and whatever stands beside it.
struct EscapingTests {
  /// Bytes around each one that is escaped somewhere, and some that are not.
  private static let bytes =
    (0..<128).map { UInt8($0) } + [0x80, 0x81, 0xA2, 0xA6, 0xBC, 0xDC, 0xFF]

  private func written(_ write: (inout ByteBuffer) -> Void) -> [UInt8] {
    var buffer = ByteBuffer()
    write(&buffer)
    return buffer.bytes
  }

  /// Every text of up to 18 letters of which one is `byte`, and every text of `byte` alone.
  private func texts(of byte: UInt8) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    for count in 1...18 {
      texts.append(Array(repeating: byte, count: count))
      for place in 0..<count {
        var text = Array(repeating: UInt8(ascii: "a"), count: count)
        text[place] = byte
        texts.append(text)
        // A hit below another one, and one byte from it.
        if place > 0 { text[place - 1] = byte ^ 1 }
        texts.append(text)
      }
    }
    return texts
  }

  private func html(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "&"): Array("&amp;".utf8)
    case UInt8(ascii: "<"): Array("&lt;".utf8)
    case UInt8(ascii: ">"): Array("&gt;".utf8)
    case UInt8(ascii: "\""): Array("&quot;".utf8)
    default: [byte]
    }
  }

  private func liquid(_ byte: UInt8) -> [UInt8] {
    "{}%".utf8.contains(byte) ? Array("&#\(byte);".utf8) : html(byte)
  }

  private func xml(_ byte: UInt8) -> [UInt8] {
    if [9, 10, 13].contains(byte) { return Array("&#\(byte);".utf8) }
    return byte < 32 ? Array("\u{FFFD}".utf8) : html(byte)
  }

  private func json(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case 9: return Array("\\t".utf8)
    case 10: return Array("\\n".utf8)
    case 13: return Array("\\r".utf8)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [UInt8(ascii: "\\"), byte]
    case 0..<32, 127:
      let digits = String(byte, radix: 16)
      return Array(("\\u00" + (digits.count < 2 ? "0" : "") + digits).utf8)
    default: return [byte]
    }
  }

  @Test(arguments: bytes) func everyByteIsEscapedAnywhere(byte: UInt8) {
    for text in texts(of: byte) {
      #expect(written { $0.append(html: text.span) } == text.flatMap(html))
      #expect(written { $0.append(liquid: text.span) } == text.flatMap(liquid))
      #expect(written { $0.append(xml: text.span) } == text.flatMap(xml))
      let quote = [UInt8(ascii: "\"")]
      #expect(written { $0.append(json: text) } == quote + text.flatMap(json) + quote)
    }
  }

  /// Also where more is written than was thought.
  @Test(arguments: [0, 1, 40, 4_000]) func bytesAreTheSameWhateverWasReserved(size: Int) {
    let text = Array("a < b, and so on. ".utf8)
    let bytes = ByteBuffer.bytes(reserving: size) { buffer in
      for _ in 0..<20 { buffer.append(html: text.span) }
    }
    #expect(bytes == Array(repeating: text.flatMap(html), count: 20).flatMap { $0 })
  }

  @Test func base64OfABufferIsThatOfAnArray() {
    for count in 0..<10 {
      let bytes = (0..<count).map { UInt8($0 * 27) }
      #expect(written { $0.append(base64: bytes) } == Array(Base64.text(bytes).utf8))
    }
  }
}
