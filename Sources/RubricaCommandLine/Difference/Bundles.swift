internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaSource

/// Bundles on the disk, as something to compare with.
enum Bundles {
  /// The folders of bundles at a path: the path itself, or those in it.
  static func find(at given: String) throws(Failure) -> [String] {
    let path = WorkspaceLocation.trimmed(given)
    let isBundle = { (folder: String) in
      FileStamp(at: "\(folder)/\(BundleSource.path)")?.kind == .file
        && FileStamp(at: "\(folder)/manifest.json")?.kind == .file
    }
    if isBundle(path) { return [path] }
    guard FileStamp(at: path)?.kind == .folder else { return [] }
    do { return try Folder.names(in: path).map { "\(path)/\($0)" }.filter(isBundle) } catch {
      throw Failure(error, at: path, doing: "read the folder")
    }
  }

  /// What a bundle was compiled from, and the name of the place.
  static func input(
    _ bundle: String, _ settings: WorkspaceSettings
  ) throws(Failure) -> (CompileInput, String) {
    let place = "\(bundle)/\(BundleSource.path)"
    let bytes: [UInt8]
    do { bytes = try DiskFiles(root: "").read(place, limit: 1 << 26) } catch {
      throw Failure(error, at: place, doing: "read")
    }
    guard let files = BundleSource.read(bytes), let document = files.first else {
      throw Failure(
        "`\(place)` is damaged, or of a kind that this version cannot read",
        help: "Build the bundle again, or compare with the guideline itself.")
    }
    // Files of other guidelines lie above the guideline's own folder, which gets a name for that.
    let depth = files.map { $0.path.split(separator: "/").prefix { $0 == ".." }.count }.max() ?? 0
    let id = bundle.fileName ?? "guideline"
    let folders = Array(repeating: "-", count: max(0, depth - 1)) + [id]
    var all: [String: [UInt8]] = [:]
    for file in files {
      var parts = folders
      for part in file.path.split(separator: "/") {
        if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
      }
      all[parts.joined(separator: "/")] = file.bytes
    }
    let input = CompileInput(
      document: (folders + [document.path]).joined(separator: "/"), defaultID: id,
      files: MemoryFiles(all), display: "\(place):", settings: settings)
    return (input, place)
  }
}
