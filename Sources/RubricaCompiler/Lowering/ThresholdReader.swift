internal import RubricaModel
internal import RubricaSource

/// Reads `height < 10 px` in backticks, and the consequence behind an arrow.
enum ThresholdReader {
  /// All thresholds in running text. The arrow may stand inside the backticks or behind them.
  static func read(_ inlines: [Inline], _ vocabulary: Vocabulary) -> [Threshold] {
    var unread: [Problem] = []
    return read(inlines, vocabulary, &unread)
  }

  /// The same. What looks like a threshold and is none that can be read, is added to `unread`.
  static func read(
    _ inlines: [Inline], _ vocabulary: Vocabulary, _ unread: inout [Problem]
  ) -> [Threshold] {
    var thresholds: [Threshold] = []
    let pieces = inlines.span
    for index in pieces.indices {
      switch pieces[index].kind {
      case .code(let code):
        let place = pieces[index].span
        let next = index + 1 < inlines.count ? inlines[index + 1] : nil
        let words = consequence(of: code, place, next)
        guard words != nil || mayCompare(code) else { continue }
        let meaning = words.flatMap { vocabulary.consequence($0.value) }?.meaning
        switch parse(splitArrow(code).before, place, vocabulary) {
        case .success(var threshold):
          if let words, !words.value.isEmpty {
            threshold.consequenceText = words
            threshold.consequence = meaning.map { Located($0, words.span) }
            threshold.span = threshold.span.union(words.span)
          }
          thresholds.append(threshold)
        case .failure(let fault) where meaning != nil || fault.isCertain:
          unread.append(
            Problem(.unreadableThreshold(fault.reason, meant: fault.meant), at: place))
        case .failure: break
        }
      case .text(let text):
        if comparesInWords(text, vocabulary) {
          unread.append(
            Problem(.unreadableThreshold("it is not in backticks"), at: pieces[index].span))
        }
      default: break
      }
    }
    return thresholds
  }

  /// The words behind the arrow, in the backticks or in the text behind them.
  private static func consequence(
    of code: String, _ place: Span, _ next: Inline?
  ) -> Located<String>? {
    if arrow(in: code) != nil, let inner = splitArrow(code).after {
      return Located(text(inner), place)
    }
    guard let next, case .text(let words) = next.kind, arrow(in: words) != nil else { return nil }
    let parts = splitArrow(words)
    guard let after = parts.after, trimmed(parts.before).isEmpty else { return nil }
    return Located(text(firstSentence(after)), next.span)
  }

  /// Whether plain text says `length > 400 words -> review`.
  private static func comparesInWords(_ text: String, _ vocabulary: Vocabulary) -> Bool {
    guard arrow(in: text) != nil, let after = splitArrow(text).after,
      vocabulary.consequence(Self.text(firstSentence(after))) != nil
    else { return false }
    return switch parse(splitArrow(text).before, Span(SourceID(0), 0, 0), vocabulary) {
    case .success: true
    case .failure(let fault): fault.isInUnit
    }
  }

  /// Most code in a text is a name: those need no closer look.
  private static func mayCompare(_ code: String) -> Bool {
    let bytes = code.utf8.span
    return bytes.indices.contains { mayCompare(bytes[$0]) }
  }

  /// Why a text is not a threshold.
  private struct Fault: Error {
    var reason: String
    /// Whether it is meant as one all the same, whatever stands behind it.
    var isCertain = false
    /// Whether a quantity, a comparator and a number stand before what is wrong.
    var isInUnit = false
    /// What to write for its number, if that is known.
    var meant: String?
  }

  private static func mayCompare(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=")
      || byte == 0xE2
  }

