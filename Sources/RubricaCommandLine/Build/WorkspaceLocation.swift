internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaImport
internal import RubricaSource

/// What a path on the command line means: a Markdown file, a guideline's folder, or a workspace.
struct WorkspaceLocation {
  /// One guideline to compile.
  struct Document: Sendable {
    /// Relative to `root`.
    var path: String
    /// Its folder's name, or the file's name without its ending.
    var defaultID: String

    /// Its folder, relative to the root; empty or ending in `/`.
    var folder: String { path.folderPath }
  }

  /// As it was given, without slashes at its end.
  var given: String
  /// The folder that all files are read from.
  var root: WorkspaceRoot
  /// Path of rubrica.yaml relative to the root, if there is one.
  var settings: String?
  var documents: [Document]
  /// Whether the whole workspace was asked for, rather than one guideline of it.
  var isWhole: Bool
  /// The folder that guidelines were looked for in; nil if one was named.
  var searched: String?

  static let documentName = "guideline.md"
  static let settingsName = "rubrica.yaml"

  static func find(_ given: String) throws(Failure) -> WorkspaceLocation {
    let path = trimmed(given)
    guard let stamp = FileStamp(at: path) else {
      throw Failure(
        whyNothing(at: path), at: given, doing: "open",
        help:
          "Name a Markdown file, a guideline folder, or a workspace that contains guidelines.")
    }
    switch stamp.kind {
    case .other: throw Failure(.notAFile, at: given, doing: "open")
    case .file: return try single(path)
    case .folder:
      let document = join(path, documentName)
      // What is there but no file is told when it is read.
      if !FileStamp.isAbsent(document) { return try single(document) }
      if isBundle(path) {
        throw Failure(
          "`\(given)` is a bundle: what is made of a guideline, and not the guideline",
          help:
            "`rubrica gate \(ShellWord.path(given)) --key KEY` judges it, and `rubrica diff` compares it. Every other "
            + "command takes the guideline that it was built from.")
      }
      return try workspace(path, given)
    }
  }

  /// Whether a folder is one that a build has made.
  private static func isBundle(_ path: String) -> Bool {
    guard !WorkspaceRoot.hasSettings(path),
      let bytes = try? DiskFiles(root: path).read(SealedBundle.manifest, limit: 64 << 20)
    else { return false }
    return SealedBundle.paths(inManifest: bytes) != nil
  }

  /// Why nothing was found at a path: missing, or a folder above it that must not be entered.
  private static func whyNothing(at path: String) -> FileProblem {
    do {
      _ = try DiskFiles(root: "").read(path, limit: 1)
      return .missing
    } catch { return error }
  }

  /// One file. The workspace is the nearest folder above that has a rubrica.yaml.
  private static func single(_ path: String) throws(Failure) -> WorkspaceLocation {
    guard DocumentName.isMarkdown(path) else {
      let conversion = ImportProblem.conversion(ofFile: path)
      throw Failure(
        "`\(path)` is not a Markdown file",
        help: conversion.map {
          "Guidelines are Markdown files (`.md`). Convert it first: \($0). Then `rubrica import` makes a guideline "
            + "of the Markdown."
        }
          ?? "Guidelines are Markdown files (`.md`). `rubrica import` makes one of other Markdown.")
    }
    let slash = path.lastSlash
    let name = path.fileName ?? path
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ""
    let isStandard = name == documentName
    let stem = stem(ofFile: name)
    let folderName = Folder.realPath(folder.isEmpty ? "." : folder)?.fileName
    let id = isStandard ? folderName ?? stem : stem
    let found = WorkspaceRoot.find(above: folder)
    let root = found ?? WorkspaceRoot(folder)
    return WorkspaceLocation(
      given: path, root: root, settings: found == nil ? nil : settingsName,
      documents: [Document(path: root.relative(path), defaultID: id)], isWhole: false)
  }

