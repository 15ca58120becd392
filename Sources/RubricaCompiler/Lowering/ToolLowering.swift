internal import RubricaModel
internal import RubricaSource

/// Parts for those who work in one tool: `## Tool: Label Studio`, or `{target=label-studio}`.
extension Lowering {
  /// `target=` stands at headings of sections, and `warning=` at those of examples.
  mutating func reportMisplaced(_ heading: Heading, _ context: Context) {
    guard heading.tool != nil || heading.warning != nil else { return }
    let isExample: Bool
    let isSection: Bool
    switch heading.entry {
    case .good?, .bad?, .borderline?, .example?: (isExample, isSection) = (true, false)
    case .tool?: (isExample, isSection) = (false, true)
    case .rule?, .edgeCase?, .contrast?, .group?: (isExample, isSection) = (false, false)
    case nil:
      isExample =
        heading.role == nil
        && [.examples, .goodExamples, .badExamples].contains(context.role)
      isSection = heading.role != nil || (context.role == .prose && context.label == nil)
    }
    if let tool = heading.tool, !isSection {
      guideline.problems.append(
        Problem(
          .misplaced(
            what: "`target=\(tool.value)`", expected: "at the heading of a section of its own"),
          at: tool.span))
    }
    if let warning = heading.warning, !isExample {
      guideline.problems.append(
        Problem(
          .misplaced(
            what: "`warning=\(warning.value)`", expected: "at the heading of an example"),
          at: warning.span))
    }
  }
}
