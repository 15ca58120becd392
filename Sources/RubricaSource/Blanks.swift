extension Unicode.Scalar {
  /// A blank beyond ASCII that word processors and browsers set between words: those that break no
  /// line, and those of a certain width.
  package var isTypographicBlank: Bool {
    switch value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: true
    default: false
    }
  }

  /// A blank that is none of YAML: typographic ones, and the full-width one of East Asian keyboards.
  package var isBlankOfNoYAML: Bool { isTypographicBlank || value == 0x3000 }

  /// What is wrong with a blank that is none of YAML, in words that name it.
  package var asBlankOfNoYAML: String {
    let name =
      switch value {
      case 0xA0: "a no-break space"
      case 0x202F: "a narrow no-break space"
      case 0x3000: "a full-width space"
      default: "a blank of another kind"
      }
    return "\(name) (\(codeName)) stands where only an ordinary space counts"
  }
}

extension String {
  /// With the blank of ASCII for every other one: names are compared in this form, since nobody sees
  /// which blank is in them.
  package var withPlainBlanks: String {
    // Hardly a text has a byte that may begin one.
    guard utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 }) else { return self }
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars { plain.append(scalar.isTypographicBlank ? " " : scalar) }
    return String(plain)
  }
}
