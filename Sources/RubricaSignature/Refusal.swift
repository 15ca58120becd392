/// Why something is not accepted. There is no `false` in this room: whoever is refused learns what is
/// wrong, why it matters and what to do.
package protocol Refusal: Error, Sendable {
  /// A name for the reason that stays the same, such as `signature-wrong-namespace`.
  var code: String { get }
  /// One sentence for people, without a capital at its start and without a full stop at its end.
  var message: String { get }
}

/// Words of a file that nobody has checked yet, for a message: printable ASCII, and not many of them.
func shown(_ words: some Sequence<UInt8>) -> String {
  var text = ""
  for byte in words {
    guard text.utf8.count < 60 else { return "`\(text)…`" }
    text.unicodeScalars.append(0x20..<0x7F ~= byte ? Unicode.Scalar(byte) : "?")
  }
  return "`\(text)`"
}
