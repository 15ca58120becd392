package import RubricaModel
package import RubricaSource

/// An example shows all that it compares.
package enum CandidateWithoutText: Check {
  package static let info = CheckInfo(
    id: "candidate-without-text",
    levels: Levels(draft: nil, pilot: .note, release: .warning),
    summary: "An example that gives the text of one candidate gives the text of all.",
    rationale: """
      Nobody can see why one reply is better than another one that is not shown.
      """,
    bad: [
      CheckExample(
        Sample.replies("### Good: ⟪a polite reply⟫\n\n```text first\nGladly.\n```\n"))
    ],
    good: [
      CheckExample(
        Sample.replies(
          "### Good: a polite reply\n\n```text first\nGladly.\n```\n\n```text second\nNo.\n```\n")),
      CheckExample(Sample.replies("### Good: two replies\n![Two replies](media/replies.png)\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for example in index.guideline.examples where !example.candidates.isEmpty {
      let given = example.candidates.map { $0.candidate.value }
      for layer in index.guideline.layers {
        guard let all = layer.candidates?.fixed.map(\.id.value), all.contains(where: given.contains)
        else { continue }
        let missing = all.filter { !given.contains($0) }
        // A text that is not read as one is told as such.
        guard let first = missing.first, !example.hasFenceSlip(.candidate, index) else { continue }
        report.add(
          info, at: example.title?.span ?? example.span,
          "the example does not show \(Wording.list(missing))",
          help: "add a fence `text \(first)` with its text")
        break
      }
    }
  }
}

extension Sample {
  fileprivate static func replies(_ example: String) -> String {
    task(
      modality: "text", stage: "pilot",
      layers: "- {id: better, kind: pairwise, candidates: [first, second]}",
      "# Replies\n\n## Examples\n\n\(example)")
  }
}
