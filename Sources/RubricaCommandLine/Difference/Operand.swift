internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaModel
internal import RubricaSource

/// One side of a difference: guidelines of a folder, of a revision or of a bundle.
struct Operand {
  /// As the user wrote it.
  let name: String
  let guidelines: [Guideline]
  /// Whether some target knows labels by their place.
  let orderIsIdentity: Bool
  /// Whether pictures and recordings are there to be compared.
  var hasMedia = true
  /// Whether rubrica.yaml would be there if the workspace had one.
  var hasWorkspace = true
  /// Nil without rubrica.yaml.
  var workspace: WorkspaceSide?

  /// A path on the disk if there is something, else `REVISION:PATH`.
  static func open(_ text: String) throws(Failure) -> Operand {
    if FileStamp(at: WorkspaceLocation.trimmed(text)) != nil { return try disk(text) }
    if let colon = text.firstIndex(of: ":") {
      let revision = String(text[..<colon])
      let path = String(text[text.index(after: colon)...])
      return try git(revision: revision, path: path, name: text)
    }
    _ = try WorkspaceLocation.find(text)
    throw Failure(.missing, at: text, doing: "open")
  }

  private static func disk(_ path: String) throws(Failure) -> Operand {
    let bundles = try Bundles.find(at: path)
    if !bundles.isEmpty { return try open(bundles, name: path) }
    let session = try Session(path: path, stage: nil, templates: nil)
    var guidelines: [Guideline] = []
    for document in session.location.documents {
      let place = session.location.path(document.path)
      guidelines.append(try read(document, in: session, place))
    }
    return Operand(
      name: path, guidelines: guidelines, orderIsIdentity: session.settings.orderIsIdentity,
      workspace: WorkspaceSide(session.settings, hasFile: session.location.settings != nil))
  }

  /// Built bundles: their texts are compiled again.
  private static func open(_ bundles: [String], name: String) throws(Failure) -> Operand {
    let settings = WorkspaceSettings(
      file: nil, catalogue: Catalogue(items: []), compiler: Release.name)
    var guidelines: [Guideline] = []
    for bundle in bundles {
      let (input, place) = try Bundles.input(bundle, settings)
      guidelines.append(try read(input, place))
    }
    return Operand(
      name: name, guidelines: guidelines, orderIsIdentity: false, hasMedia: false,
      hasWorkspace: false)
  }

  /// A guideline, and before it the one that it extends.
  static func baseAndExtension(_ path: String) throws(Failure) -> (Operand, Operand) {
    let session = try Session(path: path, stage: nil, templates: nil)
    guard let document = session.location.documents.first, session.location.documents.count == 1
    else {
      throw Failure(
        "`\(path)` is a workspace", help: "With --base, name one guideline that extends another.")
    }
    let place = session.location.path(document.path)
    let guideline = try read(document, in: session, place)
    guard let base = guideline.bases.first else {
      throw Failure(
        "`\(place)` does not extend a guideline",
        help: "Write `extends: ../other` in its front matter.")
    }
    let identifier = base.document.folderPath.fileName
    let origin = WorkspaceLocation.Document(
      path: base.document, defaultID: identifier ?? "guideline")
    let basePlace = session.location.path(base.document)
    let before = try read(origin, in: session, basePlace)
    let isIdentity = session.settings.orderIsIdentity
    return (
      Operand(name: basePlace, guidelines: [before], orderIsIdentity: isIdentity),
      Operand(name: place, guidelines: [guideline], orderIsIdentity: isIdentity)
    )
  }

  /// What stood at `path` of the disk in a revision.
  static func git(revision: String, diskPath: String) throws(Failure) -> Operand {
    let path = WorkspaceLocation.trimmed(diskPath)
    let isFolder = FileStamp(at: path)?.kind == .folder
    let slash = path.lastSlash
    let folder = isFolder ? path : slash.map { String(path[..<$0]) } ?? "."
    let name = isFolder ? "" : path.fileName ?? path
    let prefix = try attempt(revision) { () throws(GitFiles.Problem) in
      try GitFiles.prefix(of: folder)
    }
    return try tree(
      revision, folder: folder, path: WorkspaceLocation.trimmed(prefix + name),
      name: "\(revision):\(diskPath)")
  }

  /// As git reads it: from the top of the repository, or from here if it starts with a dot.
  private static func git(
    revision: String, path: String, name: String
  ) throws(Failure) -> Operand {
    var place = path
    if path == "." || path.hasPrefix("./") || path.hasPrefix("../") {
      let prefix = try attempt(revision) { () throws(GitFiles.Problem) in
        try GitFiles.prefix(of: ".")
      }
      var parts = prefix.split(separator: "/")
      for part in path.split(separator: "/") where part != "." {
        if part == ".." { _ = parts.popLast() } else { parts.append(part) }
      }
      place = parts.joined(separator: "/")
    }
    return try tree(revision, folder: ".", path: WorkspaceLocation.trimmed(place), name: name)
  }

