internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaSource

/// Reads the folder of a bundle without following anything out of it.
enum BundleFolder {
  /// Files that a bundle may have, and bytes of all of them.
  private static let limits = (files: 20_000, bytes: 2 << 30)

  static func read(_ root: String) throws(Failure) -> BundleFiles {
    var bundle = BundleFiles(files: [:])
    var bytes = 0
    try walk(root, "", 0, &bundle, &bytes)
    return bundle
  }

  private static func walk(
    _ root: String, _ folder: String, _ depth: Int, _ bundle: inout BundleFiles, _ bytes: inout Int
  ) throws(Failure) {
    let names: [String]
    do { names = try Folder.names(in: root + "/" + folder) } catch {
      throw Failure(error, at: root + "/" + folder, doing: "read")
    }
    for name in names {
      let path = folder + name
      guard depth < 16, bundle.files.count < limits.files, bytes < limits.bytes else {
        throw Failure(
          "`\(root)` has more files, bytes or folder levels than a bundle can have",
          help: "A bundle has at most \(limits.files) files and 2 GiB.")
      }
      switch FileStamp(at: root + "/" + path, followsLinks: false)?.kind {
      case .file:
        do {
          let read = try DiskFiles(root: root).read(path, limit: 1 << 30)
          bytes += read.count
          // Two names that a text cannot tell apart, such as an accent written in two ways.
          guard bundle.files[path] == nil else {
            bundle.strange.append(path)
            continue
          }
          bundle.files[path] = read
        } catch { throw Failure(error, at: root + "/" + path, doing: "read") }
      case .folder: try walk(root, path + "/", depth + 1, &bundle, &bytes)
      default: bundle.strange.append(path)
      }
    }
  }
}
