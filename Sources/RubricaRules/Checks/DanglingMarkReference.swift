package import RubricaModel
package import RubricaSource

/// An attribute that points to a mark points to one that is there.
package enum DanglingMarkReference: Check {
  package static let info = CheckInfo(
    id: "dangling-mark-reference",
    levels: .error,
    summary:
      "An attribute of type `reference` names a layer, in an example another mark of that layer.",
    rationale: """
      Annotators who follow the example write an id that leads nowhere, and joining the data fails \
      silently.
      """,
    bad: [
      CheckExample(Sample.pointing("names", "⟪x⟫")),
      CheckExample(Sample.pointing("⟪nmaes⟫", "a"), fixed: Sample.pointing("names", "a")),
      CheckExample(Sample.pointing("names", "⟪b⟫")),
      CheckExample(Sample.pointingOnPicture("⟪frist⟫")),
      CheckExample(
        Sample.pointing(
          "dates", "⟪a⟫",
          more: "\n- {id: dates, kind: span, labels: [{id: DATE, definition: A day.}]}")),
    ],
    good: [
      CheckExample(Sample.pointing("names", "a")), CheckExample(Sample.pointingOnPicture("first")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    var isUsed = false
    for attribute in guideline.layers.lazy.flatMap({ $0.attributes }) {
      guard let target = attribute.target else { continue }
      isUsed = true
      guard index.layer(target.value) == nil else { continue }
      let near = NearMiss(
        to: target, among: guideline.layers.map { $0.id.value }, in: guideline.sources,
        otherwise: "name the layer whose marks it points to")
      report.add(
        info, at: target.span, "no layer is called `\(Wording.excerpt(target.value))`",
        help: near.help, fixes: near.fixes)
    }
    guard isUsed else { return }
    for example in guideline.examples where !guideline.unread.holdsRecord(of: example.id) {
      let marks = MarksByID(example)
      var idsOfLayer: [String: [String]] = [:]
      index.forEachGivenLabel(in: example) { given in
        for value in given.attributes {
          guard
            let attribute = index.layer(of: given)?.attributes.first(where: {
              $0.id.value == value.id.value
            }),
            let target = attribute.target
          else { continue }
          let id = value.value
          if marks[id.value] == nil {
            report.add(
              info, at: id.span,
              "no mark of this example has the id `\(Wording.excerpt(id.value))`",
              help: marks.ids.isEmpty
                ? "give the intended mark an id: `\(example.markWithID)`"
                : "the marks with an id are \(Wording.list(marks.ids))")
            continue
          }
          guard given.role != .bad, let layer = index.layer(target.value) else { continue }
          let name = target.value
          let ids = idsOfLayer[name] ?? index.markIDs(of: layer, in: example)
          idsOfLayer[name] = ids
          let isItself = id.value == given.markID
          guard isItself || !ids.contains(id.value) else { continue }
          let others = ids.filter { $0 != given.markID }
          report.add(
            info, at: id.span,
            isItself
              ? "this mark refers to itself"
              : "`\(Wording.excerpt(id.value))` is a mark of another layer than `\(name)`",
            notes: [.init("the layer is named here", at: target.span)],
            help: others.isEmpty
              ? "give the intended mark of `\(name)` an id, and write it here"
              : "the other marks of `\(name)` with an id are \(Wording.list(others))")
        }
      }
    }
  }
}

extension Example {
  /// How a mark with an id is written there.
  fileprivate var markWithID: String {
    if case .text = self.input { "[Ada]{PER #a}" } else { "{id: a, label: …}" }
  }
}

extension Sample {
  fileprivate static func pointingOnPicture(_ id: String) -> String {
    signs(
      layers: """
        - id: signs
          kind: box
          labels: [stop, other-sign]
          attributes: [{id: below, type: reference, to: signs}]
        """,
      record: """
        signs:
          - {id: first, label: stop, box: [40, 30, 100, 90]}
          - {label: other-sign, box: [40, 95, 100, 120], below: \(id)}
        """)
  }

  fileprivate static func pointing(_ layer: String, _ id: String, more: String = "") -> String {
    names(
      layers: nameLayers + "\n  attributes: [{id: same-as, type: reference, to: \(layer)}]" + more,
      "> [Ada]{PER #a} slept.\n\n```yaml expected\nnames: [{label: PER, text: Ada, start: 0, end: 3, id: b, same-as: \(id)}]\n```\n"
    )
  }
}
