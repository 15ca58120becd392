package import RubricaModel
package import RubricaSource

/// An escape answer is given only where it may be.
package enum EscapeOutsideLayer: Check {
  package static let info = CheckInfo(
    id: "escape-outside-layer",
    levels: .error,
    summary: "An escape answer for some layers names existing layers, and is given only in these.",
    rationale: """
      The tool offers the answer only for these questions. An example that gives it elsewhere teaches \
      something that nobody can do.
      """,
    bad: [
      CheckExample(Sample.restricted("[severity]", "topic: ⟪tie⟫\nseverity: 1")),
      CheckExample(Sample.restricted("[severity]", "⟪tie⟫")),
      CheckExample(
        Sample.restricted("[⟪severty⟫]", "topic: sport\nseverity: 1"),
        fixed: Sample.restricted("[severity]", "topic: sport\nseverity: 1")),
    ],
    good: [CheckExample(Sample.restricted("[severity]", "topic: sport\nseverity: tie"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    guard guideline.escapes.contains(where: { !$0.layers.isEmpty }) else { return }
    for escape in guideline.escapes {
      for layer in escape.layers where index.layer(layer.value) == nil {
        let near = NearMiss(
          to: layer, among: guideline.layers.map { $0.id.value }, in: guideline.sources,
          otherwise: "the layers are \(Wording.list(guideline.layers.map { $0.id.value }))")
        report.add(
          info, at: layer.span, "no layer is called `\(Wording.excerpt(layer.value))`",
          help: near.help, fixes: near.fixes)
      }
    }
    func expect(_ word: Located<String>, in layer: Layer?) {
      guard let escape = index.escape(word.value), !escape.isAllowed(in: layer) else { return }
      let place = layer.map { "layer `\($0.id.value)`" } ?? "a whole item"
      report.add(
        info, at: word.span, "escape answer `\(word.value)` is not for \(place)",
        notes: [.init("it is declared here", at: escape.id.span)],
        help: "it is for \(Wording.list(escape.layers.map(\.value)))")
    }
    for example in guideline.examples {
      if let whole = example.expected?.whole { expect(whole, in: nil) }
      for answer in example.expected?.answers ?? [] {
        if case .escape(let word) = answer.value {
          expect(word, in: index.layer(answer.layer.value))
        }
      }
    }
  }
}

extension Sample {
  fileprivate static func restricted(_ layers: String, _ record: String) -> String {
    task(
      modality: "text", header: "escape: [{id: tie, means: tie, layers: \(layers)}]",
      layers: """
        - {id: topic, kind: choice, labels: [{id: sport, definition: Games.}]}
        - {id: severity, kind: scale, points: [{value: 1, means: low}, {value: 2, means: high}]}
        """,
      "# Mail\n\n## Examples\n\n### Good: a match\n> Two goals.\n\n```yaml expected\n\(record)\n```\n"
    )
  }
}
