internal import CLinux
internal import Glibc
package import RubricaSource

/// Folders of the real disk.
package enum Folder {
  /// The names in a folder, sorted by bytes, without `.` and `..`.
  package static func names(in path: String) throws(FileProblem) -> [String] {
    try entries(in: path).names
  }

  /// The names in a folder, and those of them that are no UTF-8 and belong to folders, with their bytes as `\xE9`: no
  /// path leads into these, so that whatever is in them would be left out.
  package static func entries(
    in path: String
  ) throws(FileProblem) -> (names: [String], closed: [String]) {
    guard let directory = unsafe opendir(path.isEmpty ? "." : path) else {
      throw .last(at: path, isFolder: true)
    }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    var closed: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
      // Bytes that are no UTF-8 have become this. A name may also have it in its own right.
      guard name.unicodeScalars.contains(where: { $0 == "\u{FFFD}" }) else { continue }
      let (bytes, isFolder) = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { text -> ([UInt8], Bool) in
          var status = stat()
          let isThere = unsafe fstatat(dirfd(directory), text, &status, 0) == 0
          var bytes: [UInt8] = []
          while true {
            let byte = unsafe text[bytes.count]
            if byte == 0 { break }
            bytes.append(UInt8(bitPattern: byte))
          }
          return (bytes, isThere && status.st_mode & S_IFMT == S_IFDIR)
        }
      }
      if isFolder, !bytes.elementsEqual(name.utf8) { closed.append(escaped(bytes)) }
    }
    return (names.sorted { $0.precedes($1) }, closed.sorted())
  }

  /// Bytes as ASCII, with all others as numbers.
  private static func escaped(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      byte < 0x80
        ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  /// Makes a folder that was not there, nor anything else by its name, and the folders above it;
  /// returns its path, which begins with `prefix`. What a killed run left behind is never met.
  /// Nobody else can look into a private one.
  package static func makeNew(
    _ prefix: String, isPrivate: Bool = false
  ) throws(FileProblem) -> String {
    try make(above: prefix)
    while true {
      let path = FileWriter.temporary(prefix)
      if unsafe mkdir(path, isPrivate ? 0o700 : 0o777) == 0 { return path }
      guard errno == EEXIST else { throw .last }
    }
  }

  /// Makes the folder that a path leads into, and those above it.
  package static func make(above path: String) throws(FileProblem) {
    guard let slash = path.lastSlash, slash > path.startIndex else { return }
    try make(String(path[..<slash]))
  }

  /// Makes a folder and those above it.
  package static func make(_ path: String) throws(FileProblem) {
    guard unsafe mkdir(path, 0o777) != 0 else { return }
    switch errno {
    case EEXIST:
      guard FileStamp(at: path)?.kind == .folder else { throw .notAFolder }
    case ENOENT:
      guard let slash = path.lastSlash, slash > path.startIndex else { throw .last }
      try make(String(path[..<slash]))
      guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last }
    case ENOTDIR: throw .notAFolder
    default: throw .last
    }
  }

  /// Removes a file, or a folder with all that is in it. Links are removed, not followed.
  package static func remove(_ path: String) {
    if unsafe unlink(path) == 0 || errno == ENOENT { return }
    for name in (try? names(in: path)) ?? [] { remove("\(path)/\(name)") }
    unsafe rmdir(path)
  }

  /// Removes a folder that has nothing in it, and leaves any other.
  package static func removeIfEmpty(_ path: String) { _ = unsafe rmdir(path) }

  /// A path without links and dots; nil if there is nothing there.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Makes a link that leads to `target`.
  package static func link(_ path: String, to target: String) throws(FileProblem) {
    guard unsafe symlink(target, path) == 0 else { throw .last }
  }

  /// Replaces `path` with `new` in one step: a reader sees all of the old folder or file, or all
  /// of the new one. What was there before is removed.
  package static func replace(_ path: String, with new: String) throws(FileProblem) {
    if unsafe rename(new, path) == 0 { return }
    guard errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR else { throw .last }
    guard unsafe renameat2(AT_FDCWD, new, AT_FDCWD, path, rubrica_rename_exchange) == 0 else {
      throw .last
    }
    remove(new)
  }
}
