internal import Glibc
package import RubricaSource

/// Files below one folder of the real disk.
package struct DiskFiles: FileReader {
  private let root: String
  /// The folder that files lie in, whatever links lead to them; nil if they may lie anywhere.
  private let confines: Confines?

  private struct Confines {
    /// Without links, and with a slash at its end.
    var folder: String
    /// The name of the file that makes a folder one that may be linked in.
    var document: String
  }

  /// `root` is a folder; empty or `.` is the current one.
  package init(root: String) {
    self.root = root.isEmpty || root == "." ? "" : root + "/"
    confines = nil
  }

  /// Only files that lie in `root`, also where a link leads to them: what is read is shown to others. A folder that
  /// has a file `document` of its own may be linked in as a whole, with all that lies in it.
  package init(root: String, linking document: String) {
    let prefix = root.isEmpty || root == "." ? "" : root + "/"
    self.root = prefix
    confines = Confines(
      folder: Self.folder(root.isEmpty ? "." : root) ?? prefix, document: document)
  }

  package func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    try readStamped(path, limit: limit).bytes
  }

  /// The bytes of a file and its stamp.
  package func readStamped(
    _ path: String, limit: Int
  ) throws(FileProblem) -> (bytes: [UInt8], stamp: FileStamp) {
    // A FIFO would block for ever without O_NONBLOCK; the kind is checked before anything is read.
    let descriptor = unsafe open(root + path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .last(at: root + path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .last }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    let size = Int(status.st_size)
    if let confines, !isInside(confines, descriptor, path) { throw .outside }
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    return (try Self.read(descriptor, size: size), FileStamp(status))
  }

  private func isInside(_ confines: Confines, _ descriptor: CInt, _ path: String) -> Bool {
    guard let place = Self.place(of: descriptor) ?? Folder.realPath(root + path) else {
      return false
    }
    if place.rest(behind: confines.folder) != nil { return true }
    var above = root + path.folderPath
    while above.utf8.count > root.utf8.count {
      // It is its document that makes it such a folder, and not a link to one.
      if let folder = Self.folder(above), place.rest(behind: folder) != nil,
        let document = Folder.realPath(above + confines.document),
        document.rest(behind: folder) != nil
      {
        return true
      }
      above = String(above.dropLast()).folderPath
    }
    return false
  }

  /// A folder without links, with a slash at its end; nil if there is none.
  private static func folder(_ path: String) -> String? {
    Folder.realPath(path).map { $0 == "/" ? $0 : $0 + "/" }
  }

  /// Bytes that a path may have on this system.
  private static let longestPath = 4096

  /// Where an open file lies; nil if the system does not say.
  private static func place(of descriptor: CInt) -> String? {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: longestPath) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = unsafe readlink("/proc/self/fd/\(descriptor)", start, longestPath)
      guard count > 0, count < longestPath else { return nil }
      return unsafe String(
        decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }
  }

  /// Seconds that a pipe may lie there before anybody opens it to write.
  private static let patience = 60

  /// The bytes of a file that people name, or of a pipe up to its end, as shells make one of a command's output. Some
  /// give it a name, and start the command when it has been opened to read: that is waited for.
  package static func readGiven(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .last(at: path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .last }
    guard status.st_mode & S_IFMT == S_IFIFO else {
      return try DiskFiles(root: "").read(path, limit: limit)
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var waits = 0
    while bytes.count <= limit {
      let got = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if got < 0, errno == EINTR { continue }
      if got < 0, errno == EAGAIN {
        // The other side has not written all of it yet.
        _ = events(of: descriptor, within: -1)
        continue
      }
      guard got >= 0 else { throw .last }
      if got == 0 {
        // It has an end once somebody who had it open has closed it; without one, nobody has opened it yet.
        if !bytes.isEmpty || events(of: descriptor, within: 0) & Int16(POLLHUP) != 0 {
          return bytes
        }
        guard waits < patience else {
          throw .failed(
            code: 0,
            reason: "it is a pipe, and nobody has opened it to write in \(patience) seconds")
        }
        waits += 1
        _ = events(of: descriptor, within: 1000)
        continue
      }
      bytes += chunk[..<got]
    }
    throw .tooLarge(bytes: bytes.count, limit: limit)
  }

  /// What has come of a descriptor, at once or in so many milliseconds; below 0 as long as it takes.
  private static func events(of descriptor: CInt, within milliseconds: CInt) -> Int16 {
    var room = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = unsafe poll(&room, 1, milliseconds)
    return room.revents
  }

  package func names(in folder: String) throws(FileProblem) -> [String] {
    try Folder.names(in: root + folder)
  }

  /// The stamp of what is at a path, as `readStamped` would give it; nil if there is nothing.
  package func stamp(of path: String) -> FileStamp? { FileStamp(at: root + path) }

  /// Reads to the end of the file, which may have grown since its size was asked for: there is room
  /// for one byte more, and a read that does not fill the room has come to the end.
  private static func read(_ descriptor: CInt, size: Int) throws(FileProblem) -> [UInt8] {
    var problem: FileProblem?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      repeat {
        let got = unsafe Glibc.read(
          descriptor, buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { problem = .last }
        if got <= 0 { return }
        count += got
      } while count < size
    }
    if let problem { throw problem }
    guard bytes.count <= size else {
      throw .failed(code: 0, reason: "the file grew while it was read; try again")
    }
    return bytes
  }
}

extension FileProblem {
  /// Where a folder has to be, there is something else.
  static let notAFolder = FileProblem.failed(
    code: ENOTDIR, reason: "it is not a folder, or one of its parent folders is not a folder")

  /// Whether it was written to a program that does not read any more.
  package var isReaderGone: Bool {
    if case .failed(let code, _) = self { code == EPIPE } else { false }
  }

  /// What opening a path has just failed with. A file is missing only if nothing has its name: a link that leads
  /// nowhere was meant to be a file.
  static func last(at path: String, isFolder: Bool = false) -> FileProblem {
    let problem = last
    guard problem == .missing, let stamp = FileStamp(at: path, followsLinks: false) else {
      return problem
    }
    if isFolder, stamp.kind == .file { return .notAFolder }
    return .failed(code: ENOENT, reason: "it is a broken link")
  }

  /// What the last system call of this thread failed with.
  static var last: FileProblem {
    let code = errno
    switch code {
    case ENOENT, ENOTDIR: return .missing
    case EACCES, EPERM: return .denied
    case EISDIR: return .notAFile
    default:
      let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
      return .failed(code: code, reason: reason)
    }
  }
}
