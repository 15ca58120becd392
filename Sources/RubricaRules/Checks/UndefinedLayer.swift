package import RubricaModel
package import RubricaSource

/// A layer that is named must exist.
package enum UndefinedLayer: Check {
  package static let info = CheckInfo(
    id: "undefined-layer",
    levels: .error,
    summary: "Every layer that is named belongs to the task.",
    rationale: """
      The answer of an example, or the target of a metric, does not belong to a question. It is not \
      checked, shown or measured.
      """,
    bad: [
      CheckExample(
        Sample.signs(record: "⟪sings⟫: [{label: stop, box: [40, 30, 100, 90]}]"),
        fixed: Sample.signs(record: "signs: [{label: stop, box: [40, 30, 100, 90]}]"))
    ],
    good: [
      CheckExample(Sample.signs(record: "signs: [{label: stop, box: [40, 30, 100, 90]}]")),
      CheckExample(
        """
        ---
        rubrica: 1
        ---

        # Signs

        ## Good: what a sign says
        > Stop

        ```yaml expected
        signs: stop
        ```

        """),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    func expect(_ layer: Located<String>, _ place: @autoclosure () -> String) {
      guard !index.hasLayer(layer.value), !guideline.unread.mayHold(layer: layer.value) else {
        return
      }
      let ids = guideline.layers.map { $0.id.value }
      let near = NearMiss(
        to: layer, among: ids, in: guideline.sources,
        otherwise: ids.isEmpty
          ? "declare it in the front matter, under `task`"
          : "the layers are \(Wording.list(ids))")
      report.add(
        info, at: layer.span, undefined(layer.value, place()), help: near.help, fixes: near.fixes)
    }
    for layer in guideline.layers {
      if let over = layer.over { expect(over, "layer `\(layer.id.value)`") }
    }
    // A draft without a task has one finding for that: its records wait for the layers.
    let waits = guideline.layers.isEmpty && guideline.stage.value == .draft
    for example in guideline.examples where !waits {
      for answer in example.expected?.answers ?? [] { expect(answer.layer, "the record") }
    }
    for metric in guideline.governance?.metrics ?? [] {
      if let layer = metric["layer"]?.text { expect(layer, "a quality metric") }
    }
  }

  private static func undefined(_ layer: String, _ place: String) -> String {
    "no layer is called `\(Wording.excerpt(layer))`, but \(place) names it"
  }
}
