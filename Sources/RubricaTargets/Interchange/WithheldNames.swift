internal import RubricaSource

/// Names of people, to be taken out of words that the public reads.
struct WithheldNames {
  /// One name, character by character in small letters.
  private struct Name {
    let letters: [String]
    /// What follows a name of several words is its ending, as in `of Ann Millers`; what follows one word
    /// makes another word of it.
    let isOneWord: Bool
    let endsCased: Bool
  }

  /// By their first letter, the longest first, so that no rest of a name is left over.
  private let names: [String: [Name]]

  /// Names of less than three bytes would take words apart that are none.
  init(_ names: some Sequence<String>) {
    let distinct = Set(names.map { DataText.oneLine($0).lowercased() })
      .filter { $0.utf8.count > 2 }
      .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    self.names = Dictionary(
      grouping: distinct.map { name in
        Name(
          letters: name.map { $0.lowercased() }, isOneWord: !name.contains(" "),
          endsCased: name.last?.isCased ?? false)
      }, by: { $0.letters[0] })
  }

  /// `text` with `(name withheld)` in place of each name, in capitals or not. A name within a word is
  /// none, where a script has words: `art` in `articles`.
  func removed(from text: String) -> String {
    if names.isEmpty { return text }
    let characters = Array(text)
    let letters = characters.map { $0.lowercased() }
    var output = ""
    var place = 0
    while place < characters.count {
      if let name = name(at: place, letters, characters) {
        output += "(name withheld)"
        place += name.letters.count
      } else {
        output.append(characters[place])
        place += 1
      }
    }
    return output
  }

  private func name(at place: Int, _ letters: [String], _ characters: [Character]) -> Name? {
    guard let candidates = names[letters[place]] else { return nil }
    if place > 0, characters[place].isCased, characters[place - 1].isCased { return nil }
    return candidates.first { name in
      guard letters[place...].starts(with: name.letters) else { return false }
      let end = place + name.letters.count
      return
        !(name.isOneWord && name.endsCased && end < characters.count
        && characters[end].isCased)
    }
  }
}
