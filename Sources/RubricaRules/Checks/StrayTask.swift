package import RubricaModel
package import RubricaSource

/// The task is where it is looked for.
package enum StrayTask: Check {
  package static let info = CheckInfo(
    id: "stray-task",
    levels: .error,
    summary: "The task is under the key `task`, with all of its keys and no others.",
    rationale: """
      Under another key the task is not found: the guideline has no layers, no task template can be made, \
      and no example can be checked.
      """,
    bad: [
      CheckExample(
        "---\nrubrica: 1\n⟪tasks⟫:\n  modality: image\n  layers: []\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\ntask:\n  modality: image\n  layers: []\n---\n\n# Signs\n"),
      CheckExample(
        "---\nrubrica: 1\ntask:\n⟪modality⟫: image\nlayers: []\n---\n\n# Signs\n"),
      CheckExample(
        "---\nrubrica: 1\ntask:\n  modality: image\n  layers: []\n  ⟪title⟫: Signs\n---\n\n# Signs\n"
      ),
    ],
    good: [
      CheckExample(
        "---\nrubrica: 1\ntask:\n  modality: image\n  layers: []\n---\n\n# Signs\n")
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .strayTask(let stray) = problem.kind else { continue }
      switch stray {
      case .misspelt(let key):
        let near = NearMiss(
          to: Located(key, problem.span), among: ["task"], in: index.guideline.sources,
          otherwise: "write `task`")
        report.add(info, at: problem.span, unread(key), help: near.help, fixes: near.fixes)
      case .outside(let key):
        report.add(
          info, at: problem.span, outside(key),
          help: "move it below `task:`, indented by two spaces"
        )
      case .inside(let key):
        report.add(
          info, at: problem.span, inside(key),
          help: "move it, with all that belongs to it, to the left, to where `task:` begins"
        )
      }
    }
  }

  private static func unread(_ key: String) -> String {
    "a task is not read from the key `\(Wording.excerpt(key))`"
  }

  private static func inside(_ key: String) -> String {
    "`\(key)` is a key of the front matter, but is below `task:`"
  }

  private static func outside(_ key: String) -> String {
    "`\(key)` is a key of the task, but is outside it"
  }
}
