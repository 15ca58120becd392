/// The words of a heading without what only stands around them: a number, a picture sign, a remark
/// in parentheses.
enum HeadingWords {
  /// "🏷 3.1 Sentiment Labels (draft)" is about "sentiment labels".
  static func core(_ title: String) -> String {
    var rest = title[ornament(of: title).endIndex...]
    while let last = rest.last {
      if last == ")" || last == "\u{FF09}",
        let open = rest.lastIndex(where: { $0 == "(" || $0 == "\u{FF08}" })
      {
        guard open > rest.startIndex else { break }
        rest = rest[..<open]
      } else if last.isLetter || last == ")" || last == "\u{FF09}" || last == "`"
        || last.isASCII && last.isNumber
      {
        break
      } else {
        rest.removeLast()
      }
    }
    return rest.lowercased()
  }

  /// What stands before the first word: a number with what sets it apart, signs that are no letters.
  /// A number that only a blank follows ("3 types") is one as well.
  static func ornament(of title: String) -> Substring {
    var end = title.startIndex
    var index = end
    while index < title.endIndex {
      let character = title[index]
      if isSign(character) {
        index = title.index(after: index)
      } else if let behind = number(in: title[index...]) {
        index = behind
      } else {
        break
      }
      while index < title.endIndex, title[index] == " " { index = title.index(after: index) }
      end = index
    }
    return end < title.endIndex ? title[..<end] : title[..<title.startIndex]
  }

  /// Whether such a beginning surely numbers the heading: "1.", "3.1", "0 —", a number in a key.
  static func isNumber(_ ornament: Substring) -> Bool {
    let words = ornament.drop { !($0.isNumber) }
    guard let first = words.first else { return false }
    if first.unicodeScalars.count > 1 { return true }
    return words.contains { !$0.isNumber && $0 != " " }
  }

  /// Whether what stands before several titles numbers them all: each is another one, and most of
  /// them surely are numbers.
  static func areNumbers(_ ornaments: [Substring]) -> Bool {
    ornaments.allSatisfy { $0.contains(where: \.isNumber) }
      && Set(ornaments).count == ornaments.count
      && ornaments.count(where: isNumber) * 2 > ornaments.count
  }

  /// Where a number and the mark behind it end; nil where the digits are part of a word.
  private static func number(in text: Substring) -> String.Index? {
    let isBracketed = text.first == "("
    let digits = text.dropFirst(isBracketed ? 1 : 0)
    guard let first = digits.first, first.isASCII, first.isNumber else { return nil }
    var rest = digits.drop { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let next = rest.first, !isBracketed || next == ")" else { return nil }
    if ").:".contains(next) {
      rest = rest.dropFirst()
      return rest.first == " " ? rest.startIndex : nil
    }
    guard next == " " else { return nil }
    let behind = rest.drop { $0 == " " }
    guard let mark = behind.first, "-\u{2013}\u{2014}".contains(mark),
      behind.dropFirst().first == " "
    else { return rest.startIndex }
    return behind.dropFirst().startIndex
  }

  /// Whether a text is nothing but signs and blanks.
  static func areSigns(_ text: String) -> Bool {
    text.contains(where: isSign) && text.allSatisfy { isSign($0) || $0 == " " }
  }

  /// The words behind signs that stand before them.
  static func withoutSigns(_ title: String) -> String {
    let ornament = ornament(of: title)
    return areSigns(String(ornament)) ? String(title[ornament.endIndex...]) : title
  }

  /// Pictures and other signs that say no word, digits in keys among them.
  private static func isSign(_ character: Character) -> Bool {
    guard let first = character.unicodeScalars.first else { return false }
    if character.isASCII || character.isLetter { return false }
    if character.unicodeScalars.count > 1, character.unicodeScalars.contains("\u{20E3}") {
      return true
    }
    return first.properties.isEmoji || first.properties.generalCategory == .otherSymbol
  }

  /// The words, cut at blanks, slashes and hyphens.
  static func tokens(_ core: String) -> [String] {
    core.split { " /-\u{2013}\u{2014},:'\u{2019}`*_".contains($0) }.map(String.init)
  }
}
