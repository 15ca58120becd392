package import RubricaModel
package import RubricaSource

/// What is good is not bad.
package enum ContradictoryExamples: Check {
  package static let info = CheckInfo(
    id: "contradictory-examples",
    levels: .stumble,
    summary: """
      The same answer to the same item is not both a good and a bad example, and no two good examples give \
      different answers to it.
      """,
    rationale: """
      One of the two was copied without being changed, or written without knowing of the other. Annotators \
      cannot tell which is right, and trust neither; and whoever is tested with both fails one of them.
      """,
    bad: [
      CheckExample(Sample.twins("⟪signs: [{label: stop, box: [40, 30, 100, 90]}]⟫")),
      CheckExample(Sample.goodTwins("kind: ⟪praise⟫")),
      CheckExample(Sample.goodTwins("kind: ⟪none⟫")),
      CheckExample(
        Sample.twins(
          second: "Good: another sign", "signs: [{label: ⟪other-sign⟫, box: [40, 30, 100, 90]}]")),
    ],
    good: [
      CheckExample(Sample.twins("signs: [{label: stop, box: [40, 30, 100, 160]}]")),
      CheckExample(Sample.goodTwins("tone: 2")),
      CheckExample(
        Sample.twins(
          second: "Good: the sign beside it",
          "signs: [{label: other-sign, box: [140, 30, 200, 90]}]")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let examples = index.guideline.examples
    var items = FirstPlaces()
    var good: [[Int]] = []
    for place in examples.indices where examples[place].role == .good {
      guard let item = examples[place].item else { continue }
      if let known = items[item] {
        compare(examples[place], good[known].prefix(20).map { examples[$0] }, index, &report)
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

  /// Reports the first answer of a good example that another one of the same item contradicts.
  private static func compare(
    _ example: Example, _ others: [Example], _ index: GuidelineIndex, _ report: inout Report
  ) {
    for other in others {
      guard let (one, two) = contradiction(example, other, index) else { continue }
      report.add(
        info, at: one.span, contradicts(one.value, two.value),
        notes: [.init("the other answer is here", at: two.span)],
        help: """
          correct one of the two; where the item does not decide, make both borderline examples, which may \
          differ
          """)
      return
    }
  }

  private static func contradicts(_ one: String, _ other: String) -> String {
    "this good example says `\(Wording.excerpt(one))` where another one of the same item says "
      + "`\(Wording.excerpt(other))`"
  }

  private typealias Pair = (Located<String>, Located<String>)

  /// Two answers that cannot both be right. An example may show a part of the answer: what only one of
  /// them has, and what differs where several answers may be given, is no contradiction.
  private static func contradiction(
    _ example: Example, _ other: Example, _ index: GuidelineIndex
  ) -> Pair? {
    if let whole = example.expected?.whole, let their = other.expected?.whole,
      whole.value != their.value
    {
      return (whole, their)
    }
    // A recording may stand in for several in which different things are said.
    guard !differInText(example, other) else { return nil }
    for answer in example.expected?.answers ?? [] {
      guard let layer = index.layer(answer.layer.value) else { continue }
      for their in other.expected?.answers ?? [] where their.layer.value == answer.layer.value {
        if case .regions(let ours) = answer.value, case .regions(let theirs) = their.value {
          if let pair = contradiction(ours, theirs) { return pair }
        } else if layer.hasOneAnswer, let one = answer.only, let two = their.only,
          one.value != two.value
        {
          return (one, two)
        }
      }
    }
    return contradiction(example.marks, other.marks, index)
  }

  private static func differInText(_ example: Example, _ other: Example) -> Bool {
    (example.expected?.answers ?? []).contains { answer in
      guard case .text(let ours) = answer.value else { return false }
      return (other.expected?.answers ?? []).contains { their in
        guard case .text(let theirs) = their.value else { return false }
        return their.layer.value == answer.layer.value && theirs.value != ours.value
      }
    }
  }

  /// The same place with another label, and not also with this one.
  private static func contradiction(_ ours: [Region], _ theirs: [Region]) -> Pair? {
    for one in ours.prefix(100) {
      let same = theirs.prefix(100).filter { $0.geometry.isLike(one.geometry) }
      guard let two = same.first, !same.contains(where: { $0.label.value == one.label.value })
      else { continue }
      return (one.label, two.label)
    }
    return nil
  }

  private static func contradiction(
    _ ours: [SpanMark], _ theirs: [SpanMark], _ index: GuidelineIndex
  ) -> Pair? {
    guard !theirs.isEmpty else { return nil }
    for one in ours.prefix(100) {
      let layers = index.layerPlaces(taking: one.label.value)
      let same = theirs.prefix(100).filter { two in
        two.ranges == one.ranges
          && index.layerPlaces(taking: two.label.value).contains { layers.contains($0) }
      }
      guard let two = same.first, !same.contains(where: { $0.label.value == one.label.value })
      else { continue }
      return (one.label, two.label)
    }
    return nil
  }
}

extension Layer {
  /// Whether the item as a whole gets one answer, so that two different ones contradict each other.
  fileprivate var hasOneAnswer: Bool {
    guard self.unit == self.kind.value.defaultUnit else { return false }
    return switch self.kind.value {
    case .choice, .scale, .ranking, .pairwise: true
    default: false
    }
  }
}

extension LayerAnswer {
  /// What a layer with one answer is answered with; nil if that is not a single thing.
  fileprivate var only: Located<String>? {
    switch value {
    case .labels(let choices): choices.count == 1 ? choices[0].label : nil
    case .point(let point): Located(String(point.value), point.span)
    case .preference(let better): better
    case .ranking(let places):
      Located(
        places.map { $0.map(\.value).sorted().joined(separator: " = ") }
          .joined(separator: " > "), span)
    case .escape(let escape): escape
    case .nothing: Located(Vocabulary.none, span)
    case .regions, .marks, .relations, .groups, .text: nil
    }
  }
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

  /// Those in the text and those in the record.
  fileprivate var marks: [SpanMark] {
    var marks = textMarks
    for answer in self.expected?.answers ?? [] {
      if case .marks(let more) = answer.value { marks += more }
    }
    return marks
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
  /// Two good examples of one text, the second with this record.
  fileprivate static func goodTwins(_ second: String) -> String {
    task(
      modality: "text",
      layers: """
        - {id: kind, kind: choice, question: What is it?, labels: [bug, praise]}
        - {id: tone, kind: scale, question: How friendly?, points: [{value: 1, means: not}, {value: 2, means: very}]}
        """,
      """
      # Feedback

      ## Labels

      ### Bug
      Something does not work.

      ### Praise
      The author likes it.

      ## Examples

      ### Good: a crash
      > Nice, but it crashes.

      ```yaml expected
      kind: bug
      ```

      ### Good: a friendly word
      > Nice, but it crashes.

      ```yaml expected
      \(second)
      ```
      """)
  }

  fileprivate static func twins(
    second title: String = "Bad: the octagon and its pole", _ second: String
  ) -> String {
    signs(
      """
      ## Examples

      ### Good: the octagon
      ![A stop sign](media/stop.png)

      ```yaml expected
      signs: [{label: stop, box: [40, 30, 100, 90]}]
      ```

      ### \(title)
      ![A stop sign](media/stop.png)

      ```yaml expected
      \(second)
      ```
      """)
  }
}
