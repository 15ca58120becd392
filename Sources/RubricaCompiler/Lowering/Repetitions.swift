internal import RubricaModel
internal import RubricaSource

/// What stands twice in the lists of one layer.
extension Lowering {
  mutating func reportRepetitions(in layer: LayerFields) {
    let owner = "layer `\(layer.id.value)`"
    report(layer.labels, "label", of: owner)
    report(layer.keypoints, "point", of: owner)
    report(layer.relations.map { $0.id }, "relation", of: owner)
    report(layer.attributes.map { $0.id }, "attribute", of: owner)
    for attribute in layer.attributes {
      report(
        attribute.values.map { $0.id }, "value", of: "attribute `\(attribute.id.value)` of \(owner)"
      )
    }
  }

  private mutating func report(
    _ ids: [Located<String>], _ what: String, of owner: @autoclosure () -> String
  ) {
    guard ids.count > 1 else { return }
    var first: [String: Span] = [:]
    first.reserveCapacity(ids.count)
    for id in ids {
      guard let span = first[id.value] else {
        first[id.value] = id.span
        continue
      }
      guideline.problems.append(
        Problem(
          .duplicateDeclaration(what: "\(what) `\(id.value)` of \(owner())", first: span),
          at: id.span))
    }
  }
}
