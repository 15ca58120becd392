internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaSource

/// A folder that a build may put a bundle into: nothing is there, or nothing but a bundle. What people keep there
/// would be gone with the bundle's next version.
struct BundlePlace {
  /// `OUTPUT/ID`.
  let path: String
  /// What the last build wrote there, as far as it is known: a bundle that has lost its manifest is one still.
  private let written: Set<String>

  init(output: String, bundle: String, written: [String] = []) {
    path = WorkspaceLocation.join(output, bundle)
    self.written = Set(written)
  }

  /// Whether nothing is there but files of a bundle, by its own manifest or by what was written.
  var holdsBundle: Bool { FileStamp(at: path, followsLinks: false) != nil && obstacle == nil }

  /// Whether a bundle with the seal of a release is there.
  var isSealed: Bool { !FileStamp.isAbsent("\(path)/\(Seal.file)") }

  /// Refuses a place that holds anything but a bundle.
  func refuseOthers() throws(Failure) {
    guard let obstacle else { return }
    throw Failure(
      "`\(path)` would be replaced by a bundle, but \(obstacle)",
      help:
        "Nothing was changed. Choose another folder with `--output`, or move what is there."
    )
  }

  /// Why it is not this program's to replace; nil if it is, or if there is nothing.
  private var obstacle: String? {
    guard let stamp = FileStamp(at: path, followsLinks: false) else { return nil }
    guard stamp.kind == .folder else { return "it is not a folder" }
    let names: [String]
    do { names = try Folder.names(in: path) } catch {
      return "the folder cannot be read: \(error.reason)"
    }
    if names.isEmpty { return nil }
    let listed = listed()
    guard listed != nil || !written.isEmpty else {
      return "no build made that folder: it has no bundle manifest"
    }
    return foreign(in: "", names, known(listed)).map {
      "the file `\($0)` in it was not part of the previous bundle"
    }
  }

  /// The first file, link or other thing that is not in the manifest; folders alone are nothing.
  private func foreign(in folder: String, _ names: [String], _ known: Set<String>) -> String? {
    for name in names {
      let inner = folder + name
      if FileStamp(at: "\(path)/\(inner)", followsLinks: false)?.kind == .folder {
        guard let names = try? Folder.names(in: "\(path)/\(inner)") else { return inner }
        if let found = foreign(in: inner + "/", names, known) { return found }
      } else if !known.contains(inner), !Self.isLeftover(inner, known) {
        return inner
      }
    }
    return nil
  }

  /// Removes what a killed run has left beside the files of a bundle. Almost always there is nothing, and the
  /// manifest need not be read.
  func removeLeftovers() {
    let names = ((try? Folder.names(in: path)) ?? []).filter {
      FileWriter.target(ofTemporary: $0) != nil
    }
    guard !names.isEmpty, let listed = listed() else { return }
    let known = known(listed)
    for name in names where !known.contains(name) && Self.isLeftover(name, known) {
      Folder.remove("\(path)/\(name)")
    }
  }

  private static func isLeftover(_ name: String, _ known: Set<String>) -> Bool {
    FileWriter.target(ofTemporary: name).map(known.contains) ?? false
  }

  /// The files that may be in a bundle with such a manifest.
  private func known(_ listed: [String]?) -> Set<String> {
    written.union(listed ?? []).union([SealedBundle.manifest, Seal.file])
  }

  /// The paths in the manifest; nil if there is none of this program.
  private func listed() -> [String]? {
    (try? DiskFiles(root: path).read(SealedBundle.manifest, limit: 64 << 20))
      .flatMap { SealedBundle.paths(inManifest: $0) }
  }
}
