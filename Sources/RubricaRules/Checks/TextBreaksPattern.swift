package import RubricaModel
package import RubricaSource

/// An expected text looks like the pattern of its layer, and is not too long.
package enum TextBreaksPattern: Check {
  package static let info = CheckInfo(
    id: "text-breaks-pattern",
    levels: .error,
    summary: "An expected text matches the pattern of its layer and is not too long.",
    rationale: """
      The tool or the check of the results refuses what the example teaches, and annotators change \
      correct answers until they are accepted.
      """,
    bad: [
      CheckExample(Sample.plate("pattern: \"[A-Z]{2}-[0-9]+\"", "KA⟪ ⟫17")),
      CheckExample(Sample.plate("pattern: \"[A-Z]{2}-[0-9]+\"", "⟪KA-⟫")),
      CheckExample(Sample.plate("maximum-length: 5", "KA-17⟪12⟫")),
    ],
    good: [CheckExample(Sample.plate("pattern: \"[A-Z]{2}-[0-9]+\"", "KA-17"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard
      index.guideline.layers.contains(where: { $0.pattern != nil || $0.maximumLength != nil })
    else { return }
    let sources = index.guideline.sources
    var patterns: [String: Pattern] = [:]
    index.forEachAnswer { role, place, answer in
      guard role != .bad, case .text(let text) = answer.value else { return }
      let layer = index.guideline.layers[place]
      if let expected = layer.pattern {
        let pattern = patterns[expected.value] ?? (try? Pattern(expected.value))
        patterns[expected.value] = pattern
        if let place = pattern?.firstMismatch(in: text.value) {
          let rest = text.value.utf8.dropFirst(place)
          let width = rest.isEmpty ? 0 : text.value.scalarWidth(at: place)
          // At its end a text is only too short: then all of it is the place.
          let range = rest.isEmpty ? 0..<place : place..<(place + width)
          report.add(
            info, at: sources.place(of: range, in: text),
            rest.isEmpty
              ? "the text ends before it matches `\(Wording.excerpt(expected.value))`"
              : "from here on the text does not match `\(Wording.excerpt(expected.value))`",
            notes: [.init("the pattern is declared here", at: expected.span)],
            help: "correct the text or the pattern")
        }
      }
      if let most = layer.maximumLength {
        let scalars = text.value.unicodeScalars
        guard scalars.count > most.value, most.value >= 0 else { return }
        let start = scalars.prefix(most.value).reduce(0) { $0 + UTF8.width($1) }
        report.add(
          info, at: sources.place(of: start..<text.value.utf8.count, in: text),
          "the text has \(scalars.count) characters; at most \(most.value) are allowed",
          notes: [.init("the length is declared here", at: most.span)], help: "shorten it")
      }
    }
  }
}

extension Sample {
  fileprivate static func plate(_ key: String, _ text: String) -> String {
    task(
      layers: "- {id: plate, kind: text, question: What does the plate say?, \(key)}",
      """
      # Plates

      ## Examples

      ### Good: a plate
      ![A plate](media/plate.png)

      ```yaml expected
      plate: \(text)
      ```
      """)
  }
}
