internal import RubricaBundle
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaSource
internal import RubricaSyntax

/// Puts the files of one signing into a folder so that a kill in between loses nothing: what is to be written
/// is noted in a hidden file first, and the next signing completes it.
struct SigningJournal {
  private static let name = ".signing.json"
  private static let limit = 64 << 20

  let folder: String

  private var path: String { "\(folder)/\(Self.name)" }

  /// Writes the files in their order, the log last: until then the others are known to nobody. After a failure
  /// none of them is there that was not before.
  func file(
    _ added: [(name: String, bytes: [UInt8])], among known: [String: [UInt8]]
  ) throws(Failure) {
    let note = JSON.object(
      added.map { ($0.name, .string(String(decoding: $0.bytes, as: UTF8.self))) })
    do { try FileWriter.replace(path, with: note.bytes) } catch {
      throw Failure(error, at: path, doing: "write")
    }
    for (place, (name, bytes)) in added.enumerated() {
      do { try FileWriter.replace("\(folder)/\(name)", with: bytes) } catch {
        for (name, _) in added[..<place] where known[name] == nil {
          Folder.remove("\(folder)/\(name)")
        }
        Folder.remove(path)
        throw Failure(error, at: "\(folder)/\(name)", doing: "write")
      }
    }
    Folder.remove(path)
  }

  /// Whether a signing was interrupted, which is finished then. Leaves it alone while somebody signs.
  func finish() throws(Failure) -> Bool {
    guard FileStamp(at: path, followsLinks: false) != nil else { return false }
    let lock: FolderLock?
    do { lock = try FolderLock(folder: folder) } catch {
      throw Failure(error, at: folder, doing: "write into")
    }
    // They may have come to their end before the lock was ours.
    guard lock != nil, FileStamp(at: path, followsLinks: false) != nil else { return false }
    let added = try noted()
    for (name, bytes) in added {
      let file = "\(folder)/\(name)"
      let present = try read(file)
      if present == bytes { continue }
      let isNext =
        name == LedgerReader.logFile
        ? Self.isNext(bytes, after: present ?? []) : present == nil
      guard isNext else { throw stale("`\(file)` has changed since then") }
      do { try FileWriter.replace(file, with: bytes) } catch {
        throw Failure(error, at: file, doing: "write")
      }
    }
    Folder.remove(path)
    return true
  }

  private func noted() throws(Failure) -> [(name: String, bytes: [UInt8])] {
    guard let bytes = try read(path), let members = try? JSONParser.parse(bytes).object() else {
      throw stale("it cannot be read")
    }
    var noted: [(name: String, bytes: [UInt8])] = []
    for member in members {
      guard let text = try? member.value.string(), !member.key.hasPrefix("."),
        !member.key.utf8.contains(UInt8(ascii: "/"))
      else { throw stale("`\(member.key)` is not a file of a sign-off") }
      noted.append((member.key, Array(text.utf8)))
    }
    return noted
  }

  private func read(_ file: String) throws(Failure) -> [UInt8]? {
    do throws(FileProblem) { return try DiskFiles(root: "").read(file, limit: Self.limit) } catch {
      guard error == .missing else { throw Failure(error, at: file, doing: "read") }
      return nil
    }
  }

  /// Whether a log is another one and one line more.
  private static func isNext(_ log: [UInt8], after earlier: [UInt8]) -> Bool {
    guard log.starts(with: earlier), log.last == 10 else { return false }
    return log[earlier.count...].dropLast().allSatisfy { $0 != 10 }
  }

  private func stale(_ reason: String) -> Failure {
    Failure(
      "a signing was interrupted and cannot be finished: \(reason)",
      help:
        "`\(path)` contains what was to be added. Read it, delete that file, and sign again."
    )
  }
}
