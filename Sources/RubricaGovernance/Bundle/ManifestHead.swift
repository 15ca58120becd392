internal import RubricaBundle
internal import RubricaSource
internal import RubricaSyntax

/// What the gate needs of `manifest.json`.
struct ManifestHead {
  struct File {
    var path: String
    var size: Int
    var digest: Digest
  }

  var id: String
  var version: String?
  var stage: String
  var files: [File] = []

  init(_ bytes: [UInt8]?) throws(SignOffProblem) {
    guard let bytes else { throw SignOffProblem("it does not exist", code: "missing") }
    do throws(JSONProblem) {
      var fields = try JSONParser.parse(bytes).fields()
      let schema = try fields.required("schema")
      guard try schema.string() == "https://rubrica.dev/schemas/manifest/v1" else {
        throw JSONProblem(
          .wrongKind(expected: "a manifest of version 1", found: "another schema"), at: schema.span)
      }
      var guideline = try fields.required("guideline").fields()
      id = try guideline.required("id").string()
      _ = try guideline.required("title").string()
      version = try guideline.optional("version")?.string()
      stage = try guideline.required("stage").string()
      _ = try guideline.required("language").string()
      _ = try guideline.required("digest").string()
      try guideline.end()
      for value in try fields.required("files").array() {
        var file = try value.fields()
        let path = try file.required("path").string()
        _ = try file.required("type").string()
        let size = try file.required("size").integer(in: 0...Int.max)
        let digest = try file.required("digest")
        try file.end()
        let text = try digest.string()
        guard text.hasPrefix("sha256:"), let known = Digest(hex: String(text.dropFirst(7))) else {
          throw JSONProblem(
            .wrongKind(expected: "`sha256:` and 64 hexadecimal digits", found: "`\(text)`"),
            at: digest.span)
        }
        files.append(File(path: path, size: size, digest: known))
      }
      try fields.end()
    } catch {
      throw SignOffProblem(error.message, code: error.code)
    }
  }
}

extension SealedBundle {
  /// The paths that a manifest lists; nil if it is none of this program.
  package static func paths(inManifest bytes: [UInt8]) -> [String]? {
    (try? ManifestHead(bytes))?.files.map(\.path)
  }
}
