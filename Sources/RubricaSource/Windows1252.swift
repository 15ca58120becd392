/// The encoding of old Windows programs: Latin-1 with letters and signs where that has control characters.
package enum Windows1252 {
  /// The character of a byte; nil for the five bytes that have none.
  package static func scalar(of byte: UInt8) -> Unicode.Scalar? {
    byte < 0x80 || byte > 0x9F ? Unicode.Scalar(byte) : signs[Int(byte) - 0x80]
  }

  /// The byte above 7F of a character. Programs that read bytes without a character keep them as the
  /// control characters of Latin-1, so these have one too.
  package static func upperByte(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value >= 0x80, scalar.value <= 0xFF { return UInt8(scalar.value) }
    return signs.firstIndex(of: scalar).map { 0x80 + UInt8($0) }
  }

  /// From 80 to 9F.
  private static let signs: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]
}
