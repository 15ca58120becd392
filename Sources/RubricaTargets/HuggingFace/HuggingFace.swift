package import RubricaModel

/// A fragment of a dataset card for Hugging Face: front matter, and the sections that the source can
/// fill. Public: nobody is named in it. `docs/formats/interchange.md` says what goes where.
package enum HuggingFaceTarget: Target {
  package static let info = TargetInfo(
    id: "hugging-face", title: "Hugging Face",
    summary: "A dataset card: front matter, and the sections on annotation, people and limits.",
    checks: [])

  package static func render(
    _ guideline: CheckedGuideline, _ context: TargetContext
  ) -> [Artifact] {
    let guideline = guideline.guideline
    let facts = PublicFacts(guideline, organisation: context.organisation)
    let head = CardHeader(guideline, facts).bytes
    let body = CardBody(guideline, facts, context).bytes
    return [
      Artifact(path: "hugging-face/README.md", type: .markdown, bytes: head + body)
    ]
  }
}
