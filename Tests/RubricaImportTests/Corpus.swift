import Foundation
import RubricaCompiler
import RubricaImport
import RubricaModel
import RubricaSource
import Testing

/// Real guidelines, if a folder of them is there: `RUBRICA_CORPUS`, or `shared/corpus` beside the
/// package.
enum Corpus {
  static let folder: String = {
    if let folder = ProcessInfo.processInfo.environment["RUBRICA_CORPUS"] { return folder }
    let package = #filePath.components(separatedBy: "/Tests/")[0]
    return package + "/../shared/corpus"
  }()

  /// Every document, by folder of the corpus, in order.
  static let documents: [[SourceFile]] = {
    let files = FileManager.default
    guard let names = try? files.contentsOfDirectory(atPath: folder) else { return [] }
    return names.sorted().compactMap { name in
      let root = folder + "/" + name
      let paths = (files.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []).sorted()
      let documents = paths.filter { $0.hasSuffix(".md") }.compactMap { path -> SourceFile? in
        guard let data = files.contents(atPath: root + "/" + path) else { return nil }
        return SourceFile(name: name + "/" + path, bytes: Array(data))
      }
      return documents.isEmpty ? nil : documents
    }
  }()

  static var isThere: Bool { !documents.isEmpty }
}

/// Errors that a draft has for the compiler, as text.
func compilerErrors(_ result: ImportResult) throws -> [String] {
  let bytes = result.files[0].bytes
  let files = MemoryFiles(["guideline/guideline.md": bytes])
  let compilation = try Compiler.compile(
    CompileInput(
      document: "guideline/guideline.md", defaultID: "guideline", files: files,
      settings: WorkspaceSettings(file: nil, catalogue: Catalogue(items: []), compiler: "test")))
  let lines = LineTable(bytes)
  return compilation.diagnostics.filter { $0.severity == .error }.map {
    "\(lines.position(at: Int($0.span.start), in: bytes).line): \($0.id): \($0.message)"
  }
}

@Suite(.enabled(if: Corpus.isThere, "no corpus at \(Corpus.folder): set RUBRICA_CORPUS"))
struct CorpusTests {
  @Test(arguments: Corpus.documents.flatMap { $0 })
  func eachDocumentAlone(_ file: SourceFile) throws {
    let result = try Importer.convert([file])
    #expect(try Sentences.lost(from: [file], in: result.files[0].bytes).isEmpty)
    #expect(try compilerErrors(result) == [])
  }

  @Test(arguments: Corpus.documents)
  func eachFolderJoined(_ files: [SourceFile]) throws {
    let result = try Importer.convert(files)
    #expect(try Sentences.lost(from: files, in: result.files[0].bytes).isEmpty)
    #expect(try compilerErrors(result) == [])
  }
}
