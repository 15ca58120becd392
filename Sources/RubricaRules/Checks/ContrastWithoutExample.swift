package import RubricaModel
package import RubricaSource

/// A difference that matters is shown.
package enum ContrastWithoutExample: Check {
  package static let info = CheckInfo(
    id: "contrast-without-example",
    levels: Levels(draft: nil, pilot: .note, release: .note),
    summary: "For two labels that are contrasted, an example shows the difference.",
    rationale: """
      The author has said which two labels are confused. A sentence about the difference is read \
      once; a pair of examples is what annotators compare their own items with.
      """,
    bad: [CheckExample(Sample.contrasted(""))],
    good: [
      CheckExample(
        Sample.contrasted(
          """
          ## Bad examples

          ### Bad: a red octagon on a toy
          ![A toy](media/toy.png)

          ```yaml expected
          signs: [{label: stop, box: [1, 1, 9, 9]}]
          ```
          **Because** a toy is an [other sign](#other-sign).
          """
        ).replacing("⟪", with: "").replacing("⟫", with: ""))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard report.level(of: info) != nil else { return }
    for (label, contrast) in index.contrastsNotShown {
      report.add(
        info, at: contrast.label.span,
        "no example shows how `\(label.id.value)` and `\(contrast.label.value)` differ",
        help: "add a bad example: one label given where the other is right, with the reason")
    }
  }
}

extension GuidelineIndex {
  /// The contrasts between labels that no example has to do with; each pair once.
  var contrastsNotShown: [(label: Label, contrast: Contrast)] {
    guard guideline.labels.contains(where: { !$0.contrasts.isEmpty }) else { return [] }
    let shown = guideline.examples.map { labelPlaces(in: $0) }
    // Folded once, however many pairs ask for it.
    lazy var words = guideline.examples.map { example in
      [example.title?.plainText, example.reason?.plainText].compactMap { $0?.folded }
    }
    lazy var names = guideline.labels.map { $0.name.value.folded }
    var told: Set<Int> = []
    var found: [(label: Label, contrast: Contrast)] = []
    for (place, label) in guideline.labels.enumerated() {
      for contrast in label.contrasts {
        guard let other = labelPlace(contrast.label.value), other != place,
          told.insert(min(place, other) * guideline.labels.count + max(place, other)).inserted,
          !shown.contains(where: { $0.contains(place) && $0.contains(other) }),
          !Self.isTold(place, other, shown, words, names)
        else { continue }
        found.append((label, contrast))
      }
    }
    return found
  }

  /// The labels that an example gives, stands under, or links to, as places in the list.
  private func labelPlaces(in example: Example) -> [Int] {
    var places: [Int] = []
    func add(_ id: String) {
      if let place = labelPlace(id), !places.contains(place) { places.append(place) }
    }
    if let own = example.label { add(own) }
    forEachGivenLabel(in: example) { add($0.label.value) }
    func collect(_ inline: Inline) { if let id = inline.labelID { add(id) } }
    example.content.forEachInline(collect)
    example.reason?.inlines.forEachInline(collect)
    example.title?.inlines.forEachInline(collect)
    return places
  }

  /// Whether an example with one of two labels names the other one in plain words.
  private static func isTold(
    _ one: Int, _ other: Int, _ shown: [[Int]], _ words: [[[UInt8]]], _ names: [[UInt8]]
  ) -> Bool {
    shown.indices.contains { number in
      guard
        let missing = shown[number].contains(one)
          ? other : shown[number].contains(other) ? one : nil
      else { return false }
      return words[number].contains { $0.holds(names[missing]) }
    }
  }
}

extension String {
  /// In lower case.
  fileprivate var folded: [UInt8] { Array(lowercased().utf8) }
}

extension [UInt8] {
  /// Whether another text stands somewhere in this one.
  fileprivate func holds(_ text: [UInt8]) -> Bool {
    guard let first = text.first else { return true }
    guard count >= text.count else { return false }
    return (0...(count - text.count)).contains { start in
      self[start] == first && self[start..<(start + text.count)].elementsEqual(text)
    }
  }
}

extension Sample {
  fileprivate static func contrasted(_ examples: String) -> String {
    task(
      stage: "pilot", layers: "- {id: signs, kind: box, labels: [stop, other-sign]}",
      """
      # Signs

      ## Labels

      ### Stop
      A red octagon.

      **Not** ⟪[Other sign](#other-sign)⟫: toys are other signs.

      ### Other sign
      Every other one.

      \(examples)
      """)
  }
}

extension String {
  fileprivate func replacing(_ text: String, with other: String) -> String {
    split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }
}
