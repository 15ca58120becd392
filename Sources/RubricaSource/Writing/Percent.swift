/// Percent escapes, as in addresses: `%2F`.
package enum Percent {
  /// With the bytes that escapes stand for; the text itself if they make no UTF-8. A sign without two
  /// digits behind it stands for itself, as in browsers.
  package static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = bytes[index + 1].hexadecimalValue, let low = bytes[index + 2].hexadecimalValue
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(validating: decoded, as: UTF8.self) ?? text
  }

  /// With an escape for each byte that asks for one. Only if the percent sign does is the text told
  /// from others that are escaped.
  package static func encoded(_ text: String, where isEscaped: (UInt8) -> Bool) -> String {
    guard text.utf8.contains(where: isEscaped) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      if isEscaped(byte) {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A path as a part of a URI reference (RFC 3986).
  package static func uri(_ path: String) -> String {
    encoded(path) { !$0.isUnreserved && $0 != UInt8(ascii: "/") }
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
}

extension UInt8 {
  /// What a hexadecimal digit of ASCII stands for; nil if it is none. Numbers that Swift reads from
  /// text may have a sign, which is no digit.
  package var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// What stands for itself in every part of an address (RFC 3986).
  package var isUnreserved: Bool {
    isLetter || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
      || self == UInt8(ascii: "_") || self == UInt8(ascii: "~")
  }
}
