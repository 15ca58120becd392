internal import RubricaModel
internal import RubricaSource

/// A part for the users of one tool names a tool that something is made for. The platforms are known
/// here, and not to the checks of the language.
enum UnknownTool {
  static let info = CheckInfo(
    id: "unknown-tool",
    levels: .warning,
    summary: "`target=` names a target, and no tool name is a near miss of one.",
    rationale: """
      The part is in no tool's panel: neither in the one that it was written for, nor in any other. It is \
      only on the page for all tools.
      """,
    bad: [
      CheckExample(task("## Shortcuts {target=⟪label-studo⟫}")),
      CheckExample(task("## Tool: ⟪Lable Studio⟫")),
    ],
    good: [
      CheckExample(task("## Shortcuts {target=label-studio}")),
      CheckExample(task("## Tool: Label Studio")), CheckExample(task("## Tool: CVAT")),
    ])

  private static func task(_ heading: String) -> String {
    "---\nrubrica: 1\n---\n\n# Signs\n\n\(heading)\n\nPress `s` for a stop sign.\n"
  }

  static func examine(_ guideline: Guideline, _ report: inout Report) {
    for section in guideline.body.sections {
      if let tool = section.tool { examine(tool, guideline, &report) }
    }
  }

  private static func examine(
    _ tool: Located<String>, _ guideline: Guideline, _ report: inout Report
  ) {
    let ids = AllTargets.all.map { $0.info.id }
    guard !ids.contains(tool.value) else { return }
    let near = Suggestion.nearest(to: tool.value, among: ids)
    // A heading `Tool: …` may name any tool that people work in.
    guard near != nil || guideline.sources.text(tool.span) == tool.value else { return }
    report.add(
      info, at: tool.span, "no target is called `\(tool.value)`, so the part is in no tool's panel",
      help: near.map { "did you mean `\($0)`?" }
        ?? "the targets are \(ids.map { "`\($0)`" }.joined(separator: ", "))")
  }
}
