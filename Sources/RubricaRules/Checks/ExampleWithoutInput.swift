package import RubricaModel
package import RubricaSource

/// An example shows an item.
package enum ExampleWithoutInput: Check {
  package static let info = CheckInfo(
    id: "example-without-input",
    levels: Levels(draft: nil, pilot: .note, release: .warning),
    summary: "An example has a picture, a recording or a text.",
    rationale: """
      Everybody imagines a described item differently. It cannot be used as a quiz item, a gold item \
      or a test.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          stage: "pilot",
          "## Examples\n\n### Good: ⟪a distant sign⟫\nA sign at the horizon.\n")),
      CheckExample(
        Sample.names(
          stage: "pilot", example: "Good: ⟪two events⟫", "> - Ada slept.\n> - Grace woke.\n")),
    ],
    good: [
      CheckExample(
        Sample.signs(
          stage: "pilot",
          "## Examples\n\n### Good: a distant sign\n![A distant sign](media/far.png)\n"))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for example in index.guideline.examples where example.input == nil && example.candidates.isEmpty
    {
      let quotation = quotation(in: example)
      report.add(
        info, at: example.title?.span ?? example.span, bare(example),
        notes: quotation.map { [$0] } ?? [],
        help: quotation == nil
          ? "add a picture in its own paragraph, a block quote, or a fence `text`"
          : "put the item into a fence `text`, in which every character counts")
    }
  }

  private static func bare(_ example: Example) -> String {
    "this \(example.role.rawValue) example shows no item"
  }

  /// A quotation that is not read as the item, and why.
  private static func quotation(in example: Example) -> Diagnostic.Note? {
    for block in example.content {
      guard case .quote(let blocks) = block.kind, Callout(blocks) == nil,
        let reason = blocks.whyNoItem
      else { continue }
      return .init(reason, at: block.span)
    }
    return nil
  }
}
