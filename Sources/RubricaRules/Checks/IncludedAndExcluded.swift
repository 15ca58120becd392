package import RubricaModel
package import RubricaSource

/// A thing is in or out.
package enum IncludedAndExcluded: Check {
  package static let info = CheckInfo(
    id: "included-and-excluded",
    levels: .stumble,
    summary: "No label includes what it excludes.",
    rationale: """
      The two lists are read one after the other. Annotators who stop after the first label the thing; \
      those who read on do not.
      """,
    bad: [
      CheckExample(
        Sample.leadIns(
          "**Includes** signs on vehicles · painted signs\n**Excludes** ⟪Signs on vehicles⟫",
          "**Includes** lamps"))
    ],
    good: [
      CheckExample(
        Sample.leadIns(
          "**Includes** painted signs\n**Excludes** signs on vehicles",
          "**Includes** signs on vehicles"))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for label in index.guideline.labels where !label.includes.isEmpty && !label.excludes.isEmpty {
      let includes = label.includes.map { Normalised.key($0) }
      for phrase in label.excludes {
        guard let words = Normalised.key(phrase), let place = includes.firstIndex(of: words) else {
          continue
        }
        report.add(
          info, at: phrase.written, both(label),
          notes: [.init("it is included here", at: label.includes[place].span)],
          help: "remove one of the two, or say in both which cases are meant")
      }
    }
  }

  private static func both(_ label: Label) -> String {
    "label `\(label.id.value)` includes and excludes this"
  }
}
