internal import RubricaSource
internal import Synchronization

/// Remembers what a compilation asked for, found or not: these are the inputs of its result.
final class ReadLog: FileReader {
  private let files: any FileReader
  private let asked = Mutex<[String]>([])

  init(_ files: any FileReader) { self.files = files }

  var paths: [String] { asked.withLock { $0 } }

  func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    asked.withLock { $0.append(path) }
    return try files.read(path, limit: limit)
  }

  func names(in folder: String) throws(FileProblem) -> [String] {
    asked.withLock { $0.append(folder) }
    return try files.names(in: folder)
  }
}
