package import RubricaModel
package import RubricaSource

/// Each annotator has a login of their own.
package enum LoginInText: Check {
  package static let info = CheckInfo(
    id: "login-in-text",
    levels: .gap,
    summary: "Text for annotators contains no login name and no password.",
    rationale: """
      A shared login in a guideline is open to everybody who ever gets the file, and nobody can tell \
      any more who gave which answer.
      """,
    bad: [
      CheckExample(Sample.signs("Open the tool. Password: ⟪signs2024⟫")),
      CheckExample(Sample.signs("Log in with user name: `⟪annotator1⟫`.")),
    ],
    good: [
      CheckExample(Sample.signs("Open the tool. Password: ask your lead.")),
      CheckExample(Sample.signs("Two kinds of user: drivers and pedestrians.")),
      CheckExample(Sample.signs("The login: see the letter that you got.")),
    ])

  private static let words = PhraseTable([
    "password", "passwd", "pwd", "passcode", "login", "login name", "username", "user name",
    "user id",
  ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let text = index.annotatorText
    let words = Self.words
    for sentence in text.sentences {
      for place in sentence.words {
        guard
          let found = words.match(text.words, at: place, before: sentence.words.upperBound),
          place + found.count < sentence.words.upperBound
        else { continue }
        let bytes = index.guideline.sources.bytes(of: sentence.source)
        let word = text.words[place + found.count - 1]
        let value = text.words[place + found.count]
        guard let range = secret(after: word, value, bytes) else { continue }
        let what = found.text.hasPrefix("pass") || found.text == "pwd" ? "password" : "login name"
        report.add(
          info, at: Span(sentence.source, range.lowerBound, range.upperBound),
          "this looks like a \(what)",
          help: "remove it, change the login, and say where annotators get their own")
      }
    }
  }

  /// The word behind a colon or `=`, if it is not a word of a language: in backticks, or with a digit.
  private static func secret(
    after word: AnnotatorText.Word, _ value: AnnotatorText.Word, _ bytes: [UInt8]
  ) -> Range<Int>? {
    let between = bytes[Int(word.end)..<Int(value.start)]
    guard between.count <= 6, between.contains(where: { $0 == 58 || $0 == 61 }) else { return nil }
    let isCode = value.has(.code)
    guard isCode || value.has(.hasDigit) else { return nil }
    var start = Int(value.start)
    var end = Int(value.end)
    if isCode {
      while start < end, bytes[start] == 0x60 { start += 1 }
      while end > start, bytes[end - 1] == 0x60 { end -= 1 }
    }
    let first = bytes[start..<end].first ?? 60
    let hasBlank = bytes[start..<end].contains(32)
    // `<your password>` is a place to fill in; "password: 8 characters" is a rule for it.
    let isNumber = bytes[start..<end].allSatisfy { $0.isDigit }
    return hasBlank || first == 60 || first == 123 || isNumber && !isCode ? nil : start..<end
  }
}
