package import RubricaModel
package import RubricaSource

/// Two are equally good only where they may be.
package enum UnexpectedTie: Check {
  package static let info = CheckInfo(
    id: "unexpected-tie",
    levels: .error,
    summary: "An example calls two candidates equally good only if its layer allows ties.",
    rationale: """
      Annotators learn an answer that the tool does not offer, or that the project does not want, \
      because a tie says nothing about which is better.
      """,
    bad: [
      CheckExample(Sample.comparison("ranking", "[a, b, c]", record: "better: [⟪[a, b]⟫, c]")),
      CheckExample(Sample.comparison("pairwise", "[a, b]", record: "better: ⟪tie⟫")),
    ],
    good: [
      CheckExample(
        Sample.comparison("ranking", "[a, b, c]", "ties: true", record: "better: [[a, b], c]")),
      CheckExample(Sample.comparison("pairwise", "[a, b]", "ties: true", record: "better: tie")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    index.forEachAnswer { _, place, answer in
      switch answer.value {
      case .ranking(let places):
        let layer = index.guideline.layers[place]
        guard !layer.allowsTies else { return }
        for place in places where place.count > 1 {
          // The brackets belong to what is wrong.
          report.add(
            info, at: brackets(around: place, index), noTies(layer),
            help: "put the two in order, or add `ties: true` to the layer")
        }
      case .preference(let candidate) where candidate.value == Layer.tie:
        let layer = index.guideline.layers[place]
        guard !layer.allowsTies else { return }
        report.add(
          info, at: candidate.span, noTies(layer),
          help: "name the better candidate, or add `ties: true` to the layer")
      default: break
      }
    }
  }

  private static func brackets(
    around place: [Located<String>], _ index: GuidelineIndex
  ) -> Span {
    let inner = place[0].span.union(place[place.count - 1].span)
    let bytes = index.guideline.sources[inner.source].bytes
    var (start, end) = (Int(inner.start), Int(inner.end))
    let isBlank = { (byte: UInt8) in byte == 0x20 }
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    guard start > 0, end < bytes.count, bytes[start - 1] == UInt8(ascii: "["),
      bytes[end] == UInt8(ascii: "]")
    else { return inner }
    return Span(inner.source, start - 1, end + 1)
  }

  private static func noTies(_ layer: Layer) -> String {
    "layer `\(layer.id.value)` does not allow ties"
  }
}
