internal import Glibc

/// What the file system says of a file without reading it: equal stamps mean equal bytes, as far as
/// anyone can tell who has not read them.
package struct FileStamp: Hashable, Sendable {
  package enum Kind: UInt8, Sendable { case file, folder, other }

  package let kind: Kind
  package let size: Int64
  /// Nanoseconds since 1970.
  package let modified: Int64
  package let inode: UInt64

  package init(kind: Kind, size: Int64, modified: Int64, inode: UInt64) {
    self.kind = kind
    self.size = size
    self.modified = modified
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
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    inode = UInt64(status.st_ino)
  }
}
