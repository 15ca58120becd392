import Foundation
import RubricaBundle
import RubricaCompiler
import RubricaFiles
import RubricaModel
import RubricaSource
import RubricaTargets
import Testing

/// Every example guideline times every target, and the fixtures of the rarer kinds of layers,
/// compared with `Tests/Golden/<guideline>/<path>`.
///
/// `RUBRICA_RECORD=1` writes the files anew and fails, so that no run blesses itself. A golden file
/// that nothing makes fails too.
struct GoldenTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()
  private static let isRecording = ProcessInfo.processInfo.environment["RUBRICA_RECORD"] != nil

  static let guidelines: [String] =
    ((try? Folder.names(in: root + "guidelines")) ?? []).filter {
      FileStamp(at: "\(root)guidelines/\($0)/guideline.md") != nil
    }

  /// Each with a rubrica.yaml of its own.
  static let fixtures: [String] =
    ((try? Folder.names(in: root + "Tests/Fixtures")) ?? []).filter {
      $0.hasPrefix("kinds-") || $0 == "interchange"
    }

  @Test func thereAreGuidelines() {
    #expect(Self.guidelines.count >= 3)
    #expect(Self.fixtures.count >= 6)
  }

  @Test(arguments: guidelines)
  func outputsAreAsRecorded(_ id: String) throws {
    let compilation = try Self.compile(
      "\(id)/guideline.md", in: "guidelines", settings: "rubrica.yaml", id)
    // A page, a checklist in three forms, a schema, a manifest: what every task has.
    #expect(compilation.artifacts.count >= 6)
    try compare(compilation, id)
  }

  @Test(arguments: fixtures)
  func fixturesAreAsRecorded(_ id: String) throws {
    let compilation = try Self.compile(
      "guideline.md", in: "Tests/Fixtures/\(id)", settings: "rubrica.yaml", id)
    #expect(compilation.artifacts.count > 2)
    try compare(compilation, id)
  }

  private func compare(_ compilation: Compilation, _ id: String) throws {
    #expect(compilation.diagnostics.filter { $0.severity == .error }.isEmpty)
    let folder = "\(Self.root)Tests/Golden/\(id)"
    var made: Set<String> = []
    // The manifest is digests of the rest, and source.txt is what stands in the guideline's folder.
    let others = ["manifest.json", "source.txt"]
    for artifact in compilation.artifacts where !others.contains(artifact.path) {
      let isPicture = artifact.type.isPicture
      let path = isPicture ? artifact.path + ".digest" : artifact.path
      made.insert(path)
      let actual =
        isPicture ? Digest(artifact.bytes).description : Self.shortened(artifact.bytes)
      let place = "\(folder)/\(path)"
      if Self.isRecording {
        try FileManager.default.createDirectory(
          atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try FileWriter.write(Array(actual.utf8), to: place)
        continue
      }
      let expected = (try? String(contentsOfFile: place, encoding: .utf8)) ?? ""
      if actual != expected {
        Issue.record("\(id)/\(path) differs\n\(Self.difference(expected, actual))")
      }
    }
    for path in Self.files(below: folder) where !made.contains(path) {
      Issue.record("Tests/Golden/\(id)/\(path) is made by nothing")
    }
    if Self.isRecording { Issue.record("recorded; look at the difference and run again") }
  }

  private static func compile(
    _ document: String, in folder: String, settings: String, _ id: String
  ) throws -> Compilation {
    let files = DiskFiles(root: root + folder)
    let settings = try SourceFile(
      name: settings, bytes: files.read(settings, limit: 1 << 20))
    return try Compiler.compile(
      CompileInput(
        document: document, defaultID: id, files: files,
        settings: WorkspaceSettings(
          file: settings, catalogue: CatalogueReader.builtIn, compiler: "rubrica test")))
  }

  /// Pictures inside pages by their digest: goldens stay small, and a changed picture still shows.
  private static func shortened(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.replacing(/data:[a-z]+\/[a-z+0-9]+;base64,[A-Za-z0-9+\/=]+/) { match in
      Digest(Array(match.output.utf8)).description
    }
  }

  private static func files(below folder: String) -> [String] {
    guard let enumerator = FileManager.default.enumerator(atPath: folder) else { return [] }
    return enumerator.compactMap { $0 as? String }.filter {
      FileStamp(at: "\(folder)/\($0)")?.kind == .file
    }
  }

  /// The first lines that differ, with two lines around them.
  private static func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(old, new).prefix { $0 == $1 }.count
    let last = zip(old.dropFirst(first).reversed(), new.dropFirst(first).reversed())
      .prefix { $0 == $1 }.count
    func window(_ lines: [Substring], _ mark: String) -> String {
      lines[max(0, first - 2)..<max(first, lines.count - last)].prefix(14)
        .map { "\(mark) \($0.prefix(300))" }.joined(separator: "\n")
    }
    return "line \(first + 1)\n\(window(old, "-"))\n\(window(new, "+"))"
  }
}
