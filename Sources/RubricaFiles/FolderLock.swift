internal import Glibc
package import RubricaSource

/// Holds a folder against others who would write into it, until it is dropped or the process dies.
package struct FolderLock: ~Copyable {
  private let descriptor: CInt

  /// Nil if somebody else holds it, or has just removed it.
  package init?(_ path: String) throws(FileProblem) {
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .last }
    var status = stat()
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, unsafe fstat(descriptor, &status) == 0,
      FileStamp(at: path)?.inode == UInt64(status.st_ino)
    else {
      close(descriptor)
      return nil
    }
  }

  /// The folder itself is what is held, so that nothing is left behind in it.
  package init?(folder path: String) throws(FileProblem) {
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }
}
