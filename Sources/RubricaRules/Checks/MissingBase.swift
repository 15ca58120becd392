package import RubricaModel
package import RubricaSource

/// The guideline that is extended is there.
package enum MissingBase: Check {
  package static let info = CheckInfo(
    id: "missing-base",
    levels: .error,
    summary: "The guideline named by `extends` can be read.",
    rationale: """
      Without its base an extension is a handful of exceptions: annotators would get a page that lacks \
      most labels and rules.
      """,
    bad: [
      CheckExample("---\nrubrica: 1\nextends: ⟪base⟫\n---\n\n# Mirrored signs\n"),
      CheckExample("---\nrubrica: 1\nextends: ⟪../signs⟫\n---\n\n# Mirrored signs\n"),
    ],
    good: [
      CheckExample(
        "---\nrubrica: 1\nextends: base\n---\n\n# Mirrored signs\n",
        files: ["base/guideline.md": Sample.signs("Draw tight boxes.")])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .extending(.missingBase(let path, let reason)) = problem.kind else { continue }
      report.add(info, at: problem.span, missing(path, reason), help: help(reason))
    }
  }

  private static func missing(_ path: String, _ problem: FileProblem) -> String {
    "the guideline `\(Wording.excerpt(path, limit: 80))` cannot be read: \(problem.reason)"
  }

  private static func help(_ problem: FileProblem) -> String {
    switch problem {
    case .missing:
      "name the folder of the other guideline, or its Markdown file, relative to this folder: `../street-signs`"
    case .outside:
      "both guidelines belong in one workspace: put a `rubrica.yaml` into the folder above both. "
        + "A link may lead to the folder of a guideline, but to no single file outside"
    default: "check the file and its permissions"
    }
  }
}
