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

  /// Whether a folder is that of a workspace, and no workspace of the same name.
  static func isShelf(_ folder: String) -> Bool {
    let path = Folder.realPath(folder.isEmpty ? "." : folder)
    return path?.fileName == shelf
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
      FrontMatter.isOwn(
        in: SourceFile(
          name: path, bytes: try DiskFiles(root: "").read(path, limit: Limits.markdownBytes)))
    else { return nil }
    let id = WorkspaceLocation.stem(ofFile: path.fileName ?? "")
    return Failure(
      "`\(path)` is a guideline without a folder of its own",
      help:
        "It would be left out. Make it `\(shelf)/\(id)/\(WorkspaceLocation.documentName)`, which `extends: ../\(id)` "
        + "still finds. If it is only there to be extended, and not to be built, move it out of `\(shelf)`, as to "
        + "`bases/\(id).md`, and write `extends: ../../bases/\(id).md`.")
  }

  /// What is on the shelf and cannot be looked at, such as a link that leads nowhere: it was meant to be a guideline.
  /// Nil if it has gone in the meantime.
  static func failure(ofLink path: String) -> Failure? {
    guard !FileStamp.isAbsent(path) else { return nil }
    do throws(FileProblem) {
      _ = try DiskFiles(root: "").read(path, limit: Limits.markdownBytes)
      return nil
    } catch {
      return Failure(
        error, at: path, doing: "read",
        help: "It would be left out. Put back what it leads to, or take it out of `\(shelf)`.")
    }
  }

  // MARK: Where nobody looks

  /// What a command on a whole folder leaves out, outside of the shelf: what lies deeper there may be somebody else's,
  /// so it is told and not refused.
  struct Unseen {
    /// Files and folders that are looked at.
    private static let limit = 50_000

    /// Guidelines, and folders that cannot be looked into, as people open them.
    private(set) var paths: [String] = []
    /// Whether there was more than is looked at.
    private(set) var isCut = false
    private var room = Self.limit
    private let root: WorkspaceRoot
    private let known: Set<String>

    init(by location: WorkspaceLocation) {
      root = location.root
      known = Set(location.documents.map(\.path))
      guard let folder = location.searched, !Strays.isShelf(folder) else { return }
      walk(folder, isTop: true)
    }

    private mutating func walk(_ folder: String, isTop: Bool) {
      guard let entries = try? Folder.entries(in: folder) else {
        paths.append(folder)
        return
      }
      for name in entries.closed where !name.hasPrefix(".") {
        paths.append(WorkspaceLocation.join(folder, name))
      }
      for name in entries.names where !name.hasPrefix(".") {
        guard room > 0 else {
          isCut = true
          return
        }
        room -= 1
        let place = WorkspaceLocation.join(folder, name)
        switch FileStamp(at: place, followsLinks: false)?.kind {
        case .folder?:
          // On the shelf, whatever is none of the documents was refused.
          if Strays.isOnItsOwn(place) { continue }
          if isTop, name == Strays.shelf, Strays.isShelf(place) { continue }
          walk(place, isTop: false)
        case .file?:
          guard name == WorkspaceLocation.documentName || (isTop && DocumentName.isMarkdown(name)),
            !known.contains(root.relative(place)),
            let bytes = try? DiskFiles(root: "").read(place, limit: Limits.markdownBytes),
            FrontMatter.isOwn(in: SourceFile(name: place, bytes: bytes))
          else { continue }
          paths.append(place)
        default: continue
        }
      }
    }

    /// Says it beside the answer, which is about the others alone.
    func tell(_ console: Console) {
      if !paths.isEmpty {
        let first = paths.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
        let more = paths.count > 5 ? ", and \(paths.count - 5) more" : ""
        console.status("not looked at: \(first)\(more)")
        console.status(
          "  \(Strays.places); move them there, or name each by itself; one that others extend may stay"
        )
      }
      if isCut {
        console.status(
          "not looked at: what lies behind the first \(Self.limit) files and folders, but for "
            + "`ID/\(WorkspaceLocation.documentName)` and `\(Strays.shelf)`")
      }
    }
  }

  static let places =
    "guidelines are looked for as `ID/\(WorkspaceLocation.documentName)` and "
    + "`\(shelf)/ID/\(WorkspaceLocation.documentName)`"
}
