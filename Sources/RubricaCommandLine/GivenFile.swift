internal import RubricaFiles
internal import RubricaSource

/// A file that a command writes where people say.
enum GivenFile {
  /// Writes it whole, in the place of nothing or of a file that the same command may have written before. Refuses
  /// any other: a slip of the hand would cost a source.
  static func write(
    _ bytes: [UInt8], to path: String, inPlaceOf kind: String, _ isOfKind: ([UInt8]) -> Bool
  ) throws(Failure) {
    if !FileStamp.isAbsent(path) {
      let old: [UInt8]
      do throws(FileProblem) {
        guard FileStamp(at: path, followsLinks: false)?.kind == .file else {
          throw FileProblem.notAFile
        }
        old = try DiskFiles(root: "").read(path, limit: 1 << 28)
      } catch {
        throw Failure(error, at: path, doing: "write")
      }
      guard old.isEmpty || isOfKind(old) else {
        throw Failure(
          "`\(path)` already exists and is not a \(kind)",
          help: "Nothing was written. Name a file that does not exist yet.")
      }
    }
    do { try FileWriter.replace(path, with: bytes) } catch {
      throw Failure(error, at: path, doing: "write")
    }
  }
}
