internal import RubricaBundle
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSource
internal import RubricaTargets

/// `scopes.json`: what people sign, for a gate that has the bundle alone. See docs/formats/scopes.md.
enum ScopesFile {
  static func make(
    _ governed: GovernedGuideline, _ sources: Sources, folder: String, display: String
  ) -> Artifact {
    let places = LeafPlaces(sources, folder: folder, display: display)
    let file: JSON = [
      "schema": "https://rubrica.dev/schemas/scopes/v1",
      "guideline": .object([
        ("id", .string(governed.id)),
        ("version", governed.version.map { .string($0) } ?? .null),
        ("authors", .array(governed.authors.map { .string($0) })),
      ]),
      "policy": .object([
        ("digest", .string(governed.policyDigest.description)),
        ("approval", governed.policy.canonical),
      ]),
      "scopes": .array(
        governed.scopes.map { scope in
          .object([
            ("name", .string(scope.name)),
            ("roles", .array(scope.roles.map { .string($0) })),
            ("digest", .string(scope.digest.description)),
            ("leaves", .array(scope.paths.map { .string($0) })),
          ])
        }),
      "leaves": .array(
        governed.leaves.map { leaf in
          .object([
            ("path", .string(leaf.path)), ("kind", .string(leaf.kind.rawValue)),
            ("audience", .string(leaf.audience.rawValue)),
            ("digest", .string(leaf.digest.description)),
            ("form", .string(leaf.formDigest.description)),
            ("references", .array(leaf.references.map { .string($0) })),
            ("place", .string(places.place(of: leaf.span))),
          ])
        }),
    ]
    return Artifact(path: "scopes.json", type: .json, bytes: file.bytes)
  }
}

/// `guideline.md:12:3` for spans.
private struct LeafPlaces {
  private let files: [(name: String, file: SourceFile, lines: LineTable)]

  init(_ sources: Sources, folder: String, display: String) {
    files = sources.files.map { file in
      (BundleSource.path(of: file, folder, display), file, LineTable(file.bytes))
    }
  }

  func place(of span: Span) -> String {
    let (name, file, lines) = files[Int(span.source.index)]
    let position = lines.position(at: Int(span.start), in: file.bytes)
    return "\(name):\(position.line):\(position.column)"
  }
}
