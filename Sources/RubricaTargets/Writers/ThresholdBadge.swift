internal import RubricaModel
internal import RubricaSource

extension ProseWriter {
  /// Draws the threshold that stands at a place, if one does, and marks its text as said.
  mutating func writeThreshold(at span: Span, to html: inout HTMLWriter) -> Bool {
    guard
      let threshold = thresholds.first(where: {
        $0.span.contains(span) || span.contains($0.span)
      })
    else { return false }
    html.raw("<span class=\"threshold\"><span class=\"measure\">")
    html.text(threshold.quantity.value)
    html.raw(" ")
    html.text(threshold.comparator.sign)
    html.raw(" ")
    html.text(Number.text(threshold.value))
    if let unit = threshold.unit {
      html.raw("\u{A0}")
      html.text(unit.value)
    }
    html.raw("</span>")
    if let consequence = threshold.consequenceText?.value ?? threshold.consequence?.value.rawValue {
      html.raw("<span class=\"arrow\"> \u{2192} </span><strong>")
      html.text(consequence)
      html.raw("</strong>")
    }
    html.raw("</span>")
    written = max(written, threshold.span.end)
    return true
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
