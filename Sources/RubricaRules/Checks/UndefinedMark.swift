package import RubricaModel
package import RubricaSource

/// A group holds marks that are there.
package enum UndefinedMark: Check {
  package static let info = CheckInfo(
    id: "undefined-mark",
    levels: .error,
    summary: "A group of an identity layer contains ids of marks in the layer that it is over.",
    rationale: """
      The group says that two marks show the same thing. If an id is misspelt, one of them is left \
      alone and counted as another thing.
      """,
    bad: [
      CheckExample(
        Sample.reappearing("[[car-1, ⟪car2⟫]]"), fixed: Sample.reappearing("[[car-1, car-2]]")),
      CheckExample(Sample.reappearing("[[car-1, ⟪car-3⟫]]")),
      CheckExample(Sample.reappearing("[[car-1, ⟪car⟫, car-2]]")),
    ],
    good: [CheckExample(Sample.reappearing("[[car-1, car-2]]"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    guard guideline.layers.contains(where: { $0.kind.value == .identity }) else { return }
    for example in guideline.examples where !guideline.unread.holdsRecord(of: example.id) {
      for answer in example.expected?.answers ?? [] {
        guard case .groups(let groups) = answer.value, let layer = index.layer(answer.layer.value),
          let over = layer.over.flatMap({ index.layer($0.value) })
        else { continue }
        let examples = layer.isAcrossItems ? guideline.examples : [example]
        let ids = examples.flatMap { index.markIDs(of: over, in: $0) }
        let known = Set(ids)
        let grouped = groups.joined().map(\.value)
        for id in groups.joined() where !known.contains(id.value) {
          let near = NearMiss(
            to: id, among: ids, except: grouped, in: guideline.sources,
            otherwise: ids.isEmpty
              ? "give the marks of `\(over.id.value)` ids: `{id: car-1, label: …}`"
              : "the marks with an id are \(Wording.list(ids))")
          report.add(
            info, at: id.span,
            "no mark of `\(over.id.value)` has the id `\(Wording.excerpt(id.value))`",
            help: near.help, fixes: near.fixes)
        }
      }
    }
  }
}

extension GuidelineIndex {
  /// The ids of the marks of one layer in an example.
  func markIDs(of layer: Layer, in example: Example) -> [String] {
    var ids: [String] = []
    if layer.kind.value == .span, case .text(let text) = example.input {
      ids = text.marks.filter { self.layer(layer, takes: $0.label.value) }.compactMap(\.id?.value)
    }
    for answer in example.expected?.answers ?? [] where answer.layer.value == layer.id.value {
      switch answer.value {
      case .regions(let regions): ids += regions.compactMap(\.id?.value)
      case .marks(let marks): ids += marks.compactMap(\.id?.value)
      default: break
      }
    }
    return ids
  }
}