  private static func parse(
    _ bytes: ArraySlice<UInt8>, _ span: Span, _ vocabulary: Vocabulary
  ) -> Result<Threshold, Fault> {
    guard
      let (place, found) = bytes.indices.lazy.compactMap({ place in
        Self.comparator(bytes[place...]).map { (place, $0) }
      }).first
    else { return .failure(Fault(reason: "there is no comparator in it, such as `<`")) }
    let quantity = text(bytes[..<place])
    let rest = trimmed(bytes[(place + found.length)...])
    let digits = Self.digits(rest)
    guard let first = rest.first, first.isDigit || first == UInt8(ascii: "-"), !quantity.isEmpty
    else {
      return .failure(Fault(reason: "it is not a quantity, one comparator and a number"))
    }
    let behind = rest[digits.endIndex...]
    if let sign = behind.first, "eExX_".utf8.contains(sign),
      behind.dropFirst().first?.isDigit ?? false
    {
      let whole = rest.prefix { $0 > 32 }
      return .failure(
        Fault(reason: "`\(text(whole))` is not a valid number", isCertain: true))
    }
    guard let value = number(digits, decimalComma: vocabulary.own.hasDecimalComma) else {
      return .failure(unreadable(digits, vocabulary))
    }
    guard value.isFinite else {
      return .failure(Fault(reason: "its number is too large", isCertain: true))
    }
    guard !quantity.utf8.allSatisfy({ isInNumber($0) }) else {
      return .failure(Fault(reason: "its quantity, `\(quantity)`, is a number"))
    }
    let unit = text(behind)
    if let reason = Self.reason(against: unit, behind: digits, vocabulary) {
      // In code of a programming language such words are no mistake, nor in `--iou=0.5 --score=0.7`.
      let isCode =
        bytes.contains { "(){}[];&|$".utf8.contains($0) }
        || found.comparator == .equal && unit.utf8.contains(UInt8(ascii: "="))
      return .failure(Fault(reason: reason, isCertain: !isCode, isInUnit: true))
    }
    return .success(
      Threshold(
        quantity: Located(quantity, span), comparator: found.comparator, value: value,
        unit: unit.isEmpty ? nil : Located(unit, span), consequence: nil, consequenceText: nil,
        span: span))
  }

  /// Why the text behind a number is no unit: it has another comparator or number, or joins something
  /// to them. Nil if it can be one.
  private static func reason(
    against unit: String, behind digits: ArraySlice<UInt8>, _ vocabulary: Vocabulary
  ) -> String? {
    let bytes = Array(unit.utf8)
    if let place = bytes.indices.first(where: { comparator(bytes[$0...]) != nil }),
      let sign = comparator(bytes[place...])
    {
      let written = text(bytes[place..<(place + sign.length)])
      return "`\(written)` is a second comparator, but a threshold has one"
    }
    let words = unit.split(whereSeparator: \.isWhitespace)
    if hasNumber(unit, words, vocabulary) {
      let range = "\(text(digits)) \(unit)".prefix(40)
      return "`\(range)` is two numbers, but a threshold has one"
    }
    return vocabulary.conjunction(in: words).map {
      "`\($0)` joins something to it, but a threshold is one comparator and one number"
    }
  }

  /// Whether a second number stands at the start of a unit, or behind a dash, a comma or a word such as
  /// `to`: elsewhere, as in `points of 10` and `m/s2`, it belongs to the unit.
  private static func hasNumber(
    _ unit: String, _ words: [Substring], _ vocabulary: Vocabulary
  ) -> Bool {
    if startsWithNumber(unit[...]) { return true }
    var before: Character = " "
    for character in unit where !character.isWhitespace {
      if isDigit(character), "–—~〜～,;".contains(before) { return true }
      before = character
    }
    for (place, word) in words.enumerated() {
      let isRange = word == "-" || word == "−" || vocabulary.joinsNumbers(word)
      if isRange, place + 1 < words.count, startsWithNumber(words[place + 1]) { return true }
      // Without blanks around the word, as in Japanese.
      if isRange, word.contains(where: isDigit) { return true }
      if word.first == "-", startsWithNumber(word) { return true }
    }
    return false
  }

  /// Whether only signs stand before the first digit.
  private static func startsWithNumber(_ text: Substring) -> Bool {
    text.first { $0.isLetter || isDigit($0) }.map(isDigit) ?? false
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static func unreadable(_ digits: ArraySlice<UInt8>, _ vocabulary: Vocabulary) -> Fault {
    if digits.dropFirst().contains(UInt8(ascii: "-")) {
      return Fault(
        reason: "`\(text(digits))` is two numbers, but a threshold has one", isCertain: true)
    }
    let signs =
      vocabulary.own.hasDecimalComma
      ? "the decimal sign is a comma, and a point groups three digits"
      : "the decimal sign is a point, and a comma groups three digits"
    return Fault(
      reason: "`\(text(digits))` is not a number in \(vocabulary.own.name), where \(signs)",
      isCertain: true, meant: withPoint(digits))
  }

  /// `2,5` as `2.5`; nil where it is not certain that the comma is the decimal sign.
  private static func withPoint(_ digits: ArraySlice<UInt8>) -> String? {
    let parts = digits.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
      parts[1].allSatisfy(\.isDigit), !parts[0].contains(UInt8(ascii: "."))
    else { return nil }
    return text(parts[0]) + "." + text(parts[1])
  }

  /// The number at the head, also one whose thousands have blanks between them: `10 000`.
  private static func digits(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = bytes.startIndex
    while true {
      while end < bytes.endIndex, isInNumber(bytes[end]) { end += 1 }
      let blank = blank(bytes[end...])
      guard blank > 0, end > bytes.startIndex, bytes[end] != 10 else { break }
      let group = bytes[(end + blank)...].prefix { $0.isDigit }
      guard group.count == 3 else { break }
      end = group.endIndex
    }
    return bytes[..<end]
  }

  private static func isInNumber(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ",")
  }

