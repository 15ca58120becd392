internal import RubricaFiles
internal import RubricaSource
internal import Synchronization

/// Remembers what a compilation asked for, found or not: these are the inputs of its result.
final class ReadLog: FileReader {
  /// What was asked for, and its stamp as it was read; no stamp if it was not there.
  typealias Entry = (path: String, stamp: FileStamp?)

  private let files: DiskFiles
  private let asked = Mutex<[Entry]>([])

  init(_ files: DiskFiles) { self.files = files }

  var entries: [Entry] { asked.withLock { $0 } }

  func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    do {
      let (bytes, stamp) = try files.readStamped(path, limit: limit)
      asked.withLock { $0.append((path, stamp)) }
      return bytes
    } catch {
      let stamp = error == .missing ? nil : files.stamp(of: path)
      asked.withLock { $0.append((path, stamp)) }
      throw error
    }
  }

  func names(in folder: String) throws(FileProblem) -> [String] {
    // Taken before the names: a file that comes meanwhile is seen the next time.
    let stamp = files.stamp(of: folder)
    asked.withLock { $0.append((folder, stamp)) }
    return try files.names(in: folder)
  }
}
