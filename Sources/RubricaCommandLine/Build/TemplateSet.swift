internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaModel
internal import RubricaSource
internal import RubricaTargets
internal import RubricaTemplates

/// The templates that the program carries, and a folder that may override them.
struct TemplateSet {
  private let folder: String?

  /// Refuses what is not a folder: otherwise pages would be made of other templates than expected.
  init(folder: String?) throws(Failure) {
    self.folder = folder
    guard let folder else { return }
    do { _ = try Folder.names(in: folder) } catch {
      throw Failure(error, at: folder, doing: "read the template folder")
    }
  }

  /// A template by its path below `templates/`.
  func text(_ path: String) throws(Failure) -> String? {
    if let folder {
      do {
        let bytes = try DiskFiles(root: folder).read(path, limit: 1 << 20)
        guard let text = String(validating: bytes, as: UTF8.self) else {
          throw Failure("the template `\(folder)/\(path)` is not UTF-8")
        }
        return text
      } catch let problem as FileProblem {
        if problem != .missing { throw Failure(problem, at: "\(folder)/\(path)", doing: "read") }
      } catch let failure as Failure {
        throw failure
      } catch {
        throw Failure("\(error)")
      }
    }
    return Templates.files.first { $0.path == path }?.text
  }

  /// The checklist's items, if the folder says which.
  func catalogue() throws(Failure) -> Catalogue? {
    guard let folder, let text = try text("checklist/catalogue.yaml") else { return nil }
    let name = "\(folder)/checklist/catalogue.yaml"
    do throws(CatalogueError) {
      return try CatalogueReader.read(SourceFile(name: name, text: text))
    } catch { throw Failure(error) }
  }

  /// The styles and scripts of pages.
  func pages() throws(Failure) -> PageTemplates {
    guard folder != nil else { return .builtIn }
    return try PageTemplates { path throws(Failure) in try text(path) ?? "" }
  }

  /// Templates of the folder that stand for ones that the program carries and say something else. Those
  /// that guidelines are started from decide nothing about a bundle.
  func overrides() throws(Failure) -> [(path: String, bytes: [UInt8])] {
    guard folder != nil else { return [] }
    var found: [(path: String, bytes: [UInt8])] = []
    for file in Templates.files where !file.path.hasPrefix("starters/") {
      guard let text = try text(file.path), text != file.text else { continue }
      found.append((file.path, Array(text.utf8)))
    }
    return found
  }

  /// Stamps of the files in an override folder that stand for templates of the program.
  static func key(of folder: String) -> String {
    var key = folder
    for file in Templates.files {
      guard let stamp = FileStamp(at: "\(folder)/\(file.path)") else { continue }
      key += "\(file.path)\(stamp)"
    }
    return key
  }

  /// The starters by name.
  static var starters: [String] {
    var names: [String] = []
    for file in Templates.files {
      let parts = file.path.split(separator: "/")
      guard parts.count == 3, parts[0] == "starters" else { continue }
      let name = String(parts[1])
      if names.last != name { names.append(name) }
    }
    return names
  }
}
