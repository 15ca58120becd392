package import RubricaModel
package import RubricaSource

/// What is good is not bad.
package enum ContradictoryExamples: Check {
  package static let info = CheckInfo(
    id: "contradictory-examples",
    levels: .stumble,
    summary: "The same answer to the same item is not both a good and a bad example.",
    rationale: """
      One of the two was copied without being changed. Annotators cannot tell which, and trust neither.
      """,
    bad: [CheckExample(Sample.twins("⟪signs: [{label: stop, box: [40, 30, 100, 90]}]⟫"))],
    good: [CheckExample(Sample.twins("signs: [{label: stop, box: [40, 30, 100, 160]}]"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let examples = index.guideline.examples
    guard examples.contains(where: { $0.role == .bad }) else { return }
    var items = FirstPlaces()
    var good: [[Int]] = []
    for place in examples.indices where examples[place].role == .good {
      guard let item = examples[place].item else { continue }
      if let known = items[item] {
        good[known].append(place)
      } else {
        items.append(item)
        good.append([place])
      }
    }
    for place in examples.indices where examples[place].role == .bad {
      guard let item = examples[place].item,
        let known = items[item],
        let other = good[known].prefix(100).first(where: {
          examples[$0].answersLike(examples[place])
        })
      else { continue }
      let (example, twin) = (examples[place], examples[other])
      report.add(
        info, at: example.expected?.span ?? example.span, same,
        notes: [.init("the good example is here", at: twin.span)],
        help: "write the mistake into the record of the bad example")
    }
  }

  private static let same = "this bad example gives the same answer as a good one"
}

extension Example {
  /// The item, so that equal ones have equal keys.
  fileprivate var item: String? {
    switch self.input {
    case .none: compared
    case .media(let path, _): path.value + (compared ?? "")
    case .text(let text): text.text + (compared ?? "")
    }
  }

  private var compared: String? {
    self.candidates.isEmpty
      ? nil : self.candidates.map { "\n" + $0.candidate.value + "\n" + $0.text }.joined()
  }

  fileprivate var textMarks: [SpanMark] {
    if case .text(let text) = self.input { text.marks } else { [] }
  }

  /// Whether both say something, and the same.
  fileprivate func answersLike(_ other: Example) -> Bool {
    guard self.expected != nil || !textMarks.isEmpty,
      self.expected?.whole?.value == other.expected?.whole?.value,
      textMarks.elementsEqual(other.textMarks, by: { $0.isLike($1) })
    else { return false }
    let answers = self.expected?.answers ?? []
    let others = other.expected?.answers ?? []
    return answers.count == others.count
      && answers.allSatisfy { answer in
        others.contains { $0.layer.value == answer.layer.value && $0.value.isLike(answer.value) }
      }
  }
}

extension LayerAnswer.Value {
  fileprivate func isLike(_ other: Self) -> Bool {
    switch (self, other) {
    case (.labels(let a), .labels(let b)):
      a.elementsEqual(b) {
        $0.label.value == $1.label.value && $0.attributes.areLike($1.attributes)
      }
    case (.point(let a), .point(let b)): a.value == b.value
    case (.preference(let a), .preference(let b)): a.value == b.value
    case (.ranking(let a), .ranking(let b)), (.groups(let a), .groups(let b)):
      a.elementsEqual(b) { $0.map(\.value) == $1.map(\.value) }
    case (.regions(let a), .regions(let b)):
      a.elementsEqual(b) {
        $0.label.value == $1.label.value && $0.geometry.isLike($1.geometry)
          && $0.attributes.areLike($1.attributes)
      }
    case (.marks(let a), .marks(let b)): a.elementsEqual(b) { $0.isLike($1) }
    case (.relations(let a), .relations(let b)):
      a.elementsEqual(b) {
        $0.relation.value == $1.relation.value && $0.from.value == $1.from.value
          && $0.to.value == $1.to.value
      }
    case (.text(let a), .text(let b)): a.value == b.value
    case (.nothing, .nothing): true
    case (.escape(let a), .escape(let b)): a.value == b.value
    default: false
    }
  }
}

extension SpanMark {
  fileprivate func isLike(_ other: SpanMark) -> Bool {
    label.value == other.label.value && ranges == other.ranges
      && attributes.areLike(other.attributes)
  }
}

extension [AttributeValue] {
  fileprivate func areLike(_ other: [AttributeValue]) -> Bool {
    count == other.count
      && allSatisfy { value in
        other.contains { $0.id.value == value.id.value && $0.value.value == value.value.value }
      }
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
