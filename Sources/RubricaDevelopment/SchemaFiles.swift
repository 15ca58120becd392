internal import RubricaCompiler

/// `docs/schemas`: what an editor needs to complete and check the YAML of a guideline.
package enum SchemaFiles {
  package static func all() -> [GeneratedFile] {
    FileSchema.all.map { schema in
      GeneratedFile(
        path: "docs/schemas/\(schema.fileName)", text: String(decoding: schema.bytes, as: UTF8.self)
      )
    }
  }
}
