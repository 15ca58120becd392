package import RubricaModel
package import RubricaSource

/// Marks on a picture can be told apart.
package enum SimilarColours: Check {
  package static let info = CheckInfo(
    id: "similar-colours",
    levels: Levels(draft: .note, pilot: .warning, release: .warning),
    summary: "The colours of two labels of a layer can be told apart.",
    rationale: """
      Annotators and reviewers check their marks by colour. They overlook a wrong label in nearly the \
      right colour.
      """,
    bad: [CheckExample(Sample.colours("#c0392b", "⟪\"#c03a2c\"⟫"))],
    good: [CheckExample(Sample.colours("#c0392b", "\"#1f6fb2\""))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    var reported: Set<Span> = []
    let labels = index.guideline.labels
    for layer in index.guideline.layers {
      let coloured = layer.labels.prefix(200).compactMap {
        label -> (place: Int, Located<Colour>)? in
        guard let place = index.labelPlace(label.value) else { return nil }
        return labels[place].colour.map { (place, $0) }
      }
      for (number, (place, colour)) in coloured.enumerated() {
        guard
          let twin = coloured[..<number].first(where: {
            distance($0.1.value, colour.value) < 24
              && labels[$0.place].id.value != labels[place].id.value
          }), reported.insert(colour.span).inserted
        else { continue }
        let other = labels[twin.place]
        report.add(
          info, at: colour.span, similar(labels[place], other),
          notes: [
            .init(
              "`\(other.id.value)` is \(other.colour?.value.hex ?? "")", at: other.colour?.span)
          ],
          help: "choose another colour, or remove it: the compiler then picks one")
      }
    }
  }

  /// A cheap stand-in for seen distance ("redmean"): below 24, most people take two thin lines for
  /// the same.
  private static func distance(_ a: Colour, _ b: Colour) -> Double {
    let mean = (Double(a.red) + Double(b.red)) / 2
    let red = Double(a.red) - Double(b.red)
    let green = Double(a.green) - Double(b.green)
    let blue = Double(a.blue) - Double(b.blue)
    return
      ((2 + mean / 256) * red * red + 4 * green * green + (2 + (255 - mean) / 256) * blue * blue)
      .squareRoot()
  }

  private static func similar(_ label: Label, _ other: Label) -> String {
    "label `\(label.id.value)` has nearly the same colour as `\(other.id.value)`"
  }
}

extension Sample {
  fileprivate static func colours(_ stop: String, _ other: String) -> String {
    task(
      layers: """
        - id: signs
          kind: box
          labels:
            - {id: stop, definition: A red octagon., colour: "\(stop)"}
            - {id: other-sign, definition: Every other sign., colour: \(other)}
        """, "# Signs\n\nDraw boxes.\n")
  }
}
