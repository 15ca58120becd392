internal import RubricaModel
internal import RubricaSource

/// The keys of the rarer kinds of layers.
extension Lowering {
  mutating func lowerCandidates(_ fields: inout FieldReader, of layer: inout LayerFields) {
    hasComparisonLayer = true
    layer.allowsTies = fields.boolean("ties")?.value ?? false
    guard let node = fields.node("candidates") else {
      fields.reportMissing("candidates")
      return
    }
    var candidates = Candidates(span: node.span)
    switch node.kind {
    case .list(let items):
      candidates.fixed = items.compactMap { lowerCandidate($0) }
    case .mapping where layer.kind.value == .ranking:
      var inner = FieldReader(node, .candidateCount)
      candidates.minimum = inner.integer("minimum")
      candidates.maximum = inner.integer("maximum")
      inner.finish(&guideline.problems)
    default:
      fields.report(
        .wrong(
          node,
          expected: layer.kind.value == .ranking
            ? "a list of ids, or how many there are per item, `{minimum: 2, maximum: 5}`"
            : "the ids of two candidates, `[model-a, model-b]`"))
      return
    }
    layer.candidates = candidates
  }

  private mutating func lowerCandidate(_ node: DataNode) -> Candidates.Candidate? {
    if let id = node.text { return Candidates.Candidate(id: id, name: nil) }
    var fields = FieldReader(node, .candidate)
    let id = fields.required("id")
    let name = fields.text("name")
    fields.finish(&guideline.problems)
    return id.map { Candidates.Candidate(id: $0, name: name) }
  }

  /// A fence `text ID`: what a candidate says. Nil if the fence is something else.
  func candidate(of fence: Fence?, _ place: Span) -> Located<String>? {
    guard hasComparisonLayer, let fence, fence.info.hasPrefix("text ") else { return nil }
    let word = String(fence.info.dropFirst("text ".count))
    // The words behind a fence come in lower case.
    let ids = guideline.layers.lazy.compactMap { $0.candidates }.flatMap(\.fixed).map(\.id.value)
    let id = ids.first { $0 == word } ?? ids.first { $0.lowercased() == word } ?? word
    return Located(id, firstLine(of: place))
  }

  /// Where a fence opens.
  func firstLine(of place: Span) -> Span {
    let bytes = guideline.sources[place.source].bytes
    let line = place.range.prefix { bytes[$0] != 10 && bytes[$0] != 13 }
    return Span(place.source, line.lowerBound, line.upperBound)
  }

  mutating func takeCandidate(
    _ candidate: Located<String>, _ fence: Fence, _ place: Span, into example: inout ExampleFields
  ) {
    if let first = example.candidates.first(where: { $0.candidate.value == candidate.value }) {
      guideline.problems.append(
        Problem(
          .duplicateDeclaration(
            what: "the text of candidate `\(candidate.value)`", first: first.candidate.span),
          at: candidate.span))
      return
    }
    let text = SpanNotation.read(
      fence.text.lines, place, hasMarks: false, isFence: true, problems: &guideline.problems)
    example.candidates.append(
      CandidateText(candidate: candidate, text: text.text, span: place))
  }

  /// The layer whose marks it joins.
  static func lowerOver(_ fields: inout FieldReader) -> Located<String>? {
    if let over = fields.text("over") { return over }
    fields.reportMissing("over")
    return nil
  }

  /// Tracks have the labels of the layer whose marks they follow.
  mutating func copyLabelsToTracks() {
    for place in guideline.layers.indices where guideline.layers[place].kind.value == .track {
      guard let over = guideline.layers[place].over.flatMap({ guideline.layer($0.value) }),
        over.kind.value != .track
      else { continue }
      guideline.layers[place].labels = over.labels
    }
  }
}
