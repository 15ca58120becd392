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
        var threshold = parse(
          condition, inline.span, decimalComma: vocabulary.own.hasDecimalComma)
      else { continue }
      var words = inner.map { Located(text($0), inline.span) }
      if words == nil, index + 1 < inlines.count, case .text(let next) = inlines[index + 1].kind {
        let after = splitArrow(next)
        if let consequence = after.after, trimmed(after.before).isEmpty {
          words = Located(text(firstSentence(consequence)), inlines[index + 1].span)
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
    _ bytes: ArraySlice<UInt8>, _ span: Span, decimalComma: Bool
  ) -> Threshold? {
    guard
      let (place, found) = bytes.indices.lazy.compactMap({ place in
        Self.comparator(bytes[place...]).map { (place, $0) }
      }).first
    else { return nil }
    let quantity = text(bytes[..<place])
    let rest = trimmed(bytes[(place + found.length)...])
    let digits = rest.prefix {
      $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ",")
    }
    guard !quantity.isEmpty, let value = number(digits, decimalComma: decimalComma) else {
      return nil
    }
    let unit = text(rest[digits.endIndex...])
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
  private static func number(_ digits: ArraySlice<UInt8>, decimalComma: Bool) -> Double? {
    let separator = UInt8(ascii: decimalComma ? "." : ",")
    let groups = digits.split(separator: separator, omittingEmptySubsequences: false)
    let isGrouped =
      groups.count > 1 && groups[0].first != UInt8(ascii: "0") && !groups[0].isEmpty
      && groups.dropFirst().allSatisfy { $0.prefix(while: \.isDigit).count == 3 }
    let joined = decimalComma && !isGrouped ? Array(digits) : Array(groups.joined())
    let plain = joined.map { decimalComma && $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
    return Double(String(decoding: plain, as: UTF8.self))
  }

  /// What stands before `->` or `→`, and what behind it.
  private static func splitArrow(
    _ text: String
  ) -> (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>?) {
    let bytes = Array(text.utf8)
    for arrow in ["->", "→"] {
      let first = arrow.utf8.first
      let place = bytes.indices.first {
        bytes[$0] == first && bytes[$0...].starts(with: arrow.utf8)
      }
      if let place { return (bytes[..<place], bytes[(place + arrow.utf8.count)...]) }
    }
    return (bytes[...], nil)
  }

  /// What ends a consequence besides the end of the text, in any language.
  private static let ends = [".", ";", ",", "(", "。", "；", "、", "（"].map { Array($0.utf8) }

  private static func firstSentence(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = bytes.indices.first { index in
      ends.contains { $0[0] == bytes[index] && bytes[index...].starts(with: $0) }
    }
    return bytes[..<(end ?? bytes.endIndex)]
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: trimmed(bytes), as: UTF8.self)
  }

  /// Without blanks at both ends, French ones too at the start, and without full stops at the end.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first {
      if first == 32 || first == 10 {
        bytes.removeFirst()
      } else if bytes.starts(with: "\u{A0}".utf8) {
        bytes.removeFirst(2)
      } else if bytes.starts(with: "\u{202F}".utf8) {
        bytes.removeFirst(3)
      } else {
        break
      }
    }
    while let last = bytes.last, last == 32 || last == 10 || last == UInt8(ascii: ".") {
      bytes.removeLast()
    }
    return bytes
  }
}
