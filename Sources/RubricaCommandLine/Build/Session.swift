internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaModel
internal import RubricaSource

/// A workspace, opened: its settings read, its guidelines found.
struct Session {
  let location: WorkspaceLocation
  let files: DiskFiles
  let settings: WorkspaceSettings
  let stage: Stage?
  /// Changes whenever a template that overrides a built-in one changes.
  let templatesKey: String

  init(path: String, stage: Stage?, templates: String?) throws(Failure) {
    location = try WorkspaceLocation.find(path)
    files = DiskFiles(root: location.root)
    self.stage = stage
    templatesKey = templates.map { TemplateSet.key(of: $0) } ?? ""
    var file: SourceFile?
    if let name = location.settings {
      do {
        file = SourceFile(
          name: WorkspaceLocation.join(location.root, name),
          bytes: try files.read(name, limit: 1 << 20))
      } catch {
        throw Failure(error, at: WorkspaceLocation.join(location.root, name), doing: "read")
      }
    }
    let set = TemplateSet(folder: templates)
    settings = WorkspaceSettings(
      file: file, catalogue: try set.catalogue(), templates: try set.pages(),
      compiler: Release.name, files: files, overrides: try set.overrides())
  }

  func input(_ document: WorkspaceLocation.Document, files: any FileReader) -> CompileInput {
    CompileInput(
      document: document.path, defaultID: document.defaultID, files: files, stage: stage,
      display: location.root.isEmpty ? "" : location.root + "/", settings: settings)
  }
}
