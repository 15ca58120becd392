package import RubricaModel
package import RubricaSource

/// A hierarchy of labels has a top.
package enum CircularParent: Check {
  package static let info = CheckInfo(
    id: "circular-parent",
    levels: .error,
    summary: "No label is its own parent and no group is in itself, not even through others.",
    rationale:
      "A tool that shows the labels as a tree would never finish, or would omit them.",
    bad: [
      CheckExample(Sample.parents("⟪child⟫", "⟪top⟫")),
      CheckExample(
        Sample.signs("Draw tight boxes."), files: ["labels.yaml": groups("⟪round⟫", "⟪red⟫")]),
    ],
    good: [
      CheckExample(Sample.parents("~", "top")),
      CheckExample(Sample.signs("Draw tight boxes."), files: ["labels.yaml": groups("~", "red")]),
    ])

  private static func groups(_ ofRed: String, _ ofRound: String) -> String {
    "groups:\n  - {id: red, group: \(ofRed)}\n  - {id: round, group: \(ofRound)}\n"
  }

  /// A label or a group, and what it is below.
  private struct Step {
    let id: String
    let above: Located<String>?
  }

  private static let labelHelp = "remove `parent` from the topmost label"
  private static let groupHelp = "remove `group` from the topmost group"

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let (labels, groups) = (index.guideline.labels, index.guideline.groups)
    if labels.contains(where: { $0.parent != nil }) {
      let steps = labels.map { Step(id: $0.id.value, above: $0.parent) }
      forEachCircle(in: steps, place: { index.labelPlace($0) }) { circle in
        tell(circle, "label", "its own parent", labelHelp, &report)
      }
    }
    if groups.contains(where: { $0.group != nil }) {
      let steps = groups.map { Step(id: $0.id.value, above: $0.group) }
      let places = FirstPlaces(steps.map(\.id))
      forEachCircle(in: steps, place: { places[$0] }) { circle in
        tell(circle, "group", "in itself", groupHelp, &report)
      }
    }
  }

  private static func forEachCircle(
    in steps: [Step], place: (String) -> Int?, _ body: (ArraySlice<Step>) -> Void
  ) {
    // What is known to lead into no circle, or to lie on one that was told.
    var settled: Set<String> = []
    for step in steps where step.above != nil {
      var way: [Step] = []
      var places: [String: Int] = [:]
      var next: Step? = step
      while let current = next, !settled.contains(current.id) {
        if let start = places[current.id] {
          body(way[start...])
          break
        }
        places[current.id] = way.count
        way.append(current)
        next = current.above.flatMap { place($0.value) }.map { steps[$0] }
      }
      settled.formUnion(places.keys)
    }
  }

  private static func tell(
    _ circle: ArraySlice<Step>, _ what: String, _ predicate: String, _ help: String,
    _ report: inout Report
  ) {
    let others = circle.count - 1
    let way = others == 0 ? "" : ", through \(Wording.count(others, "other", "others"))"
    for step in circle {
      guard let above = step.above else { continue }
      report.add(info, at: above.span, "\(what) `\(step.id)` is \(predicate)\(way)", help: help)
    }
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
