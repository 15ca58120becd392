package import RubricaSource
internal import Synchronization

/// Files as they were at one revision of a repository, read through the `git` program.
package final class GitFiles: FileReader {
  /// As the user named it.
  package let revision: String
  /// Every file of the revision, from the top of the repository, sorted by bytes.
  package let paths: [String]
  private let known: Set<String>
  private let program: Mutex<Subprocess>

  /// Why a revision could not be opened.
  package enum Problem: Error, Equatable {
    case noGit
    case noRepository
    case unknownRevision
    case failed(String)
  }

  package init(folder: String, revision: String) throws(Problem) {
    guard !revision.isEmpty, !revision.hasPrefix("-"), !revision.utf8.contains(where: { $0 < 32 })
    else { throw .unknownRevision }
    let git = Self.git(folder)
    let top = try Self.run(git + ["rev-parse", "--show-toplevel"])
    guard top.code == 0 else { throw .noRepository }
    let root = Self.git(Self.line(top.output))
    let found = try Self.run(
      git + ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
    guard found.code == 0 else { throw .unknownRevision }
    let commit = Self.line(found.output)
    let listing = try Self.run(root + ["ls-tree", "-r", "-z", "--name-only", commit])
    guard listing.code == 0 else {
      throw .failed("`git ls-tree` failed with exit code \(listing.code)")
    }
    guard let program = Subprocess(root + ["cat-file", "--batch"]) else { throw .noGit }
    self.revision = revision
    self.commit = commit
    paths = listing.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      .sorted { $0.precedes($1) }
    known = Set(paths)
    self.program = Mutex(program)
  }

  private let commit: String

  /// Where a folder of the disk lies, from the top of its repository; empty or ending in `/`.
  package static func prefix(of folder: String) throws(Problem) -> String {
    let result = try run(git(folder) + ["rev-parse", "--show-prefix"])
    guard result.code == 0 else { throw .noRepository }
    return line(result.output)
  }

  package func has(_ path: String) -> Bool { known.contains(path) }

  package func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    guard known.contains(path), !path.utf8.contains(10) else { throw .missing }
    let lost = FileProblem.failed(code: 0, reason: "`git cat-file` gave no answer")
    let answer = program.withLock { program -> Result<[UInt8], FileProblem> in
      guard program.write(Array("\(commit):\(path)\n".utf8)), let head = program.readLine() else {
        return .failure(lost)
      }
      let words = head.split(separator: 32)
      guard words.count == 3, words[1].elementsEqual("blob".utf8),
        let size = Int(String(decoding: words[2], as: UTF8.self))
      else { return .failure(.notAFile) }
      // A line feed stands behind the bytes.
      guard size <= limit else {
        return .failure(
          program.skip(size + 1) ? .tooLarge(bytes: size, limit: limit) : lost)
      }
      guard let bytes = program.read(size + 1) else { return .failure(lost) }
      return .success(Array(bytes.dropLast()))
    }
    return try answer.get()
  }

  package func names(in folder: String) throws(FileProblem) -> [String] {
    try FolderNames.names(in: folder, among: paths)
  }

  private static func git(_ folder: String) -> [String] {
    ["git", "-C", folder.isEmpty ? "." : folder]
  }

  private static func run(_ arguments: [String]) throws(Problem) -> (code: Int, output: [UInt8]) {
    guard let result = Subprocess.output(of: arguments), result.code != 127 else { throw .noGit }
    return result
  }

  private static func line(_ output: [UInt8]) -> String {
    var bytes = output[...]
    while bytes.last == 10 || bytes.last == 13 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
