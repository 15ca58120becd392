internal import RubricaModel

/// Puts the reserved words of a starter into the language that its author will write in. The rest of
/// a starter is there to be replaced.
struct StarterLanguage {
  private let tag: String
  private let vocabulary: Vocabulary

  init(_ tag: String) {
    self.tag = tag
    vocabulary = Vocabulary(language: tag)
  }

  func document(_ text: String) -> String {
    var isFront = false
    var lines: [String] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line == "---" { isFront = number == 0 }
      if isFront, line.hasPrefix("language: en") {
        lines.append("language: " + tag + line.dropFirst("language: en".count))
      } else {
        lines.append(isFront ? String(line) : consequence(leadIns(heading(String(line)))))
      }
    }
    return lines.joined(separator: "\n")
  }

  private func heading(_ line: String) -> String {
    let marks = line.prefix { $0 == "#" }
    let words = line.dropFirst(marks.count + 1)
    guard !marks.isEmpty, line.dropFirst(marks.count).first == " " else { return line }
    if let found = Vocabulary.english.section(String(words)), found.foreign == nil {
      return "\(marks) \(vocabulary.word(found.meaning))"
    }
    guard let colon = words.firstIndex(of: ":"),
      let found = Vocabulary.english.entry(words[..<colon]), found.foreign == nil
    else { return line }
    return "\(marks) \(vocabulary.word(found.meaning))\(words[colon...])"
  }

  /// The words behind the arrow of a threshold.
  private func consequence(_ line: String) -> String {
    guard let arrow = line.firstRange(of: "` -> ") else { return line }
    let words = line[arrow.upperBound...].prefix { !".;,(".contains($0) }
    guard let found = Vocabulary.english.consequence(String(words)), found.foreign == nil else {
      return line
    }
    return line[..<arrow.upperBound] + vocabulary.word(found.meaning) + line[words.endIndex...]
  }

  private func leadIns(_ line: String) -> String {
    var parts = line.split(separator: "**", omittingEmptySubsequences: false).map(String.init)
    // Every second part stands between stars.
    for place in stride(from: 1, to: parts.count - 1, by: 2) {
      guard let found = Vocabulary.english.leadIn(parts[place][...]) else { continue }
      let word = vocabulary.word(found.meaning)
      let isLower = parts[place].first?.isLowercase == true
      parts[place] = isLower ? word.prefix(1).lowercased() + word.dropFirst() : word
    }
    return parts.joined(separator: "**")
  }
}