  /// A file's name without its ending: up to its last dot.
  static func stem(ofFile name: some StringProtocol) -> String {
    let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 }
    return String(name[..<(dot ?? name.endIndex)])
  }

  /// Every folder with a guideline.md, in the folder itself and in its `guidelines`.
  private static func workspace(_ path: String, _ given: String) throws(Failure)
    -> WorkspaceLocation
  {
    let folderOfAll = path == "." ? "" : path
    let found = WorkspaceRoot.find(above: folderOfAll)
    let root = found ?? WorkspaceRoot(folderOfAll)
    // From the root to the folder that was asked for.
    let start = root.relative(folderOfAll)
    var documents: [Document] = []
    var unreadable: Failure?
    var stray: Failure?
    for folder in ["", Strays.shelf] {
      let place = join(folderOfAll, folder)
      let isShelf = Strays.isShelf(place)
      if !folder.isEmpty, FileStamp.isAbsent(place) || FileStamp(at: place)?.kind == .file {
        continue
      }
      let entries: (names: [String], closed: [String])
      do { entries = try Folder.entries(in: place) } catch {
        unreadable = Failure(error, at: place, doing: "read the folder")
        continue
      }
      // What is in it may be a guideline.
      if let name = entries.closed.first(where: { !$0.hasPrefix(".") }) {
        throw Failure(closed: name, in: place)
      }
      for name in entries.names where !name.hasPrefix(".") {
        let relative = join(join(folder, name), documentName)
        let own = join(place, name)
        let isDocument = !FileStamp.isAbsent(join(folderOfAll, relative))
        if isDocument { documents.append(Document(path: join(start, relative), defaultID: name)) }
        let stamp = FileStamp(at: own)
        if stamp == nil, isShelf || folder == Strays.shelf {
          unreadable = Strays.failure(ofLink: own) ?? unreadable
        }
        let isFolder = isDocument || stamp?.kind == .folder
        // A folder that cannot be looked into may hold a guideline: that is a failure, not a gap.
        do throws(FileProblem) {
          if isFolder, !isDocument {
            let names = try Folder.names(in: own)
            stray = stray ?? Strays.failure(ofFolder: own, names)
          }
          if isShelf, stray == nil {
            stray = try isFolder ? Strays.failure(below: own) : Strays.failure(ofFile: own)
          }
        } catch {
          unreadable = Failure(error, at: own, doing: isFolder ? "read the folder" : "read")
        }
      }
    }
    if let unreadable { throw unreadable }
    if let stray { throw stray }
    let location = WorkspaceLocation(
      given: path, root: root, settings: found == nil ? nil : settingsName, documents: documents,
      isWhole: start.isEmpty, searched: folderOfAll)
    guard !documents.isEmpty else {
      let near = nearDocument(in: folderOfAll)
      let unseen = Strays.Unseen(by: location).paths
      // A document of this folder under nearly the name that it must have is renamed.
      let isNear = near.map { unseen.contains(join(folderOfAll, $0)) } ?? false
      if let other = unseen.first, !isNear {
        throw Failure(
          "there is no guideline in `\(given)` where one is looked for, but there is `\(other)`",
          help: "Name it by itself, or move it: \(Strays.places).")
      }
      if let near {
        throw Failure(
          "there is no `\(documentName)` in `\(given)`, but there is `\(near)`",
          help: near.lowercased().hasPrefix(documentName + ".")
            ? """
            Rename it to `\(documentName)`. Windows shows the whole name, with its last ending, after "File name \
            extensions" is turned on in the view of the folder.
            """ : "Rename it to `\(documentName)`: the name is written just so, in small letters.")
      }
      throw Failure(
        "there is no guideline in `\(given)`",
        help: """
          A guideline is a folder with a `guideline.md` in it, here or in `guidelines/`. \
          `rubrica new` starts one; `rubrica import` makes one from an existing document.
          """)
    }
    return location
  }

  /// A file whose name is nearly that of a guideline's document: `Guideline.md`, `guideline.md.txt`.
  private static func nearDocument(in folder: String) -> String? {
    let names = ((try? Folder.names(in: folder)) ?? []).filter { name in
      FileStamp(at: join(folder, name))?.kind == .file
    }
    return names.first { $0.lowercased() == documentName }
      ?? names.first { $0.lowercased().hasPrefix(documentName + ".") }
      ?? Suggestion.nearest(to: documentName, among: names.filter { DocumentName.isMarkdown($0) })
  }

  /// A path without slashes at its end.
  static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : name.isEmpty ? folder : folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }
}
