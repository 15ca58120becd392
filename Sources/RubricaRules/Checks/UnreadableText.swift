package import RubricaModel
package import RubricaSource

/// Files are text.
package enum UnreadableText: Check {
  package static let info = CheckInfo(
    id: "unreadable-text",
    levels: .error,
    summary: """
      Every file of a guideline is UTF-8 text without NUL bytes, and no escape in it stands for a control \
      character.
      """,
    rationale: """
      Programs repair broken bytes in different ways, so annotators, models and reviewers would \
      read different words. What an escape stands for is not in the file, but on every page and in all data.
      """,
    // Bytes that are not text have no place in a document about them: the tests make them.
    bad: [
      CheckExample(
        "---\nrubrica: 1\ntitle: \"Signs⟪\\e⟫[31m ⟪\\x00⟫\"\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\ntitle: \"Signs[31m \"\n---\n\n# Signs\n"),
      CheckExample(
        Sample.signs("Draw tight⟪&#27;⟫ boxes."), fixed: Sample.signs("Draw tight boxes.")),
    ],
    good: [
      CheckExample("# Signs\n\nDraw a box around every sign.\n"),
      CheckExample(
        "---\nrubrica: 1\ntitle: \"Signs\\t\\\\e \\u00e9\"\n---\n\n# Signs &#233; &amp; `&#27;`\n"),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      switch problem.kind {
      case .unreadable(let what):
        report.add(
          info, at: problem.span, unreadable(what), help: "save the file as UTF-8 text")
      case .unreadableFile(let what):
        report.add(
          info, at: problem.span, what,
          help:
            "make it readable for the user who runs this command, put a copy in the place of a link out of the "
            + "workspace, or remove it: it cannot be ignored"
        )
      case .escapedCharacter(let scalar) where UntextualCharacter(scalar) == .control:
        let escape = index.guideline.sources.text(problem.span)
        report.add(
          info, at: problem.span, named(escape, scalar), help: "remove it",
          fixes: [Fix("remove it", edits: [.init(problem.span, "")], isSafe: true)])
      default: continue
      }
    }
  }

  private static func named(_ escape: String, _ scalar: Unicode.Scalar) -> String {
    "`\(escape)` stands for \(scalar.codeName), which is not a text character"
  }

  private static func unreadable(_ what: String) -> String { "the file has \(what) here" }
}
