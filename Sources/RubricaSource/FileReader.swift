/// How the compiler sees files: by paths relative to one folder.
package protocol FileReader: Sendable {
  /// The bytes of a file of at most `limit` bytes.
  func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8]

  /// The names in a folder, in order of their bytes.
  func names(in folder: String) throws(FileProblem) -> [String]
}

/// Why a file could not be read.
package enum FileProblem: Error, Equatable, Sendable {
  case missing
  case notAFile
  case tooLarge(bytes: Int, limit: Int)
  case outside
  case denied
  case failed(code: Int32, reason: String)
  /// Something is wrong with a file that belongs to the one that was asked for.
  case within(name: String, reason: String)
}

extension FileProblem {
  /// `2.0 MiB`.
  private static func size(_ bytes: Int) -> String {
    let tenths = (bytes * 10 + 524_288) / 1_048_576
    return tenths == 0 ? "\(bytes) bytes" : "\(tenths / 10).\(tenths % 10) MiB"
  }

  /// In words.
  package var reason: String {
    switch self {
    case .missing: "there is no such file"
    case .notAFile: "it is not a regular file"
    case .tooLarge(let bytes, let limit):
      "it has \(Self.size(bytes)), but a file of this kind may have at most \(Self.size(limit))"
    case .outside: "it is outside the workspace"
    case .denied: "permission denied"
    case .failed(_, let reason): reason
    case .within(let name, let reason): "`\(name)` cannot be read: \(reason)"
    }
  }
}

/// Folders where only the paths of files are known.
package enum FolderNames {
  /// What stands right below a folder, in order of bytes.
  package static func names(
    in folder: String, among paths: some Sequence<String>
  ) throws(FileProblem) -> [String] {
    let prefix = folder + "/"
    var names: Set<String> = []
    for path in paths {
      guard let rest = path.rest(behind: prefix) else { continue }
      names.insert(String(Substring(rest.utf8.prefix { $0 != UInt8(ascii: "/") })))
    }
    if names.isEmpty { throw .missing }
    return names.sorted { $0.precedes($1) }
  }
}

/// Files in memory: for tests, and for those that lie in a bundle.
package struct MemoryFiles: FileReader {
  package var files: [String: [UInt8]]

  package init(_ files: [String: [UInt8]] = [:]) { self.files = files }

  package init(texts: [String: String]) { self.files = texts.mapValues { Array($0.utf8) } }

  package func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    guard let bytes = files[path] else { throw .missing }
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    return bytes
  }

  package func names(in folder: String) throws(FileProblem) -> [String] {
    try FolderNames.names(in: folder, among: files.keys)
  }
}
