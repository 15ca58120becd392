import Foundation
import RubricaImport
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

  struct Documents: Sendable, CustomTestStringConvertible {
    var files: [SourceFile]
    var testDescription: String { files.map(\.name).joined(separator: " ") }
  }

  /// Every document, by folder of the corpus, in order.
  static let folders: [Documents] = {
    let files = FileManager.default
    guard let names = try? files.contentsOfDirectory(atPath: folder) else { return [] }
    return names.sorted().compactMap { name in
      let root = folder + "/" + name
      let paths = (files.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []).sorted()
      let documents = paths.filter { $0.hasSuffix(".md") }.compactMap { path -> SourceFile? in
        guard let data = files.contents(atPath: root + "/" + path) else { return nil }
        return SourceFile(name: name + "/" + path, bytes: Array(data))
      }
      return documents.isEmpty ? nil : Documents(files: documents)
    }
  }()

  static let documents = folders.flatMap { $0.files.map { Documents(files: [$0]) } }
}

@Suite(.enabled(if: !Corpus.folders.isEmpty, "no corpus at \(Corpus.folder): set RUBRICA_CORPUS"))
struct CorpusTests {
  @Test(arguments: Corpus.documents)
  func eachDocumentAlone(_ documents: Corpus.Documents) throws {
    try Imported(documents.files).expectSound()
  }

  @Test(arguments: Corpus.folders)
  func eachFolderJoined(_ documents: Corpus.Documents) throws {
    try Imported(documents.files).expectSound()
  }

  @Test(arguments: Corpus.folders)
  func withoutStructureNothingIsLostEither(_ documents: Corpus.Documents) throws {
    try Imported(documents.files, ImportOptions(structure: false)).expectSound()
  }

  /// The text itself is copied: every line of a source that no entry of the report mentions is a
  /// line of the draft.
  @Test(arguments: Corpus.documents)
  func linesAreCopied(_ documents: Corpus.Documents) throws {
    let imported = try Imported(documents.files)
    let lines = Set(imported.draft.split(whereSeparator: \.isNewline))
    let source = String(decoding: documents.files[0].bytes, as: UTF8.self)
      .split(whereSeparator: \.isNewline)
    let kept = source.filter { lines.contains($0) }.count
    #expect(kept * 100 >= source.count * 60, "\(kept) of \(source.count) lines are as they were")
  }
}
