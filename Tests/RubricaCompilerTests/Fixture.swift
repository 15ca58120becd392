import RubricaCompiler
import RubricaModel
import RubricaSource

/// Guidelines in memory, compiled.
enum Fixture {
  static func settings(_ rubrica: String? = nil) -> WorkspaceSettings {
    WorkspaceSettings(
      file: rubrica.map { SourceFile(name: "rubrica.yaml", text: $0) },
      catalogue: Catalogue(items: []), compiler: "rubrica test")
  }

  static func check(
    _ text: String, _ files: [String: String] = [:], id: String = "fixture", stage: Stage? = nil
  ) throws -> Compilation {
    try check(Array(text.utf8), files.mapValues { Array($0.utf8) }, id: id, stage: stage)
  }

  static func check(
    _ bytes: [UInt8], _ files: [String: [UInt8]] = [:], id: String = "fixture",
    stage: Stage? = nil
  ) throws -> Compilation {
    var all = files
    all["guideline.md"] = bytes
    return try Compiler.check(
      CompileInput(
        document: "guideline.md", defaultID: id, files: MemoryFiles(all), stage: stage,
        settings: settings(files["rubrica.yaml"].map { String(decoding: $0, as: UTF8.self) })))
  }

  static func guideline(_ text: String, _ files: [String: String] = [:]) throws -> Guideline {
    try check(text, files).guideline
  }

  /// A task of one layer, and a body.
  static func task(_ layer: String, modality: String = "text", _ body: String) -> String {
    """
    ---
    rubrica: 1
    task:
      modality: \(modality)
      layers:
        - \(layer)
    ---

    \(body)
    """
  }
}

extension Guideline {
  /// The problems, in a form that tests can compare.
  var problemKinds: [String] {
    problems.map { "\($0.kind)".split(separator: "(").first.map(String.init) ?? "" }
  }

  func text(_ span: Span) -> String { sources.text(span) }
}
