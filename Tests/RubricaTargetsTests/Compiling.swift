import Foundation
import RubricaCompiler
import RubricaModel
import RubricaSource
import RubricaTargets

/// Compiles guidelines of the tests: from a text, or from a folder of the repository.
enum Compiling {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Compiles `guideline.md` of `files`, whose rubrica.yaml names the targets.
  static func compile(_ files: [String: String]) throws -> Compilation {
    try compile(MemoryFiles(texts: files), workspace: files["rubrica.yaml"].map { Array($0.utf8) })
  }

  /// The same of files that are no texts.
  static func compile(bytes files: [String: [UInt8]]) throws -> Compilation {
    try compile(MemoryFiles(files), workspace: files["rubrica.yaml"])
  }

  /// Compiles a folder below the repository, with its own rubrica.yaml or that of its parent.
  static func compile(folder path: String) throws -> Compilation {
    let folder = repository.appending(path: path)
    var files: [String: [UInt8]] = [:]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    for name in paths {
      if let bytes = FileManager.default.contents(atPath: folder.appending(path: name).path) {
        files[name] = [UInt8](bytes)
      }
    }
    let parent = folder.deletingLastPathComponent().appending(path: "rubrica.yaml")
    let workspace =
      files["rubrica.yaml"] ?? FileManager.default.contents(atPath: parent.path).map { [UInt8]($0) }
    return try compile(
      MemoryFiles(files), workspace: workspace, id: folder.lastPathComponent)
  }

  /// Compiles `guideline.md` of `files` with a rubrica.yaml, and the items of a checklist.
  static func compile(
    _ files: MemoryFiles, workspace: [UInt8]?, id: String = "test",
    catalogue: Catalogue = Catalogue(items: [])
  ) throws -> Compilation {
    try Compiler.compile(input(files, workspace: workspace, id: id, catalogue: catalogue))
  }

  /// A guideline in a workspace without settings, for tests that findings are no matter of.
  static func read(
    _ files: [String: String], document: String = "guideline.md",
    catalogue: Catalogue = Catalogue(items: [])
  ) throws -> Guideline {
    var input = Self.input(
      MemoryFiles(texts: files), workspace: nil, id: "signs", catalogue: catalogue)
    input.document = document
    return try Compiler.check(input).guideline
  }

  private static func input(
    _ files: MemoryFiles, workspace: [UInt8]?, id: String, catalogue: Catalogue
  ) -> CompileInput {
    CompileInput(
      document: "guideline.md", defaultID: id, files: files,
      settings: WorkspaceSettings(
        file: workspace.map { SourceFile(name: "rubrica.yaml", bytes: $0) },
        catalogue: catalogue, compiler: "rubrica test"))
  }
}

extension Compilation {
  func artifact(_ path: String) -> [UInt8]? { artifacts.first { $0.path == path }?.bytes }

  func text(_ path: String) -> String? {
    artifact(path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A JSON artifact as Foundation reads it.
  func json(_ path: String) throws -> Any? {
    try artifact(path).map { try JSONSerialization.jsonObject(with: Data($0)) }
  }
}
