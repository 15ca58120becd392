package import RubricaModel
package import RubricaSource

/// Annotators write to a desk, not to a person's own address.
package enum PersonalContact: Check {
  package static let info = CheckInfo(
    id: "personal-contact",
    levels: .warning,
    summary: "Text for annotators contains no person's own e-mail address or telephone number.",
    rationale: """
      The text goes to vendors and crowds, possibly thousands of people. The person gets their \
      questions for years, and the address is personal data that somebody is responsible for.
      """,
    bad: [
      CheckExample(Sample.signs("Ask ⟪ada.park@example.com⟫ about reflections.")),
      CheckExample(Sample.signs("Ask ⟪ada1987@gmail.com⟫ about reflections.")),
      CheckExample(Sample.signs("Ask Ada (⟪+49 170 555 01 23⟫) about reflections.")),
      CheckExample(Sample.signs("Ask Ada: ⟪+49 170 555 01 23⟫ (24/7).")),
    ],
    good: [
      CheckExample(Sample.signs("Ask labeling-desk@example.com about reflections.")),
      CheckExample(Sample.signs("Signs with 8 to 12 letters or +10 points.")),
      CheckExample(Sample.signs("Free counselling: +49 800 555 01 23 (24/7).")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let text = index.annotatorText
    for sign in text.signs where sign.byte == UInt8(ascii: "@") {
      let bytes = index.guideline.sources.bytes(of: sign.source)
      guard let range = address(around: sign.place, in: bytes), isPersonal(bytes[range]) else {
        continue
      }
      report.add(
        info, at: Span(sign.source, range.lowerBound, range.upperBound),
        "this is a person's own address", help: help)
    }
    var next = 0
    for place in text.numbers where place.word >= next {
      let sentence = text.sentences[place.sentence]
      let bytes = index.guideline.sources.bytes(of: sentence.source)
      guard let last = number(at: place.word, in: sentence, text, bytes) else { continue }
      next = last + 1
      if isHelpline(sentence, text) { continue }
      let start = Int(text.words[place.word].start) - 1
      report.add(
        info, at: Span(sentence.source, start, Int(text.words[last].end)),
        "this looks like a telephone number", help: help)
    }
  }

  private static let help =
    "name a shared address, and put people under `contacts` in governance.yaml, which annotators do not get"

  /// Words of those who are there for everybody who calls.
  private static let helplines = Set(
    [
      "helpline", "hotline", "counselling", "counseling", "lifeline", "crisis", "freephone",
      "switchboard", "telefonseelsorge", "seelsorge", "krisentelefon", "beratung",
      "beratungstelefon", "écoute", "ayuda",
    ].map { WordHash($0) })

  private static func isHelpline(
    _ sentence: AnnotatorText.Sentence, _ text: AnnotatorText
  ) -> Bool {
    text.words[sentence.words].contains { helplines.contains($0.key) }
  }

  private static func address(around place: Int, in bytes: [UInt8]) -> Range<Int>? {
    func isPart(_ byte: UInt8) -> Bool {
      byte.isDigit || byte.isLetter || "._+-%".utf8.contains(byte)
    }
    var start = place
    while start > 0, isPart(bytes[start - 1]) { start -= 1 }
    var end = place + 1
    while end < bytes.count, isPart(bytes[end]) { end += 1 }
    while end > place, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard start < place, bytes[place..<end].dropFirst().contains(UInt8(ascii: ".")) else {
      return nil
    }
    return start..<end
  }

  private static let homes = [
    "gmail.", "googlemail.", "yahoo.", "hotmail.", "outlook.", "live.", "icloud.", "gmx.", "web.de",
    "proton.me", "protonmail.", "aol.", "mail.ru", "yandex.", "qq.com", "163.com",
  ]

  /// `first.last@…`, or an address of a house for private mail.
  private static func isPersonal(_ address: ArraySlice<UInt8>) -> Bool {
    let parts = String(decoding: address, as: UTF8.self).lowercased().split(separator: "@")
    guard parts.count == 2 else { return false }
    if homes.contains(where: parts[1].hasPrefix) { return true }
    let names = parts[0].split(separator: ".")
    return names.count == 2 && names.allSatisfy { $0.allSatisfy(\.isLetter) }
      && names[1].count > 1 && !names.contains { roles.contains(String($0)) }
  }

  private static let roles: Set<String> = [
    "support", "help", "desk", "team", "info", "contact", "labeling", "labelling", "annotation",
    "data", "legal", "privacy", "security", "no", "reply", "questions", "service", "office",
  ]

  /// The last word of a number that begins with `+` and a country's digits.
  private static func number(
    at place: Int, in sentence: AnnotatorText.Sentence, _ text: AnnotatorText, _ bytes: [UInt8]
  ) -> Int? {
    let start = Int(text.words[place].start)
    guard start > 0, bytes[start - 1] == UInt8(ascii: "+") else { return nil }
    var digits = 0
    var last = place
    for word in place..<sentence.words.upperBound {
      let range = Int(text.words[word].start)..<Int(text.words[word].end)
      guard bytes[range].allSatisfy({ $0.isDigit || $0 == 45 }),
        word == place || range.lowerBound - Int(text.words[last].end) <= 3,
        // `(24/7)` behind a whole number; the code of a place stands near its head.
        digits < 9
          || !bytes[Int(text.words[last].end)..<range.lowerBound].contains(UInt8(ascii: "("))
      else { break }
      digits += bytes[range].count { $0 != 45 }
      last = word
    }
    return (9...15).contains(digits) ? last : nil
  }
}
