internal import RubricaModel

/// Turns of a conversation: lines that begin with whose words they are.
extension [Inline] {
  /// With a line end before each line that begins with a speaker, if the first one does.
  var keepingTurns: [Inline] {
    guard contains(where: { $0.isBreak }), startsTurn(at: startIndex) else { return self }
    return indices.map { index in
      if case .softBreak = self[index].kind, startsTurn(at: index + 1) {
        Inline(.lineBreak, self[index].span, isExact: self[index].isExact)
      } else {
        self[index]
      }
    }
  }

  /// `**User:** hi`, `**User**: hi`, `User: hi`.
  private func startsTurn(at index: Int) -> Bool {
    guard index < endIndex else { return false }
    switch self[index].kind {
    case .strong(let words), .emphasis(let words):
      let name = words.plainText
      if Self.endsInColon(name) { return true }
      guard index + 1 < endIndex, case .text(let next) = self[index + 1].kind else { return false }
      return next.drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }.first.map {
        $0 == ":" || $0 == "\u{FF1A}"
      } ?? false
    case .text(let text):
      guard let colon = text.utf8.prefix(40).firstIndex(of: UInt8(ascii: ":")) else { return false }
      let behind = text[colon...].dropFirst().first
      return (behind == nil || behind == " ") && Self.isName(text[..<colon])
    default: return false
    }
  }

  private static func endsInColon(_ words: String) -> Bool {
    let last = words.last { $0 != " " }
    return last == ":" || last == "\u{FF1A}"
  }

  /// One word, or up to three that begin with a capital.
  private static func isName(_ words: Substring) -> Bool {
    let parts = words.split(separator: " ")
    guard let first = words.first, first.isLetter, 1...3 ~= parts.count,
      parts.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || "-_'.".contains($0) } })
    else { return false }
    return parts.count == 1 || !first.isLowercase
  }
}
