package import RubricaModel
package import RubricaSource

/// One key, one label.
package enum DuplicateShortcut: Check {
  package static let info = CheckInfo(
    id: "duplicate-shortcut",
    levels: .stumble,
    summary: "No two labels have the same shortcut.",
    rationale: """
      The key gives one of the two labels, and annotators who meant the other one do not notice until \
      the review.
      """,
    bad: [CheckExample(Sample.shortcuts("s", "⟪s⟫"))],
    good: [CheckExample(Sample.shortcuts("s", "o"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    var first: [String: (label: String, span: Span)] = [:]
    for label in index.guideline.labels {
      guard let shortcut = label.shortcut else { continue }
      let key = shortcut.value.lowercased()
      guard let other = first[key] else {
        first[key] = (label.id.value, shortcut.span)
        continue
      }
      report.add(
        info, at: shortcut.span, taken(shortcut.value, label.id.value, other.label),
        notes: [.init("`\(other.label)` declares it here", at: other.span)],
        help: "give one of them another shortcut")
    }
  }

  private static func taken(_ key: String, _ label: String, _ other: String) -> String {
    "shortcut `\(key)` of label `\(label)` is also the shortcut of `\(other)`"
  }
}

extension Sample {
  fileprivate static func shortcuts(_ stop: String, _ other: String) -> String {
    task(
      layers: """
        - id: signs
          kind: box
          labels:
            - {id: stop, definition: A red octagon., shortcut: \(stop)}
            - {id: other-sign, definition: Every other sign., shortcut: \(other)}
        """, "# Signs\n\nDraw boxes.\n")
  }
}
