internal import Foundation
internal import RubricaCompiler
internal import RubricaDifference
internal import RubricaModel
internal import RubricaSource

/// Two versions of one guideline, compared.
struct Compared {
  let difference: Difference

  init(
    _ old: [String: String], _ new: [String: String], orderIsIdentity: Bool = false
  ) throws {
    difference = Differ.difference(
      from: try Self.read(old), to: try Self.read(new), orderIsIdentity: orderIsIdentity)
  }

  /// The signs guideline before and after some replacements in its document.
  init(
    _ edits: [(from: String, to: String)], orderIsIdentity: Bool = false
  ) throws {
    var text = Self.signs
    for edit in edits {
      guard text.contains(edit.from) else { throw Missing(text: edit.from) }
      text = text.replacing(edit.from, with: edit.to, maxReplacements: 1)
    }
    try self.init(
      ["guideline.md": Self.signs], ["guideline.md": text], orderIsIdentity: orderIsIdentity)
  }

  init(_ from: String, _ to: String, orderIsIdentity: Bool = false) throws {
    try self.init([(from, to)], orderIsIdentity: orderIsIdentity)
  }

  struct Missing: Error { var text: String }

  static func read(_ files: [String: String]) throws -> Guideline {
    let settings = WorkspaceSettings(
      file: nil, catalogue: Catalogue(items: []), compiler: "rubrica test")
    return try Compiler.read(
      CompileInput(
        document: "guideline.md", defaultID: "test", files: MemoryFiles(texts: files),
        settings: settings))
  }

  /// One line a change: ``semantic! changed label stop: the definition``; `!` means breaking.
  var lines: [String] {
    difference.changes.map { change in
      "\(change.kind.rawValue)\(change.isBreaking ? "!" : "") \(change.action.rawValue) "
        + "\(change.subject.part.rawValue) \(change.subject.id)"
        + (change.aspect.map { ": \($0)" } ?? "") + (change.isGuess ? " ?" : "")
    }
  }

  var effects: [String] {
    difference.changes.compactMap { change in
      change.effect.map { "\($0.review.rawValue): \($0.words)" }
    }
  }

  /// The source text of the places of each change, old and new.
  var places: [String] {
    difference.changes.map { change in
      let old = change.oldSpan.map { difference.old.sources.text($0) } ?? ""
      let new = change.newSpan.map { difference.new.sources.text($0) } ?? ""
      return "\(old) => \(new)"
    }
  }

  /// Its last line has no end.
  static let signs: String = {
    let package = #filePath.components(separatedBy: "/Tests/")[0]
    let file = FileManager.default.contents(
      atPath: package + "/Tests/Fixtures/signs/guideline.md")
    return String(decoding: file?.dropLast() ?? Data(), as: UTF8.self)
  }()
}
