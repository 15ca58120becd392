internal import RubricaModel
internal import RubricaSource

extension ProseWriter {
  /// Draws the threshold that stands in code at a place, if one does. Its number is shown as it is
  /// written: each language has signs of its own.
  mutating func writeThreshold(_ code: String, at span: Span, to html: inout HTMLWriter) -> Bool {
    guard let threshold = thresholds.first(where: { $0.quantity.span == span }) else {
      return false
    }
    html.raw("<span class=\"threshold\"><span class=\"measure\">")
    html.text(threshold.quantity.value)
    html.raw(" ")
    html.text(threshold.comparator.sign)
    html.raw(" ")
    html.text(Self.number(in: code))
    if let unit = threshold.unit {
      html.raw("\u{A0}")
      html.text(unit.value)
    }
    html.raw("</span>")
    if let words = threshold.consequenceText {
      html.raw("<span class=\"arrow\"> <span class=\"to\">\u{2192}</span> </span><strong>")
      html.text(words.value)
      html.raw("</strong>")
      if words.span != span { saidByBadge = words.value }
    }
    html.raw("</span>")
    return true
  }

  /// What stands between the comparator and the unit.
  private static func number(in code: String) -> String {
    let blanks: [Unicode.Scalar] = [" ", "\u{A0}", "\u{202F}"]
    let amount = code.unicodeScalars
      .drop { !comparators.contains($0) }
      .drop { comparators.contains($0) || blanks.contains($0) }
      .prefix {
        ("0"..."9").contains($0) || ".,-".unicodeScalars.contains($0) || blanks.contains($0)
      }
    var number = amount
    while let last = number.last, blanks.contains(last) { number.removeLast() }
    return String(number)
  }

  private static let comparators: [Unicode.Scalar] = ["<", ">", "=", "\u{2264}", "\u{2265}"]

  /// The text that follows an arrow and the words that a badge has said. All of it, if it does not
  /// start like that: no word is lost.
  static func remainder(of text: String, behind said: String) -> Substring {
    var rest = text.utf8[...]
    let skipBlanks = { rest = rest.drop { $0 == 32 } }
    skipBlanks()
    for arrow in ["->", "\u{2192}"] where rest.starts(with: arrow.utf8) {
      rest = rest.dropFirst(arrow.utf8.count)
      skipBlanks()
      guard rest.starts(with: said.utf8) else { break }
      return Substring(rest.dropFirst(said.utf8.count))
    }
    return text[...]
  }
}

extension Threshold.Comparator {
  /// As people write it.
  fileprivate var sign: String {
    switch self {
    case .less: "<"
    case .lessOrEqual: "\u{2264}"
    case .greater: ">"
    case .greaterOrEqual: "\u{2265}"
    case .equal: "="
    }
  }
}
