internal import RubricaCompiler
internal import RubricaModel
internal import RubricaSource

/// What a guideline is and what is found in it; `files` are those beside it.
func checked(
  _ text: String, _ files: [String: String] = [:], id: String = "x", stage: Stage? = nil
) throws -> Compilation {
  var all = files.mapValues { Array($0.utf8) }
  all["guideline.md"] = Array(text.utf8)
  return try Compiler.check(compileInput(all, id: id, stage: stage))
}

/// The document is `guideline.md`.
func compileInput(
  _ files: [String: [UInt8]], id: String = "x", stage: Stage? = nil
) -> CompileInput {
  CompileInput(
    document: "guideline.md", defaultID: id, files: MemoryFiles(files), stage: stage,
    settings: WorkspaceSettings(
      file: files["rubrica.yaml"].map { SourceFile(name: "rubrica.yaml", bytes: $0) },
      catalogue: Catalogue(items: []), compiler: "rubrica"))
}
