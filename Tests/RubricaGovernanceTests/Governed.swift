import RubricaBundle
import RubricaCompiler
import RubricaGovernance
import RubricaModel
import RubricaSource

/// A guideline in memory, as people sign it.
struct Governed {
  let compilation: Compilation
  let governed: GovernedGuideline

  struct NoPolicy: Error {}

  init(
    _ files: [String: [UInt8]], catalogue: Catalogue = Catalogue(items: []),
    overrides: [(path: String, bytes: [UInt8])] = []
  ) throws {
    let reader = MemoryFiles(files)
    let settings = WorkspaceSettings(
      file: files["rubrica.yaml"].map { SourceFile(name: "rubrica.yaml", bytes: $0) },
      catalogue: catalogue, compiler: "rubrica test", files: reader, overrides: overrides)
    let input = CompileInput(
      document: "guideline.md", defaultID: "test", files: reader, settings: settings)
    compilation = try Compiler.govern(input)
    guard let governed = compilation.approval?.governed else { throw NoPolicy() }
    self.governed = governed
  }

  init(texts: [String: String], catalogue: Catalogue = Catalogue(items: [])) throws {
    try self.init(texts.mapValues { Array($0.utf8) }, catalogue: catalogue)
  }

  /// Paths and texts of leaves, a line each.
  var lines: [String] { governed.leaves.map { "\($0.path) = \($0.text)" } }

  var digests: [String: String] {
    Dictionary(uniqueKeysWithValues: governed.scopes.map { ($0.name, $0.digest.description) })
  }

  var leafDigests: [String: String] {
    Dictionary(uniqueKeysWithValues: governed.leaves.map { ($0.path, $0.digest.description) })
  }

  var formDigests: [String: String] {
    Dictionary(uniqueKeysWithValues: governed.leaves.map { ($0.path, $0.formDigest.description) })
  }

  func findings(_ id: String) -> [Diagnostic] {
    compilation.diagnostics.filter { $0.id == id }
  }
}
