internal import RubricaSource

/// An argument of a command that people copy into a shell.
enum ShellWord {
  /// Besides letters and digits.
  private static let plain = Set("_./:@%+=,-".utf8)

  /// The text as one word of a POSIX shell: as it is, if no shell sees anything in it, or else in quotes.
  static func quoted(_ text: String) -> String {
    if !text.isEmpty, text.utf8.allSatisfy(isPlain) { return text }
    let inner = text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''")
    return "'\(inner)'"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isLetter || plain.contains(byte)
  }

  /// A path as such a word, which no program takes for an option.
  static func path(_ path: String) -> String {
    quoted(path.utf8.first == UInt8(ascii: "-") ? "./" + path : path)
  }
}
