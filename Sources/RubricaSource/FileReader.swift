/// How the compiler sees files: by paths relative to one folder.
package protocol FileReader: Sendable {
  /// The bytes of a file of at most `limit` bytes.
  func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8]
}

/// Why a file could not be read.
package enum FileProblem: Error, Equatable, Sendable {
  case missing
  case notAFile
  case tooLarge(bytes: Int, limit: Int)
  case outside
  case denied
  case failed(code: Int32, reason: String)
}

extension FileProblem {
  /// In words.
  package var reason: String {
    switch self {
    case .missing: "there is no such file"
    case .notAFile: "it is not a regular file"
    case .tooLarge(let bytes, let limit): "it has \(bytes) bytes, and \(limit) are allowed"
    case .outside: "it lies outside the workspace"
    case .denied: "permission denied"
    case .failed(_, let reason): reason
    }
  }
}

/// Files in memory: for tests, and for documents that an editor holds.
package struct MemoryFiles: FileReader {
  package var files: [String: [UInt8]]

  package init(_ files: [String: [UInt8]] = [:]) { self.files = files }

  package init(texts: [String: String]) { self.files = texts.mapValues { Array($0.utf8) } }

  package func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    guard let bytes = files[path] else { throw .missing }
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    return bytes
  }
}
