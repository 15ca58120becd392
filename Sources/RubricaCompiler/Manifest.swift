internal import RubricaBundle
internal import RubricaModel
internal import RubricaSource
internal import RubricaTargets

/// `manifest.json`: what is in a bundle, and the digest of each file. See docs/formats/manifest.md.
enum Manifest {
  static func make(
    _ guideline: Guideline, _ artifacts: [Artifact], sourceDigest: String
  ) -> Artifact {
    let files = artifacts.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map {
      artifact in
      JSON.object([
        ("path", .string(artifact.path)), ("type", .string(artifact.type.rawValue)),
        ("size", .integer(artifact.bytes.count)),
        ("digest", .string(Digest(artifact.bytes).description)),
      ])
    }
    let manifest: JSON = [
      "schema": "https://rubrica.dev/schemas/manifest/v1",
      "guideline": .object([
        ("id", .string(guideline.id.value)), ("title", .string(guideline.title.value)),
        ("version", guideline.version.map { .string($0.value) } ?? .null),
        ("stage", .string(guideline.stage.value.rawValue)),
        ("language", .string(guideline.language.value)), ("digest", .string(sourceDigest)),
      ]),
      "files": .array(files),
    ]
    return Artifact(path: "manifest.json", type: .json, bytes: manifest.bytes)
  }
}

/// One digest over everything a guideline was compiled from: each file's name, size and bytes.
enum SourceDigest {
  static func make(_ guideline: Guideline) -> String {
    var hasher = Digest.Hasher()
    for file in guideline.sources.files.dropFirst() {
      let slash = file.name.utf8.lastIndex(of: UInt8(ascii: "/"))
      let name = slash.map { String(Substring(file.name.utf8[$0...].dropFirst())) } ?? file.name
      hasher.add(name: name, file.bytes)
    }
    for media in guideline.media { hasher.add(name: media.path, media.bytes ?? []) }
    return hasher.finish().description
  }
}
