package import RubricaModel
package import RubricaSource

/// A hierarchy of labels has a top.
package enum CircularParent: Check {
  package static let info = CheckInfo(
    id: "circular-parent",
    levels: .error,
    summary: "No label is its own parent, not even through other labels.",
    rationale:
      "A tool that shows the labels as a tree would never finish, or would omit them.",
    bad: [CheckExample(Sample.parents("⟪child⟫", "⟪top⟫"))],
    good: [CheckExample(Sample.parents("~", "top"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let labels = index.guideline.labels
    guard labels.contains(where: { $0.parent != nil }) else { return }
    // What is known to lead into no circle, or to lie on one that was told.
    var settled: Set<String> = []
    for label in labels where label.parent != nil {
      var way: [Label] = []
      var places: [String: Int] = [:]
      var next: Label? = label
      while let current = next, !settled.contains(current.id.value) {
        if let start = places[current.id.value] {
          tell(way[start...], &report)
          break
        }
        places[current.id.value] = way.count
        way.append(current)
        next = current.parent.flatMap { index.label($0.value) }
      }
      settled.formUnion(places.keys)
    }
  }

  private static func tell(_ circle: ArraySlice<Label>, _ report: inout Report) {
    for label in circle {
      guard let parent = label.parent else { continue }
      report.add(
        info, at: parent.span, circular(label.id.value, circle.count),
        help: "remove `parent` from the topmost label")
    }
  }

  private static func circular(_ label: String, _ steps: Int) -> String {
    steps == 1
      ? "label `\(label)` is its own parent"
      : "label `\(label)` is its own parent, through \(Wording.count(steps - 1, "other", "others"))"
  }
}

extension Sample {
  fileprivate static func parents(_ ofTop: String, _ ofChild: String) -> String {
    task(
      layers: """
        - id: signs
          kind: box
          labels:
            - {id: top, definition: Every sign., parent: \(ofTop)}
            - {id: child, definition: A red octagon., parent: \(ofChild)}
        """, "# Signs\n\nDraw boxes.\n")
  }
}
