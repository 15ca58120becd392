internal import RubricaFiles

/// A folder of sign-offs that nobody else files anything into until this is dropped.
final class HeldLog {
  private let lock: FolderLock?

  init(_ folder: String) throws(Failure) {
    do { lock = try FolderLock(folder: folder) } catch {
      throw Failure(error, at: folder, doing: "write into")
    }
    guard lock != nil else {
      throw Failure(
        "somebody else is signing or releasing in `\(folder)`",
        help: "Try again when that has finished.")
    }
  }
}
