internal import RubricaFiles
internal import RubricaSignature
internal import RubricaSource

/// A file with public keys, one a line.
enum PublicKeyFile {
  static func read(_ path: String) throws(Failure) -> [PublicKey] {
    let bytes: [UInt8]
    do { bytes = try DiskFiles.readGiven(path, limit: 1 << 20) } catch {
      throw Failure(error, at: path, doing: "read")
    }
    var keys: [PublicKey] = []
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      guard !line.hasPrefix("#"), line.contains(where: { $0 != " " }) else { continue }
      do { keys.append(try PublicKey(line: line.utf8)) } catch {
        throw Failure(
          "`\(path)` is not a file of public keys: \(error.message)",
          help: "Give the `.pub` file of the key, not the private one.")
      }
    }
    guard !keys.isEmpty else { throw Failure("`\(path)` contains no public key") }
    return keys
  }
}
