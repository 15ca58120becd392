package import RubricaModel
package import RubricaSource

/// What belongs to two labels belongs to neither for certain.
package enum SharedInclude: Check {
  package static let info = CheckInfo(
    id: "shared-include",
    levels: .warning,
    summary: "Two labels of one layer that include the same thing have a contrast.",
    rationale: """
      Both sections claim the thing that the annotator sees. Without a contrast the choice between the \
      labels is random.
      """,
    bad: [
      CheckExample(
        Sample.leadIns(
          "**Includes** signs on vehicles · painted signs",
          "**Includes** lamps · ⟪signs on vehicles⟫"))
    ],
    good: [
      CheckExample(
        Sample.leadIns("**Includes** painted signs", "**Includes** signs on vehicles")),
      CheckExample(
        Sample.leadIns(
          "**Includes** signs on vehicles\n**Not** [Other sign](#other-sign): an octagon is a stop sign.",
          "**Includes** signs on vehicles")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    var first: [WordHash: (label: Int, place: Span)] = [:]
    let not = index.vocabulary.word(.not)
    for (number, label) in index.guideline.labels.enumerated() {
      for phrase in label.includes {
        guard let words = Normalised.key(phrase) else { continue }
        guard let earlier = first[words] else {
          first[words] = (number, phrase.span)
          continue
        }
        let other = index.guideline.labels[earlier.label]
        guard earlier.label != number, index.areAlternatives(label, other),
          !label.isContrasted(with: other.id.value), !other.isContrasted(with: label.id.value)
        else { continue }
        report.add(
          info, at: phrase.written, shared(label, other),
          notes: [.init("the other label includes it here", at: earlier.place)],
          help: "keep it in one of them, or say with **\(not)** when each of them applies")
      }
    }
  }

  private static func shared(_ label: Label, _ other: Label) -> String {
    "labels `\(other.id.value)` and `\(label.id.value)` both include this, and nothing tells them apart"
  }
}

extension GuidelineIndex {
  /// Whether one layer takes both labels, and neither is a kind of the other.
  func areAlternatives(_ a: Label, _ b: Label) -> Bool {
    a.parent?.value != b.id.value && b.parent?.value != a.id.value
      && layers(taking: a.id.value).contains { layer($0, takes: b.id.value) }
  }
}
