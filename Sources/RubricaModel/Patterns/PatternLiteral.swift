/// Texts as parts of a pattern that match nothing but them, as ECMAScript reads patterns in Unicode
/// mode: there a backslash may stand only before what it must stand before.
package enum PatternLiteral {
  private static let signs = Set("^$\\.*+?()[]{}|/".unicodeScalars)

  /// The text where characters stand one after the other.
  package static func escaped(_ text: String) -> String { escaped(text) { signs.contains($0) } }

  /// The characters of the text where they stand within `[…]`: a hyphen makes a range there.
  package static func escapedInSet(_ text: String) -> String {
    escaped(text) { $0 == "-" || signs.contains($0) }
  }

  private static func escaped(_ text: String, _ isSign: (Unicode.Scalar) -> Bool) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isSign(scalar) { output.append("\\") }
      output.append(scalar)
    }
    return String(output)
  }
}
