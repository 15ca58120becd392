internal import RubricaModel
internal import RubricaSource

/// Reads `height < 10 px` in backticks, and the consequence behind an arrow.
enum ThresholdReader {
  /// All thresholds in running text. The arrow may stand inside the backticks or behind them.
  static func read(_ inlines: [Inline], _ vocabulary: Vocabulary) -> [Threshold] {
    var thresholds: [Threshold] = []
    for (index, inline) in inlines.enumerated() {
      guard case .code(let code) = inline.kind, mayCompare(code) else { continue }
      let (condition, inner) = splitArrow(code)
      guard
        var threshold = condition.flatMap({
          parse($0, inline.span, decimalComma: vocabulary.own.hasDecimalComma)
        })
      else { continue }
      var words = inner.map { Located(trim($0), inline.span) }
      if words == nil, index + 1 < inlines.count, case .text(let text) = inlines[index + 1].kind {
        let after = splitArrow(text)
        if let consequence = after.after, after.before.map({ trim($0).isEmpty }) ?? true {
          words = Located(firstSentence(consequence), inlines[index + 1].span)
          threshold.span = threshold.span.union(inlines[index + 1].span)
        }
      }
      if let words, !words.value.isEmpty {
        threshold.consequenceText = words
        threshold.consequence = vocabulary.consequence(words.value)
          .map { Located($0.meaning, words.span) }
      }
      thresholds.append(threshold)
    }
    return thresholds
  }

  /// Most code in a text is a name: those need no closer look.
  private static func mayCompare(_ code: String) -> Bool {
    code.utf8.contains(where: mayCompare)
  }

  private static func mayCompare(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=")
      || byte == 0xE2
  }

  private static func parse(
    _ text: String, _ span: Span, decimalComma: Bool
  ) -> Threshold? {
    let bytes = Array(text.utf8)
    guard
      let (place, found) = bytes.indices.lazy.compactMap({ place in
        Self.comparator(bytes[place...]).map { (place, $0) }
      }).first
    else { return nil }
    let quantity = trim(String(decoding: bytes[..<place], as: UTF8.self))
    let rest = trim(String(decoding: bytes[(place + found.length)...], as: UTF8.self))
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == ",") }
    guard !quantity.isEmpty, let value = number(digits, decimalComma: decimalComma) else {
      return nil
    }
    let unit = trim(String(rest.dropFirst(digits.count)))
    return Threshold(
      quantity: Located(quantity, span), comparator: found.comparator, value: value,
      unit: unit.isEmpty ? nil : Located(unit, span), consequence: nil, consequenceText: nil,
      span: span)
  }

  /// The sign that these bytes start with.
  private static func comparator(
    _ bytes: ArraySlice<UInt8>
  ) -> (length: Int, comparator: Threshold.Comparator)? {
    guard let first = bytes.first, mayCompare(first) else { return nil }
    return signs.first { bytes.starts(with: $0.text.utf8) }
      .map { ($0.text.utf8.count, $0.comparator) }
  }

  private static let signs: [(text: String, comparator: Threshold.Comparator)] = [
    ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("\u{2264}", .lessOrEqual),
    ("\u{2265}", .greaterOrEqual), ("==", .equal), ("<", .less), (">", .greater), ("=", .equal),
  ]

  /// `1,000` is a thousand in English and one in French; `1.000` the other way round.
  private static func number(_ digits: Substring, decimalComma: Bool) -> Double? {
    let groups = digits.split(
      separator: decimalComma ? "." : ",", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count > 1 && groups[0].first != "0" && !groups[0].isEmpty
      && groups.dropFirst().allSatisfy { $0.prefix { $0.isNumber }.count == 3 }
    guard decimalComma else { return Double(groups.joined()) }
    let plain = isGrouped ? groups.joined() : String(digits)
    return Double(String(plain.map { $0 == "," ? "." : $0 }))
  }

  private static func splitArrow(_ text: String) -> (before: String?, after: String?) {
    for arrow in ["->", "→"] {
      let parts = text.split(separator: arrow, maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { return (String(parts[0]), String(parts[1])) }
    }
    return (text, nil)
  }

  private static func firstSentence(_ text: String) -> String {
    trim(String(text.prefix { !".;,(。；、（".contains($0) }))
  }

  private static func trim(_ text: String) -> String {
    var text = text[...]
    while let first = text.first,
      first == " " || first == "\n" || first == "\u{A0}" || first == "\u{202F}"
    {
      text.removeFirst()
    }
    while let last = text.last, last == " " || last == "\n" || last == "." { text.removeLast() }
    return String(text)
  }
}
