internal import RubricaModel
internal import RubricaSource

/// Answers that compare candidates or marks with each other.
extension Lowering {
  /// `[b, a, c]`; `[[a, b], c]` where two are equally good.
  mutating func ranking(_ node: DataNode) -> LayerAnswer.Value? {
    guard let items = list(node, "the candidates from the best to the worst, `[b, a, c]`") else {
      return nil
    }
    return .ranking(
      items.compactMap { item in
        if let candidate = item.text { return [candidate] }
        guard case .list(let equals) = item.kind, !equals.isEmpty else {
          return wrong(item, "a candidate, or a list of equally good ones")
        }
        return texts(equals, "a candidate")
      })
  }

  /// The id of the better one, or a point where the layer has points.
  mutating func preference(_ node: DataNode, of layer: Layer) -> LayerAnswer.Value? {
    if !layer.points.isEmpty {
      guard let value = node.integer else {
        return wrong(node, "a whole number, below 0 for the first candidate, else above")
      }
      return .point(Located(value, node.span))
    }
    guard let candidate = node.text else {
      guideline.problems.append(.wrongSingle(node, expected: "the better candidate"))
      return nil
    }
    return .preference(candidate)
  }

  /// `[[a, b], [c]]`: the marks of one thing together.
  mutating func groups(_ node: DataNode) -> LayerAnswer.Value? {
    let expected = "a list of ids of marks that show the same thing, `[a, b]`"
    guard let items = list(node, "a list of groups, each \(expected)") else { return nil }
    return .groups(
      items.compactMap { item in
        guard case .list(let ids) = item.kind, !ids.isEmpty else { return wrong(item, expected) }
        return texts(ids, "the id of a mark")
      })
  }

  private mutating func texts(_ nodes: [DataNode], _ expected: String) -> [Located<String>] {
    nodes.compactMap { node in
      if let text = node.text { return text }
      return wrong(node, expected)
    }
  }
}
