internal import RubricaModel
internal import RubricaSource

/// The file that a path was meant for where it leads to none.
extension Lowering {
  /// So many names of a folder are looked at.
  private static let namesLookedAt = 2_000

  /// One of the same name but for its capitals, its ending or its folder, else one of nearly the same name. Also
  /// from a path of Windows.
  mutating func nearFile(to path: String) -> String? {
    let parts = path.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
      .map { String(Substring($0)) }
    guard let name = parts.last, name.utf8.count <= 200 else { return nil }
    var folders: [String] = []
    let own = parts.dropLast().joined(separator: "/")
    for folder in [own, "media", ""] where !folders.contains(folder) { folders.append(folder) }
    let files = folders.flatMap { folder in
      mediaNames(in: folder).map { (name: $0, path: folder.isEmpty ? $0 : folder + "/" + $0) }
    }
    let small = name.lowercased()
    let stem = Self.stem(small)
    let found =
      files.first { $0.name == name } ?? files.first { $0.name.lowercased() == small }
      ?? files.first { Self.stem($0.name.lowercased()) == stem }
    if let found { return found.path == path ? nil : found.path }
    guard let near = Suggestion.nearest(to: name, among: files.map(\.name)) else { return nil }
    return files.first { $0.name == near }?.path
  }

  /// Pictures and recordings in a folder of the guideline.
  private mutating func mediaNames(in inner: String) -> [String] {
    if let known = folderNames[inner] { return known }
    var names: [String] = []
    if let place = Self.resolve(inner.isEmpty ? "." : inner, in: folder) {
      let found = (try? files.names(in: place)) ?? []
      names = found.prefix(Self.namesLookedAt).filter { MediaType(fileName: $0) != .unknown }
    }
    folderNames[inner] = names
    return names
  }

  private static func stem(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return name }
    return String(name[..<dot])
  }
}
