package import RubricaModel
package import RubricaSource

/// A label is shown, not only told.
package enum LabelWithoutExample: Check {
  package static let info = CheckInfo(
    id: "label-without-example",
    levels: Levels(draft: nil, pilot: .note, release: .warning),
    summary: "Every label that annotators may give has a good example.",
    rationale: """
      Annotators learn a label from the items they have seen it on. Without an example the first \
      hundred items are the training, and their labels stay in the data.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          stage: "pilot", layers: "- {id: signs, kind: box, labels: [stop, ⟪other-sign⟫]}",
          record: "signs: [{label: stop, box: [40, 30, 100, 90]}]"))
    ],
    good: [
      CheckExample(
        Sample.signs(
          stage: "pilot",
          record: """
            signs:
              - {label: stop, box: [40, 30, 100, 90]}
              - {label: other-sign, box: [140, 30, 200, 90]}
            """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard report.level(of: info) != nil else { return }
    for label in index.labelsNotShown(in: .good) {
      report.add(
        info, at: label.span, notShown(label.value),
        notes: index.isInRules(label.value)
          ? []
          : [
            .init(
              "no rule or edge case mentions it either, so only its definition says what it is")
          ],
        help: "add an example with the role Good whose record gives the label")
    }
  }

  private static func notShown(_ label: String) -> String {
    "no good example shows label `\(label)`"
  }
}

extension GuidelineIndex {
  /// Whether a rule or edge case stands under a label, links to it or names it.
  fileprivate func isInRules(_ id: String) -> Bool {
    let names = [id, label(id)?.name.value ?? id].map { name in
      name.split(separator: " ").map { WordHash($0.lowercased()) }
    }
    if guideline.rules.contains(where: { $0.label == id }) { return true }
    for rule in guideline.rules {
      var isLinked = false
      rule.content.forEachInline { isLinked = isLinked || $0.labelID == id }
      if isLinked { return true }
    }
    let text = annotatorText
    return text.sentences.contains { sentence in
      guard case .rule = sentence.owner else { return false }
      return sentence.words.contains { start in
        names.contains { name in
          start + name.count <= sentence.words.upperBound
            && name.indices.allSatisfy { text.words[start + $0].key == name[$0] }
        }
      }
    }
  }
}
