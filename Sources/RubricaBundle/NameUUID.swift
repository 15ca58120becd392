internal import Crypto

/// UUIDs that are made from names (RFC 9562, version 5): the same thing has the same one in every
/// build, and no two things share one.
package enum NameUUID {
  /// The space of all names that Rubrica makes: version 5 of its address among URLs.
  private static let space = make(
    "https://rubrica.dev/ns/interchange",
    in: [
      0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30,
      0xC8,
    ])

  /// `xxxxxxxx-xxxx-5xxx-yxxx-xxxxxxxxxxxx` for the parts of a name, in order.
  package static func text(_ parts: String...) -> String {
    // No part can hold the separator unseen: each is preceded by its length.
    text(parts.map { "\($0.utf8.count):\($0)" }.joined(separator: ",").utf8)
  }

  /// The same for a content.
  package static func text(_ content: some Sequence<UInt8>) -> String {
    let bytes = make(content, in: space)
    var output: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(place) { output.append(UInt8(ascii: "-")) }
      output.append(Hexadecimal.digit(byte >> 4))
      output.append(Hexadecimal.digit(byte & 15))
    }
    return String(decoding: output, as: UTF8.self)
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
