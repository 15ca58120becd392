internal import RubricaSource

/// How a single value of governance.yaml is written where it is more than words.
package enum ValueForm: Sendable, CaseIterable {
  case day
  /// A whole number from 1; words may stand behind it: "3 for signs, 5 for threats".
  case count
  /// A part of a whole; words may say it too: "5 to 20 % of the documents".
  case share
  /// A number, with its unit if it has one.
  case amount
  case address

  /// A regular expression (ECMAScript, whole text).
  package var pattern: String {
    switch self {
    case .day: "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    case .count: "[1-9][0-9]*([^0-9.%][\\s\\S]*)?"
    case .share:
      "\(Self.percentage)(-\(Self.percentage))?\\s*%|0?\\.[0-9]+|[01](\\.0+)?"
        + "|[\\s\\S]*[^0-9.,%+\\s-][\\s\\S]*"
    case .amount: "[+-]?[0-9]*\\.?[0-9]+(\\s*[^0-9.,%\\s][\\s\\S]*)?"
    case .address: "[^\\s@<>]+@[^\\s@<>]+"
    }
  }

  private static let percentage = "(100([.,]0+)?|[0-9]{1,2}([.,][0-9]+)?)"

  /// What a value has to be, for a message.
  package var expectation: String {
    switch self {
    case .day: "a date such as 2026-11-24"
    case .count: "a whole number from 1"
    case .share: "a share such as `5 %` or `0.05`"
    case .amount: "a number such as `0.8` for 80 %"
    case .address: "an e-mail address such as name@host"
    }
  }

  /// Whether a value is written like this, or is still to be written: `TBD`.
  package func accepts(_ text: String) -> Bool {
    let isWritten =
      self == .day
      ? CalendarDate(stated: text) != nil : Self.patterns[self]?.matches(text) ?? true
    return isWritten || Self.gaps.contains(text)
  }

  private static let gaps: Set = ["TODO", "TBD", "TBC", "FIXME", "XXX", "???", "…", "..."]

  private static let patterns = Dictionary(
    uniqueKeysWithValues: allCases.compactMap { form in
      (try? Pattern(form.pattern)).map { (form, $0) }
    })
}
