package import RubricaModel
package import RubricaSource

/// What is good is not bad.
package enum ContradictoryExamples: Check {
  package static let info = CheckInfo(
    id: "contradictory-examples",
    levels: .stumble,
    summary: "The same answer to the same item is not both a good and a bad example.",
    rationale: """
      One of the two was copied and not changed. Annotators cannot tell which, and trust neither.
      """,
    bad: [CheckExample(Sample.twins("⟪signs: [{label: stop, box: [40, 30, 100, 90]}]⟫"))],
    good: [CheckExample(Sample.twins("signs: [{label: stop, box: [40, 30, 100, 160]}]"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let examples = index.guideline.examples
    guard examples.contains(where: { $0.role == .bad }) else { return }
    var good: [String: Example] = [:]
    for example in examples where example.role == .good {
      if let key = example.answerKey, good[key] == nil { good[key] = example }
    }
    for example in examples where example.role == .bad {
      guard let key = example.answerKey, let twin = good[key] else { continue }
      report.add(
        info, at: example.expected?.span ?? example.span, same,
        notes: [.init("the good example is here", at: twin.span)],
        help: "write the mistake into the record of the bad example")
    }
  }

  private static let same = "this bad example gives the same answer as a good one"
}

extension Example {
  /// The item and the answer, so that equal ones have equal keys; nil without either.
  fileprivate var answerKey: String? {
    var key: String
    switch input {
    case .none: return nil
    case .media(let path, _): key = "media\u{0}" + path.value
    case .text(let text):
      key = "text\u{0}" + text.text
      for mark in text.marks { key += "\u{0}" + mark.key }
      if expected == nil, text.marks.isEmpty { return nil }
    }
    if expected == nil, case .media = input { return nil }
    if let whole = expected?.whole { key += "\u{0}" + whole.value }
    for answer in (expected?.answers ?? []).sorted(by: { $0.layer.value < $1.layer.value }) {
      key += "\u{0}\(answer.layer.value)\u{0}" + answer.value.key
    }
    return key
  }
}

extension LayerAnswer.Value {
  fileprivate var key: String {
    switch self {
    case .labels(let choices):
      choices.map { $0.label.value + $0.attributes.key }.sorted().joined(separator: "\u{1}")
    case .point(let point): String(point.value)
    case .regions(let regions):
      regions.map { region in
        let corners = region.geometry.corners.map { "\($0.x),\($0.y)" }
        return region.label.value + region.attributes.key + corners.joined(separator: " ")
      }.sorted().joined(separator: "\u{1}")
    case .marks(let marks): marks.map(\.key).sorted().joined(separator: "\u{1}")
    case .relations(let relations):
      relations.map { "\($0.from.value) \($0.relation.value) \($0.to.value)" }.sorted()
        .joined(separator: "\u{1}")
    case .text(let text): text.value
    case .nothing: "none"
    case .escape(let escape): "escape " + escape.value
    }
  }
}

extension SpanMark {
  fileprivate var key: String {
    label.value + attributes.key + ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined()
  }
}

extension [AttributeValue] {
  fileprivate var key: String {
    map { "\u{2}\($0.id.value)=\($0.value.value)" }.sorted().joined() + "\u{2}"
  }
}

extension Sample {
  fileprivate static func twins(_ second: String) -> String {
    signs(
      """
      ## Examples

      ### Good: the octagon
      ![A stop sign](media/stop.png)

      ```yaml expected
      signs: [{label: stop, box: [40, 30, 100, 90]}]
      ```

      ### Bad: the octagon and its pole
      ![A stop sign](media/stop.png)

      ```yaml expected
      \(second)
      ```
      """)
  }
}
