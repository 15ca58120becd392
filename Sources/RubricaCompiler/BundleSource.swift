internal import RubricaModel
internal import RubricaSource

/// `source.txt` of a bundle: the texts that it was compiled from, so that a later version can be
/// compared with it. See docs/formats/source.md.
///
/// The texts themselves, and not the model that was made of them: they are at hand, need no second
/// format that grows with the language, and a newer compiler reads more out of them.
package enum BundleSource {
  package static let path = "source.txt"
  private static let magic = "rubrica source 1\n"

  static func make(_ guideline: Guideline, folder: String, display: String) -> Artifact {
    let files = guideline.sources.files.dropFirst()
    var bytes = Array(magic.utf8)
    bytes.reserveCapacity(files.reduce(256) { $0 + $1.bytes.count + 64 })
    for file in files {
      bytes += "\(file.bytes.count) \(path(of: file, folder, display))\n".utf8
      bytes += file.bytes
      bytes.append(10)
    }
    return Artifact(path: path, type: .plainText, bytes: bytes)
  }

  /// Where a file lies from the guideline's folder on.
  static func path(of file: SourceFile, _ folder: String, _ display: String) -> String {
    relative(file.path(behind: display), to: folder)
  }

  /// Almost all files lie in the guideline's own folder.
  private static func relative(_ path: String, to folder: String) -> String {
    if let inside = path.rest(behind: folder) { return String(inside) }
    return Lowering.path(from: folder, to: path.folderPath) + (path.fileName ?? "")
  }

  /// What a `source.txt` holds: the document first. Nil if it is none, or damaged.
  package static func read(_ bytes: [UInt8]) -> [(path: String, bytes: [UInt8])]? {
    guard bytes.starts(with: magic.utf8) else { return nil }
    var files: [(path: String, bytes: [UInt8])] = []
    var place = magic.utf8.count
    while place < bytes.count {
      guard let end = bytes[place...].firstIndex(of: 10),
        let space = bytes[place..<end].firstIndex(of: 32),
        let size = Int(String(decoding: bytes[place..<space], as: UTF8.self)), size >= 0,
        let path = String(validating: bytes[(space + 1)..<end], as: UTF8.self),
        size < bytes.count - end - 1, bytes[end + 1 + size] == 10
      else { return nil }
      files.append((path, Array(bytes[(end + 1)..<(end + 1 + size)])))
      place = end + size + 2
    }
    return files.isEmpty ? nil : files
  }
}
