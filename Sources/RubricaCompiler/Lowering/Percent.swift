/// Percent escapes of links.
enum Percent {
  /// Decodes `%20`; text with a malformed escape or invalid UTF-8 stays as it is.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      // A number may have a sign.
      guard rest.first != UInt8(ascii: "+"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else { return text }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  /// Escapes what ends a destination in Markdown, and the percent sign itself.
  static func encoded(_ path: String) -> String {
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      if byte <= 32 || "%()<>\"\\?#".utf8.contains(byte) {
        let digits = String(byte, radix: 16, uppercase: true)
        bytes += Array((byte < 16 ? "%0" : "%").utf8) + Array(digits.utf8)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