  /// The sign that these bytes start with.
  private static func comparator(
    _ bytes: ArraySlice<UInt8>
  ) -> (length: Int, comparator: Threshold.Comparator)? {
    guard let first = bytes.first, mayCompare(first) else { return nil }
    return signs.first { bytes.starts(with: $0.bytes) }.map { ($0.bytes.count, $0.comparator) }
  }

  private static let signs: [(bytes: [UInt8], comparator: Threshold.Comparator)] = [
    ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("\u{2264}", .lessOrEqual),
    ("\u{2265}", .greaterOrEqual), ("==", .equal), ("<", .less), (">", .greater), ("=", .equal),
  ].map { (Array($0.utf8), $1) }

  /// `1,000` is a thousand in English and one in French; `1.000` the other way round. Nil where the
  /// sign between thousands stands before other than three digits; a point before decimals is read
  /// everywhere.
  private static func number(_ text: ArraySlice<UInt8>, decimalComma: Bool) -> Double? {
    if text.allSatisfy({ $0.isDigit }) { return Double(String(decoding: text, as: UTF8.self)) }
    let digits = text.filter { isInNumber($0) }
    let groups = digits.split(
      separator: UInt8(ascii: decimalComma ? "." : ","), omittingEmptySubsequences: false)
    let isGrouped =
      groups.count > 1 && isHead(groups[0])
      && groups.dropFirst().dropLast().allSatisfy { $0.count == 3 }
      && groups.last?.prefix(while: \.isDigit).count == 3
    guard isGrouped || groups.count == 1 || decimalComma else { return nil }
    let joined = decimalComma && !isGrouped ? digits : Array(groups.joined())
    let plain = joined.map { decimalComma && $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
    return Double(String(decoding: plain, as: UTF8.self))
  }

  /// Whether these digits can stand before three others.
  private static func isHead(_ group: ArraySlice<UInt8>) -> Bool {
    let digits = group.first == UInt8(ascii: "-") ? group.dropFirst() : group
    return (1...3).contains(digits.count) && digits.first != UInt8(ascii: "0")
  }

  /// What stands before `->` or `→`, and what behind it.
  private static func splitArrow(
    _ text: String
  ) -> (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>?) {
    let bytes = Array(text.utf8)
    guard let arrow = arrow(in: text) else { return (bytes[...], nil) }
    return (bytes[..<arrow.lowerBound], bytes[arrow.upperBound...])
  }

  /// The first `->`, else the first `→`, in bytes.
  private static func arrow(in text: String) -> Range<Int>? {
    let bytes = text.utf8.span
    var sign: Range<Int>?
    // Both end in a byte that few texts have.
    for index in bytes.indices where index > 0 {
      if bytes[index] == UInt8(ascii: ">"), bytes[index - 1] == UInt8(ascii: "-") {
        return (index - 1)..<(index + 1)
      }
      if bytes[index] == 0x92, sign == nil, index > 1, bytes[index - 1] == 0x86,
        bytes[index - 2] == 0xE2
      {
        sign = (index - 2)..<(index + 1)
      }
    }
    return sign
  }

  /// What ends a consequence besides the end of the text in Japanese; elsewhere it is one byte.
  private static let wideEnds = ["。", "；", "、", "（"].map { Array($0.utf8) }

  private static func firstSentence(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = bytes.indices.first { index in
      switch bytes[index] {
      case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "("): true
      case 0xE3, 0xEF: wideEnds.contains { bytes[index...].starts(with: $0) }
      default: false
      }
    }
    return bytes[..<(end ?? bytes.endIndex)]
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: trimmed(bytes), as: UTF8.self)
  }

  /// Without blanks at both ends, French ones too at the start, and without full stops at the end.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var start = bytes.startIndex
    var end = bytes.endIndex
    while case let width = blank(bytes[start...]), width > 0 { start += width }
    while end > start,
      bytes[end - 1] == 32 || bytes[end - 1] == 10 || bytes[end - 1] == UInt8(ascii: ".")
    {
      end -= 1
    }
    return bytes[start..<end]
  }

  /// The bytes of the blank or line end that these begin with; 0 if they begin with anything else.
  private static func blank(_ bytes: ArraySlice<UInt8>) -> Int {
    switch bytes.first {
    case 32, 10: 1
    case 0xC2: bytes.starts(with: [0xC2, 0xA0]) ? 2 : 0
    case 0xE2: bytes.starts(with: [0xE2, 0x80, 0xAF]) ? 3 : 0
    default: 0
    }
  }
}
