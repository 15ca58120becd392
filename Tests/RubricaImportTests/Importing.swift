import RubricaCompiler
import RubricaImport
import RubricaModel
import RubricaSource
import Testing

/// An import that is held against its sources and compiled.
struct Imported {
  let draft: String
  let result: ImportResult
  let guideline: Guideline
  let errors: [String]
  let lost: [LostText]

  var report: ImportReport { result.report }
  var labels: [String] { guideline.labels.map(\.id.value) }
  /// The draft behind its front matter.
  var body: String {
    let parts = draft.replacing("\r\n", with: "\n").split(
      separator: "\n---\n\n", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count > 1 ? String(parts[1]) : draft
  }

  init(_ files: [SourceFile], _ options: ImportOptions = ImportOptions()) throws {
    result = try Importer.convert(files, options)
    let bytes = result.files[0].bytes
    draft = String(decoding: bytes, as: UTF8.self)
    lost = try Sentences.lost(from: files, in: bytes)
    let compilation = try Compiler.compile(Self.input(bytes))
    guideline = compilation.guideline
    let lines = LineTable(bytes)
    errors = compilation.diagnostics.filter { $0.severity == .error }.map {
      "line \(lines.position(at: Int($0.span.start), in: bytes).line): \($0.id): \($0.message)"
    }
  }

  private static func input(_ bytes: [UInt8]) -> CompileInput {
    CompileInput(
      document: "draft/guideline.md", defaultID: "draft",
      files: MemoryFiles(["draft/guideline.md": bytes]),
      settings: WorkspaceSettings(file: nil, catalogue: Catalogue(items: []), compiler: "test"))
  }

  /// What the compiler says of a draft that somebody has changed.
  static func check(_ draft: String) throws -> Compilation {
    try Compiler.check(input(Array(draft.utf8)))
  }

  init(_ text: String, name: String = "guide.md") throws {
    try self.init([SourceFile(name: name, text: text)])
  }

  func entries(_ kind: ImportReport.Kind) -> [String] {
    report.entries(kind).map { "\($0.line): \($0.message)" }
  }

  /// Nothing lost, no error.
  func expectSound(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(lost == [], sourceLocation: sourceLocation)
    #expect(errors == [], sourceLocation: sourceLocation)
  }
}
