internal import Glibc
package import RubricaSource

/// Changes the author's own files: whole, in one step, and nothing outside one folder.
package struct FileEditor: Sendable {
  private let root: String

  /// `root` is a folder; empty is the current one. Nil if it is not there.
  package init?(root: String) {
    guard let real = Folder.realPath(root.isEmpty ? "." : root) else { return nil }
    self.root = real
  }

  /// Why a file is left alone.
  package enum Refusal: Error, Equatable, Sendable {
    /// It is a link, or no file at all.
    case notAFile
    case outside
    case readOnly
    /// It is not what was checked.
    case changed
    case failed(FileProblem)

    package var reason: String {
      switch self {
      case .notAFile: "it is a link or not a regular file"
      case .outside: "it is outside the workspace"
      case .readOnly: "it is read-only"
      case .changed: "it changed while it was being checked"
      case .failed(let problem): problem.reason
      }
    }
  }

  /// Replaces a file that has exactly these bytes; its permissions stay.
  package func replace(
    _ path: String, _ old: [UInt8], with new: [UInt8]
  ) throws(Refusal) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw .failed(.last) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    let folder = root == "/" ? "/" : root + "/"
    guard let real = Folder.realPath(path), real.rest(behind: folder) != nil else {
      throw .outside
    }
    guard status.st_mode & 0o222 != 0, unsafe access(path, W_OK) == 0 else { throw .readOnly }
    let current: [UInt8]
    do throws(FileProblem) {
      current = try DiskFiles(root: "").read(path, limit: old.count)
    } catch {
      if case .tooLarge = error { throw .changed }
      throw .failed(error)
    }
    guard current == old else { throw .changed }
    do throws(FileProblem) {
      try FileWriter.replace(path, with: new, mode: UInt32(status.st_mode & 0o7777))
    } catch { throw .failed(error) }
  }
}
