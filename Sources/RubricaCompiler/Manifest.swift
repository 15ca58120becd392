internal import RubricaBundle
internal import RubricaModel
internal import RubricaSource
internal import RubricaTargets

/// `manifest.json`: what is in a bundle, and the digest of each file. See docs/formats/manifest.md.
enum Manifest {
  static func make(
    _ guideline: Guideline, _ artifacts: [Artifact], sourceDigest: String
  ) -> Artifact {
    let files = artifacts.sorted { $0.path.precedes($1.path) }
    let bytes = JSONWriter.file(reserving: 250 * files.count + 1_000) { manifest in
      manifest.member("schema", "https://rubrica.dev/schemas/manifest/v1")
      manifest.member(
        "guideline",
        object: { json in
          json.member("id", guideline.id.value)
          json.member("title", guideline.title.value)
          json.member("version", guideline.version?.value)
          json.member("stage", guideline.stage.value.rawValue)
          json.member("language", guideline.language.value)
          json.member("digest", sourceDigest)
        })
      manifest.member("files", list: { list in for file in files { write(file, to: &list) } })
    }
    return Artifact(path: "manifest.json", type: .json, bytes: bytes)
  }

  private static func write(_ artifact: Artifact, to list: inout JSONWriter) {
    list.object { file in
      file.member("path", artifact.path)
      file.member("type", artifact.type.rawValue)
      file.member("size", artifact.bytes.count)
      file.member("digest", Digest(artifact.bytes).description)
    }
  }
}

/// One digest over everything a guideline was compiled from: each file's name, size and bytes.
enum SourceDigest {
  static func make(_ guideline: Guideline) -> String {
    var hasher = Digest.Hasher()
    for file in guideline.sources.files.dropFirst() {
      hasher.add(name: file.name.fileName ?? "", file.bytes)
    }
    for media in guideline.media { hasher.add(name: media.path, media.bytes ?? []) }
    return hasher.finish().description
  }
}
