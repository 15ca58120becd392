internal import Crypto

/// UUIDs that are made from names (RFC 9562, version 5): the same thing has the same one in every
/// build, and no two things share one.
enum NameUUID {
  /// The space of all names that Rubrica makes: version 5 of its address among URLs.
  private static let space = make(
    "https://rubrica.dev/ns/interchange",
    in: [
      0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30,
      0xC8,
    ])

  /// `xxxxxxxx-xxxx-5xxx-yxxx-xxxxxxxxxxxx` for the parts of a name, in order.
  static func text(_ parts: String...) -> String {
    // No part can hold the separator unseen: each is preceded by its length.
    text(parts.map { "\($0.utf8.count):\($0)" }.joined(separator: ",").utf8)
  }

  /// The same for a content.
  static func text(_ content: some Sequence<UInt8>) -> String {
    let bytes = make(content, in: space)
    let digits = HexDigits.text(bytes).utf8
    var output = ""
    for (place, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(place) { output += "-" }
      output.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return output
  }

  private static func make(_ name: String, in space: [UInt8]) -> [UInt8] {
    make(name.utf8, in: space)
  }

  private static func make(_ name: some Sequence<UInt8>, in space: [UInt8]) -> [UInt8] {
    var bytes = Array(Insecure.SHA1.hash(data: space + Array(name)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    return bytes
  }
}

/// Bytes in hexadecimal.
enum HexDigits {
  /// Two lower-case digits for each byte.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var output: [UInt8] = []
    for byte in bytes {
      output.append(digits[Int(byte >> 4)])
      output.append(digits[Int(byte & 15)])
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The SHA-256 of a content, 64 digits.
  static func sha256(_ content: [UInt8]) -> String { text(SHA256.hash(data: content)) }

  /// The bytes that an even number of digits stands for; nil if it is something else.
  static func bytes(_ text: String) -> [UInt8]? {
    var output: [UInt8] = []
    var high: UInt8?
    for digit in text.utf8 {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
      default: return nil
      }
      if let first = high {
        output.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? output : nil
  }
}
