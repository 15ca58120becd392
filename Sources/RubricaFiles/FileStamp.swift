internal import Glibc

/// What the file system says of a file without reading it: equal stamps mean equal bytes, as far as
/// anyone can tell who has not read them.
package struct FileStamp: Hashable, Sendable {
  package enum Kind: UInt8, Sendable { case file, folder, other }

  package let kind: Kind
  package let size: Int64
  /// When the bytes were written, in nanoseconds since 1970.
  package let modified: Int64
  /// When the bytes, the owner or the permissions were changed, in nanoseconds since 1970: a file that nobody may
  /// read any more has other findings.
  package let changed: Int64
  package let inode: UInt64

  package init(kind: Kind, size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
    self.kind = kind
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  /// The stamp of what is at a path; nil if there is nothing. A link that is not followed is neither
  /// a file nor a folder.
  package init?(at path: String, followsLinks: Bool = true) {
    var status = stat()
    let code = followsLinks ? unsafe stat(path, &status) : unsafe lstat(path, &status)
    guard code == 0 else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    size = Int64(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
    inode = UInt64(status.st_ino)
  }

  /// Only compared with others of the same file, so that it may wrap around: broken archives have files
  /// of the year 2300.
  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// Whether others than the owner of a file may read it.
  package static func isOpenToOthers(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & 0o044 != 0
  }

  /// Whether there is nothing at a path, not even a link. What cannot be looked at may be there.
  package static func isAbsent(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }
}
