package import RubricaSource

/// What an annotator may say of an item or a part of it.
package typealias Label = Shared<LabelFields>

package struct LabelFields: Sendable {
  package var id: Located<String>
  package var name: Located<String>
  package var definition: [Block] = []
  package var includes: [Prose] = []
  package var excludes: [Prose] = []
  package var contrasts: [Contrast] = []
  package var parent: Located<String>?
  /// The group under whose heading it stands.
  package var group: Located<String>?
  /// Set if the label stands for many texts.
  package var form: LabelForm?
  /// Terms of other vocabularies that mean the same.
  package var bindings: [Binding] = []
  package var colour: Located<Colour>?
  /// One character.
  package var shortcut: Located<String>?
  /// The number that stands for the label in the data.
  package var code: Located<Int>?
  /// The id in the exported data, where it differs.
  package var export: Located<String>?
  package var status: Located<LabelStatus>?
  /// What stands under the label's heading besides the above, in the author's order.
  package var elements: [Element] = []
  /// Where the label is declared: its heading, or its entry in a list.
  package var span: Span
  package var audience: Audience

  package init(id: Located<String>, name: Located<String>, span: Span, audience: Audience) {
    self.id = id
    self.name = name
    self.span = span
    self.audience = audience
  }
}

extension Label {
  /// The id in exported data.
  package var exportID: String { self.export?.value ?? self.id.value }
}

/// Whether it is still given.
package enum LabelStatus: String, Sendable, CaseIterable { case active, deprecated }

/// How a label differs from one it is easily confused with.
package struct Contrast: Sendable {
  package var label: Located<String>
  package var text: Prose

  package init(label: Located<String>, text: Prose) {
    self.label = label
    self.text = text
  }
}

/// A colour in sRGB.
package struct Colour: Sendable, Equatable, Hashable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#rrggbb`.
  package init?(hex: String) {
    let digits = hex.utf8.dropFirst().compactMap { $0.hexadecimalValue }
    guard hex.utf8.first == UInt8(ascii: "#"), hex.utf8.count == 7, digits.count == 6 else {
      return nil
    }
    self.init(
      red: digits[0] << 4 | digits[1], green: digits[2] << 4 | digits[3],
      blue: digits[4] << 4 | digits[5])
  }

  /// `#rrggbb` in lower case.
  package var hex: String {
    let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Colours for labels without one of their own: told apart by most people with colour-blindness,
  /// and dark enough for white text.
  package static let palette: [Colour] = [
    0x1F6FB2, 0xB4471F, 0x2E7D4F, 0x8E3B8A, 0x8A6A00, 0x00787A, 0xB3214E, 0x5A55C9, 0x5E6B1D,
    0x7A4B32, 0x3C6478, 0x9A2F9A,
  ].map { Colour(red: UInt8($0 >> 16), green: UInt8($0 >> 8 & 0xFF), blue: UInt8($0 & 0xFF)) }
}
