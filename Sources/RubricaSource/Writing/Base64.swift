/// Base64 (RFC 4648, the standard alphabet, with padding).
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  package static func append(_ bytes: [UInt8], to output: inout [UInt8]) {
    output.append(addingCapacity: size(bytes)) { encode(bytes, to: &$0) }
  }

  /// How many letters it takes.
  fileprivate static func size(_ bytes: [UInt8]) -> Int { (bytes.count + 2) / 3 * 4 }

  fileprivate static func encode(_ bytes: [UInt8], to output: inout OutputSpan<UInt8>) {
    let alphabet = alphabet
    var index = 0
    while index + 2 < bytes.count {
      let group =
        UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
      output.append(alphabet[Int(group >> 18)])
      output.append(alphabet[Int(group >> 12 & 63)])
      output.append(alphabet[Int(group >> 6 & 63)])
      output.append(alphabet[Int(group & 63)])
      index += 3
    }
    let rest = bytes.count - index
    guard rest > 0 else { return }
    let group = UInt32(bytes[index]) << 16 | (rest == 2 ? UInt32(bytes[index + 1]) << 8 : 0)
    output.append(alphabet[Int(group >> 18)])
    output.append(alphabet[Int(group >> 12 & 63)])
    output.append(rest == 2 ? alphabet[Int(group >> 6 & 63)] : UInt8(ascii: "="))
    output.append(UInt8(ascii: "="))
  }

  /// `data:image/png;base64,…`
  package static func dataURI(_ bytes: [UInt8], type: String) -> String {
    var output = Array("data:\(type);base64,".utf8)
    append(bytes, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  package static func text(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    append(bytes, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The bytes behind a text, or nil if it is not the one way to write them: other letters, padding
  /// that is missing or too long, bits behind the end. White space is skipped if that is asked for.
  package static func decode(
    _ text: some Sequence<UInt8>, skippingWhiteSpace: Bool = false
  ) -> [UInt8]? {
    decode(Array(text), skippingWhiteSpace)
  }

  private static func decode(_ text: [UInt8], _ skippingWhiteSpace: Bool) -> [UInt8]? {
    var output: [UInt8] = []
    output.reserveCapacity(text.count / 4 * 3)
    var group: UInt32 = 0
    var digits = 0
    var padding = 0
    for byte in text {
      if skippingWhiteSpace, byte.isWhiteSpace { continue }
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = value(of: byte) else { return nil }
      group = group << 6 | value
      digits += 1
      if digits % 4 == 0 {
        output.append(UInt8(truncatingIfNeeded: group >> 16))
        output.append(UInt8(truncatingIfNeeded: group >> 8))
        output.append(UInt8(truncatingIfNeeded: group))
        group = 0
      }
    }
    switch (digits % 4, padding) {
    case (0, 0): return output
    case (2, 2) where group & 0xF == 0:
      output.append(UInt8(truncatingIfNeeded: group >> 4))
      return output
    case (3, 1) where group & 0x3 == 0:
      output.append(UInt8(truncatingIfNeeded: group >> 10))
      output.append(UInt8(truncatingIfNeeded: group >> 2))
      return output
    default: return nil
    }
  }

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a") + 26)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0") + 52)
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}

extension ByteBuffer {
  package mutating func append(base64 bytes: [UInt8]) {
    append(addingCapacity: Base64.size(bytes)) { Base64.encode(bytes, to: &$0) }
  }
}
