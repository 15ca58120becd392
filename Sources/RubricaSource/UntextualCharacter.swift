/// Why a character has no place in a text.
package enum UntextualCharacter: Sendable {
  /// Of the first 32 but tabs and line ends, or U+007F.
  case control
  /// U+0080 to U+009F, or what Unicode keeps for no character.
  case reserved
  /// One that turns the text around it, or sets it apart from the direction of the rest.
  case turning

  package init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 9, 10, 13: return nil
    case 0..<32, 0x7F: self = .control
    case 0x80..<0xA0, 0xFDD0...0xFDEF: self = .reserved
    case 0x202A...0x202E: self = .turning
    case let value where value & 0xFFFE == 0xFFFE: self = .reserved
    default: return nil
    }
  }
}

extension Unicode.Scalar {
  /// As people write it: U+00A0.
  package var codeName: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
