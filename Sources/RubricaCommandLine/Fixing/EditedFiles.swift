internal import RubricaCompiler
internal import RubricaSource
internal import Synchronization

/// The files of a workspace with edits on top that are not written yet.
final class EditedFiles: FileReader {
  private let files: any FileReader
  private let state = Mutex<State>(State())

  private struct State {
    var original: [String: [UInt8]] = [:]
    var edited: [String: [UInt8]] = [:]
  }

  init(_ files: any FileReader) { self.files = files }

  /// The edited files, whole.
  var edited: [String: [UInt8]] {
    get { state.withLock { $0.edited } }
    set { state.withLock { $0.edited = newValue } }
  }

  func edit(_ path: String, _ bytes: [UInt8]) { state.withLock { $0.edited[path] = bytes } }

  /// What differs from the disk, in order of the paths.
  var changes: [(path: String, old: [UInt8], new: [UInt8])] {
    state.withLock { state in
      state.edited.keys.sorted().compactMap { path in
        guard let new = state.edited[path], let old = state.original[path], old != new else {
          return nil
        }
        return (path, old, new)
      }
    }
  }

  func names(in folder: String) throws(FileProblem) -> [String] { try files.names(in: folder) }

  func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    if let bytes = state.withLock({ $0.edited[path] }) {
      guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
      return bytes
    }
    let bytes = try files.read(path, limit: limit)
    // Media are never edited, and need not be kept.
    if DocumentName.isMarkdown(path) || path.hasSuffix(".yaml") {
      state.withLock { $0.original[path] = bytes }
    }
    return bytes
  }
}
