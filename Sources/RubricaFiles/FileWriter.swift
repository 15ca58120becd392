internal import Glibc
package import RubricaSource

/// Writes whole files.
package enum FileWriter {
  /// Writes a file, over one that is there; returns its stamp. Not in one step: that is `replace`.
  @discardableResult
  package static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) -> FileStamp {
    try write(bytes, to: path, O_TRUNC)
  }

  /// Writes a file, and makes the folders above it that are not there.
  package static func writeMakingFolders(
    _ bytes: [UInt8], to path: String
  ) throws(FileProblem) {
    try Folder.make(above: path)
    try write(bytes, to: path)
  }

  /// A name for what is written beside `path` before it is moved there. Random, since the numbers of
  /// processes are given out again.
  static func temporary(_ path: String) -> String {
    path + "." + String(UInt64.random(in: .min ... .max), radix: 36) + ".tmp"
  }

  /// The file that a temporary one was to become; nil if its name is not that of one.
  package static func target(ofTemporary path: String) -> String? {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 2, parts.last == "tmp", UInt64(parts[parts.count - 2], radix: 36) != nil
    else { return nil }
    return parts.dropLast(2).joined(separator: ".")
  }

  private static func write(
    _ bytes: [UInt8], to path: String, _ flag: CInt
  ) throws(FileProblem) -> FileStamp {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flag, 0o666)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    try write(bytes, to: descriptor)
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .last }
    return FileStamp(status)
  }

  /// Writes a file beside its place and moves it there in one step. `mode` are its permissions, if
  /// they are not those of any new file.
  package static func replace(
    _ path: String, with bytes: [UInt8], mode: UInt32? = nil
  ) throws(FileProblem) {
    let temporary = temporary(path)
    do throws(FileProblem) {
      // Nothing that somebody has put there is written over, nor a link followed.
      _ = try write(bytes, to: temporary, O_EXCL)
      if let mode, unsafe chmod(temporary, mode) != 0 { throw FileProblem.last }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
    guard unsafe rename(temporary, path) == 0 else {
      let problem = FileProblem.last
      unsafe unlink(temporary)
      throw problem
    }
  }

  /// Writes to an open descriptor until all is written.
  package static func write(_ bytes: [UInt8], to descriptor: CInt) throws(FileProblem) {
    var written = 0
    var problem: FileProblem?
    unsafe bytes.withUnsafeBytes { buffer in
      while written < buffer.count {
        let count = unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        if count < 0, errno == EAGAIN {
          // The other side reads slower than we write.
          var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = unsafe poll(&room, 1, -1)
          continue
        }
        if count <= 0 {
          problem = .last
          return
        }
        written += count
      }
    }
    if let problem { throw problem }
  }
}