  private static func tree(
    _ revision: String, folder: String, path: String, name: String
  ) throws(Failure) -> Operand {
    let files = try attempt(revision) { () throws(GitFiles.Problem) in
      try GitFiles(folder: folder, revision: revision)
    }
    let documents = Self.documents(in: files, at: path)
    guard !documents.isEmpty else {
      throw Failure(
        "there is no guideline at `\(path.isEmpty ? "." : path)` in the revision `\(revision)`",
        help: "`git ls-tree -r --name-only \(revision)` lists what is there.")
    }
    let root = nearestRoot(of: documents[0].path, in: files)
    var settings: SourceFile?
    let place = root + WorkspaceLocation.settingsName
    if files.has(place) {
      let name = "\(revision):\(place)"
      do { settings = SourceFile(name: name, bytes: try files.read(place, limit: 1 << 20)) } catch {
        throw Failure(error, at: name, doing: "read")
      }
    }
    let below = BelowFolder(files: files, folder: root)
    let workspace = WorkspaceSettings(
      file: settings, catalogue: Catalogue(items: []), compiler: Release.name, files: below)
    var guidelines: [Guideline] = []
    for document in documents {
      let input = CompileInput(
        document: document.path.rest(behind: root).map(String.init) ?? document.path,
        defaultID: document.defaultID,
        files: below, display: "\(revision):\(root)",
        settings: workspace)
      guidelines.append(try read(input, "\(revision):\(document.path)"))
    }
    return Operand(
      name: name, guidelines: guidelines, orderIsIdentity: workspace.orderIsIdentity,
      workspace: WorkspaceSide(workspace, hasFile: settings != nil))
  }

  /// A Markdown file, a guideline's folder, or every guideline of a workspace.
  private static func documents(
    in files: GitFiles, at path: String
  ) -> [WorkspaceLocation.Document] {
    let document = WorkspaceLocation.documentName
    let name = { (folder: String) in folder.fileName ?? "guideline" }
    if files.has(path) {
      let file = path.fileName ?? path
      let stem = WorkspaceLocation.stem(ofFile: file)
      return [.init(path: path, defaultID: file == document ? name(path.folderPath) : stem)]
    }
    let whole = WorkspaceLocation.join(path, document)
    if files.has(whole) { return [.init(path: whole, defaultID: name(path))] }
    let start = path.isEmpty ? "" : path + "/"
    return files.paths.compactMap { file in
      guard let inside = file.rest(behind: start), file.hasSuffix("/" + document) else {
        return nil
      }
      let parts = inside.split(separator: "/")
      let isGuideline = parts.count == 2 || parts.count == 3 && parts[0] == "guidelines"
      guard isGuideline else { return nil }
      return .init(path: file, defaultID: String(parts[parts.count - 2]))
    }
  }

  /// The nearest folder above with a rubrica.yaml, else the document's own; empty or ending in `/`.
  private static func nearestRoot(of document: String, in files: GitFiles) -> String {
    let own = document.folderPath
    var folder = own
    while true {
      if files.has(folder + WorkspaceLocation.settingsName) { return folder }
      if folder.isEmpty { return own }
      folder = String(Substring(folder.utf8.dropLast())).folderPath
    }
  }

  private static func read(
    _ document: WorkspaceLocation.Document, in session: Session, _ place: String
  ) throws(Failure) -> Guideline {
    var guideline = try read(session.input(document, files: session.files), place)
    guideline.sources = session.location.shown(guideline.sources)
    return guideline
  }

  private static func read(_ input: CompileInput, _ place: String) throws(Failure) -> Guideline {
    let guideline: Guideline
    do { guideline = try Compiler.read(input) } catch {
      throw Failure(error, at: place, doing: "read")
    }
    if let problem = guideline.problems.first(where: { $0.kind.hidesText }) {
      let position = Places(all: guideline.sources).start(problem.span)
      throw Failure(
        "cannot compare `\(place)`: part of it cannot be read; see line \(position.line) of "
          + "`\(guideline.sources[problem.span.source].name)`",
        help: "`rubrica check` shows what is wrong.")
    }
    return guideline
  }

  private static func attempt<Result>(
    _ revision: String, _ action: () throws(GitFiles.Problem) -> Result
  ) throws(Failure) -> Result {
    do { return try action() } catch {
      switch error {
      case .noGit:
        throw Failure(
          "git is not installed, and it is needed to read the revision `\(revision)`",
          help: "Install git, or compare two folders.")
      case .noRepository:
        throw Failure(
          "`\(revision)` cannot be looked up: this is not a git repository",
          help: "Run the command inside the repository, or compare two folders.")
      case .unknownRevision:
        throw Failure(
          "`\(revision)` is neither a git revision nor an existing path",
          help: "`git log --oneline` lists the revisions.")
      case .failed(let reason): throw Failure("cannot read the revision `\(revision)`: \(reason)")
      }
    }
  }
}

/// The files below one folder of others.
private struct BelowFolder: FileReader {
  let files: any FileReader
  let folder: String

  func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    try files.read(folder + path, limit: limit)
  }

  func names(in place: String) throws(FileProblem) -> [String] {
    try files.names(in: folder + place)
  }
}

extension Problem.Kind {
  /// Whether parts of the text are not in the model, so that a comparison would miss them.
  fileprivate var hidesText: Bool {
    switch self {
    case .unreadable, .unreadableFile, .hostile, .yamlSyntax, .unclosedFrontMatter,
      .lateFrontMatter, .misspeltFence:
      true
    default: false
    }
  }
}
