internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSource

/// A workspace, opened: its settings read, its guidelines found.
struct Session {
  let location: WorkspaceLocation
  let files: DiskFiles
  private(set) var settings: WorkspaceSettings
  let stage: Stage?
  /// Changes whenever a template that overrides a built-in one changes, or a catalogue of the
  /// workspace.
  let templatesKey: String

  init(path: String, stage: Stage?, templates: String?) throws(Failure) {
    location = try WorkspaceLocation.find(path)
    files = DiskFiles(root: location.root.path, linking: WorkspaceLocation.documentName)
    // What they are is the choice of whoever keeps the workspace; several may have the same.
    let settingFiles = DiskFiles(root: location.root.path)
    self.stage = stage
    var file: SourceFile?
    if let name = location.settings {
      do {
        file = SourceFile(
          name: location.path(name),
          bytes: try settingFiles.read(name, limit: 1 << 20))
      } catch {
        throw Failure(error, at: location.path(name), doing: "read")
      }
    }
    let set = try TemplateSet(folder: templates)
    var key = templates.map { TemplateSet.key(of: $0) } ?? ""
    var catalogue = try set.catalogue()
    for path in file.map({ WorkspaceSettings.catalogues(of: $0) }) ?? [] {
      let name = location.path(path)
      let bytes: [UInt8]
      let stamp: FileStamp
      do throws(FileProblem) {
        (bytes, stamp) = try settingFiles.readStamped(path, limit: 1 << 20)
      } catch {
        throw Failure(
          error, at: name, doing: "read",
          help: "It is listed in rubrica.yaml under `checklist.catalogues`.")
      }
      key += "\(path)\(stamp)"
      do throws(CatalogueError) {
        catalogue = try CatalogueReader.read(
          SourceFile(name: name, bytes: bytes), extending: catalogue ?? CatalogueReader.builtIn)
      } catch {
        throw Failure(error)
      }
    }
    templatesKey = key
    let ownCatalogue = catalogue
    settings = WorkspaceSettings(
      file: file, catalogue: ownCatalogue ?? CatalogueReader.builtIn, templates: try set.pages(),
      compiler: Release.name, files: files, overrides: try set.overrides())
  }

  /// For one of several workers that run side by side.
  var forWorker: Session {
    var session = self
    session.settings = settings.withOwnCatalogue
    return session
  }

  /// The folder of the sign-offs of a guideline, by its own folder; of the policy without one.
  func signOffs(of folder: String = "") -> String { location.path(folder + SignOffFiles.folder) }

  /// A guideline with its findings.
  func checked(_ document: WorkspaceLocation.Document) throws(Failure) -> Compilation {
    do { return try Compiler.check(input(document, files: files)) } catch {
      throw Failure(error, at: location.path(document.path), doing: "read")
    }
  }

  func input(_ document: WorkspaceLocation.Document, files: any FileReader) -> CompileInput {
    CompileInput(
      document: document.path, defaultID: document.defaultID, files: files, stage: stage,
      display: location.display, settings: settings)
  }
}
