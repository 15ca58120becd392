internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaSource
internal import RubricaSyntax

/// What a workspace has of guidelines where none is looked for: it would be left out without a word, of the gate
/// as well.
enum Strays {
  /// The folder of a workspace in which each guideline has a folder of its own, and nothing else lies.
  static let shelf = "guidelines"
  private static let headLimit = 64 << 10

  /// Whether a folder is that of a workspace, and no workspace of the same name.
  static func isShelf(_ folder: String) -> Bool {
    let path = Terminal.realPath(folder.isEmpty ? "." : folder)
    return path?.split(separator: "/").last.map(String.init) == shelf
      && FileStamp(at: WorkspaceLocation.join(folder, shelf))?.kind != .folder
  }

  /// A folder without a guideline.md that has what only a guideline has. A bundle has copies, and another workspace
  /// sign-offs of its own.
  static func failure(ofFolder path: String, _ names: [String]) -> Failure? {
    if names.contains(SealedBundle.manifest) || names.contains(WorkspaceLocation.settingsName) {
      return nil
    }
    let parts = ["governance.yaml", "labels.yaml", SignOffFiles.folder]
    guard let part = names.first(where: { parts.contains($0) }) else { return nil }
    let document = WorkspaceLocation.documentName
    return Failure(
      "`\(path)` has `\(part)` in it, and no \(document)",
      help: "It would be left out. Give it a \(document), or move it out of the workspace.")
  }

  /// A guideline below a folder of the shelf, at any depth; other workspaces and bundles have theirs.
  static func failure(below folder: String) throws(FileProblem) -> Failure? {
    guard !isOnItsOwn(folder), let path = try document(below: folder) else { return nil }
    return Failure(
      "`\(path)` lies too deep: guidelines are `\(shelf)/ID/\(WorkspaceLocation.documentName)`",
      help:
        "It would be left out. Move its folder up into `\(shelf)`, or out of the workspace.")
  }

  private static func document(below folder: String) throws(FileProblem) -> String? {
    for name in try Folder.names(in: folder) where !name.hasPrefix(".") {
      let place = WorkspaceLocation.join(folder, name)
      guard FileStamp(at: place)?.kind == .folder, !isOnItsOwn(place) else { continue }
      let document = WorkspaceLocation.join(place, WorkspaceLocation.documentName)
      if !FileStamp.isAbsent(document) { return document }
      // A link may lead back to where it is.
      let isLink = FileStamp(at: place, followsLinks: false)?.kind != .folder
      if !isLink, let found = try self.document(below: place) { return found }
    }
    return nil
  }

  private static func isOnItsOwn(_ folder: String) -> Bool {
    [SealedBundle.manifest, WorkspaceLocation.settingsName].contains { name in
      !FileStamp.isAbsent(WorkspaceLocation.join(folder, name))
    }
  }

  /// A guideline on the shelf itself: a Markdown file that begins as one.
  static func failure(ofFile path: String) throws(FileProblem) -> Failure? {
    // What is no file, or a link that leads nowhere, is none.
    guard DocumentName.isMarkdown(path), FileStamp(at: path)?.kind == .file,
      isGuideline(try DiskFiles(root: "").read(path, limit: Limits.markdownBytes))
    else { return nil }
    let id = WorkspaceLocation.stem(ofFile: path.split(separator: "/").last ?? "")
    return Failure(
      "`\(path)` is a guideline without a folder of its own",
      help:
        "It would be left out. Make it `\(shelf)/\(id)/\(WorkspaceLocation.documentName)`, which `extends: ../\(id)` "
        + "still finds. If it is only there to be extended, and not to be built, move it out of `\(shelf)`, as to "
        + "`bases/\(id).md`, and write `extends: ../../bases/\(id).md`.")
  }

  /// Whether a file has a front matter with the key `rubrica`.
  private static func isGuideline(_ bytes: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.starts(with: mark) ? mark.count : 0
    let head = String(decoding: bytes.dropFirst(start).prefix(headLimit), as: UTF8.self)
    let lines = head.split(omittingEmptySubsequences: false) { $0.isNewline }
    guard let first = lines.first, isFence(first) else { return false }
    return lines.dropFirst().prefix { !isFence($0) }.contains { line in
      ["rubrica:", "\"rubrica\":", "'rubrica':"].contains { line.hasPrefix($0) }
    }
  }

  private static func isFence(_ line: Substring) -> Bool {
    line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace)
  }
}
