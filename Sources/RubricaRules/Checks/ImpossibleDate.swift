package import RubricaModel
package import RubricaSource

/// A change was made on a day that there is.
package enum ImpossibleDate: Check {
  package static let info = CheckInfo(
    id: "impossible-date",
    levels: .warning,
    summary: "Every date in the changelog is a real date.",
    rationale: """
      Nobody can tell which text was in force at what time, and formats that require the date of the \
      change get an older one.
      """,
    bad: [
      CheckExample(Sample.signs("## Changelog\n\n### ⟪1.1.0 (2026-02-31)⟫\n- Mirrors are signs.\n"))
    ],
    good: [
      CheckExample(Sample.signs("## Changelog\n\n### 1.1.0 (2026-02-28)\n- Mirrors are signs.\n"))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for entry in index.guideline.entries where entry.kind == .change && entry.date == nil {
      var places = [entry.title].compactMap { $0 }
      if case .paragraph(let inlines)? = entry.content.first?.kind, let first = inlines.first {
        places.append(Prose([first], first.span))
      }
      for place in places {
        guard let day = impossible(in: place.plainText) else { continue }
        report.add(info, at: place.span, "the date \(day) does not exist", help: "correct the date")
        break
      }
    }
  }

  private static func impossible(in text: String) -> String? {
    text.utf8.split { !($0.isDigit || $0 == UInt8(ascii: "-")) }.map { String(Substring($0)) }
      .first { CalendarDate.numbers(in: $0) != nil && CalendarDate(stated: $0) == nil }
  }
}
