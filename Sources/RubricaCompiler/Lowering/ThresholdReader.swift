internal import RubricaModel
internal import RubricaSource

/// Reads `height < 10 px` in backticks, and the consequence behind an arrow.
enum ThresholdReader {
  /// All thresholds in running text. The arrow may stand inside the backticks or behind them.
  static func read(_ inlines: [Inline]) -> [Threshold] {
    var thresholds: [Threshold] = []
    for (index, inline) in inlines.enumerated() {
      guard case .code(let code) = inline.kind, mayCompare(code) else { continue }
      let (condition, inner) = splitArrow(code)
      guard var threshold = condition.flatMap({ parse($0, inline.span) }) else { continue }
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
        threshold.consequence = Threshold.Consequence(rawValue: words.value.lowercased())
          .map { Located($0, words.span) }
      }
      thresholds.append(threshold)
    }
    return thresholds
  }

  /// Most code in a text is a name: those need no closer look.
  private static func mayCompare(_ code: String) -> Bool {
    code.utf8.contains {
      $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "=") || $0 == 0xE2
    }
  }

  private static func parse(_ text: String, _ span: Span) -> Threshold? {
    let bytes = Array(text.utf8)
    guard let place = bytes.firstIndex(where: { "<>=\u{E2}".utf8.contains($0) }) else { return nil }
    let operators: [(String, Threshold.Comparator)] = [
      ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("≤", .lessOrEqual), ("≥", .greaterOrEqual),
      ("==", .equal), ("<", .less), (">", .greater), ("=", .equal),
    ]
    guard let found = operators.first(where: { bytes[place...].starts(with: $0.0.utf8) }) else {
      return nil
    }
    let quantity = trim(String(decoding: bytes[..<place], as: UTF8.self))
    let rest = trim(String(decoding: bytes[(place + found.0.utf8.count)...], as: UTF8.self))
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == ",") }
    guard !quantity.isEmpty, let value = Double(digits.filter { $0 != "," }) else { return nil }
    let unit = trim(String(rest.dropFirst(digits.count)))
    return Threshold(
      quantity: Located(quantity, span), comparator: found.1, value: value,
      unit: unit.isEmpty ? nil : Located(unit, span), consequence: nil, consequenceText: nil,
      span: span)
  }

  private static func splitArrow(_ text: String) -> (before: String?, after: String?) {
    for arrow in ["->", "→"] {
      let parts = text.split(separator: arrow, maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { return (String(parts[0]), String(parts[1])) }
    }
    return (text, nil)
  }

  private static func firstSentence(_ text: String) -> String {
    trim(String(text.prefix { $0 != "." && $0 != ";" && $0 != "," && $0 != "(" }))
  }

  private static func trim(_ text: String) -> String {
    var text = text[...]
    while let first = text.first, first == " " || first == "\n" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\n" || last == "." { text.removeLast() }
    return String(text)
  }
}
