/// E-mail addresses in running text. They stand beside contacts and nowhere else.
enum MailAddress {
  static func masked(_ text: String) -> String {
    guard text.utf8.span.contains(UInt8(ascii: "@")) else { return text }
    var output = ""
    var word = ""
    for character in text {
      if character.isWhitespace || "<>()[]{},;:\"'`".contains(character) {
        output += replaced(word)
        output.append(character)
        word = ""
      } else {
        word.append(character)
      }
    }
    return output + replaced(word)
  }

  private static func replaced(_ word: String) -> String {
    guard let at = word.firstIndex(of: "@"), at != word.startIndex,
      word[word.index(after: at)...].contains(".")
    else { return word }
    return word.hasSuffix(".") ? "(e-mail address)." : "(e-mail address)"
  }
}
