internal import RubricaSource
internal import RubricaSyntax

/// CycloneDX, its attestations above all.
enum CycloneDXLint: LintFormat {
  private static let table = ReferenceTable(
    declarations: [
      .init("requirements.bom-ref", "requirement", "element"),
      .init("claims.bom-ref", "claim", "element"), .init("evidence.bom-ref", "evidence", "element"),
      .init("assessors.bom-ref", "assessor", "element"), .init("bom-ref", "element"),
    ],
    references: [
      .init("attestations.assessor", "assessor"), .init("map.requirement", "requirement"),
      .init("map.claims", "claim"), .init("map.counterClaims", "claim"),
      .init("claims.target", "element"), .init("claims.evidence", "evidence"),
      .init("claims.counterEvidence", "evidence"), .init("mitigationStrategies", "evidence"),
      .init("requirements.parent", "requirement"), .init("levels.requirements", "requirement"),
      .init("dependencies.ref", "element"), .init("dependencies.dependsOn", "element"),
      .init("dependencies.provides", "element"), .init("affects.ref", "element"),
      .init("compositions.assemblies", "element"), .init("compositions.dependencies", "element"),
    ],
    words: [], unique: ["element"])

  static func reads(_ document: JSONValue) -> Bool { document["bomFormat"]?.text == "CycloneDX" }

  static func check(_ document: LintDocument, _ run: inout LintRun) {
    // An element of another document has an address.
    table.check(document, &run, target: { $0.hasPrefix("urn:cdx:") ? nil : $0 })
    for entry in document.entries where entry.path.last == "hashes" {
      LintDigest.check(entry.value["content"], entry.value["alg"]?.text ?? "", &run)
    }
  }
}
