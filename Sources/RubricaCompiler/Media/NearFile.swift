internal import RubricaModel
internal import RubricaSource

/// The file that a path was meant for where it leads to none.
extension Lowering {
  /// So many names of a folder are looked at.
  private static let namesLookedAt = 2_000
  /// For so many files one of nearly the same name is looked for: each costs a look at every name.
  private static let filesComparedAtMost = 50

  /// One of the same name but for its capitals, its ending or its folder, else one of nearly the same name. Also
  /// from a path of Windows.
  mutating func nearFile(to path: String) -> String? {
    let parts = path.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
      .map { String(Substring($0)) }
    guard let name = parts.last, name.utf8.count <= 200 else { return nil }
    var folders: [String] = []
    let own = parts.dropLast().joined(separator: "/")
    for folder in [own, "media", ""] where !folders.contains(folder) { folders.append(folder) }
    let places = folders.map { (folder: $0, names: mediaNames(in: $0)) }
    func find(_ look: (NamesOfFolder) -> String?) -> String? {
      for place in places {
        guard let file = look(place.names) else { continue }
        return place.folder.isEmpty ? file : place.folder + "/" + file
      }
      return nil
    }
    let small = name.lowercased()
    let stem = NamesOfFolder.stem(small)
    let found =
      find { $0.exact.contains(name) ? name : nil } ?? find { $0.small[small] }
      ?? find { $0.stems[stem] }
    if let found { return found == path ? nil : found }
    guard filesCompared < Self.filesComparedAtMost else { return nil }
    let names = places.flatMap { $0.names.all }
    if !names.isEmpty { filesCompared += 1 }
    guard let near = Suggestion.nearest(to: name, among: names) else { return nil }
    return find { $0.exact.contains(near) ? near : nil }
  }

  /// Pictures and recordings in a folder of the guideline.
  private mutating func mediaNames(in inner: String) -> NamesOfFolder {
    if let known = folderNames[inner] { return known }
    var names: [String] = []
    if let place = Self.resolve(inner.isEmpty ? "." : inner, in: folder) {
      let found = (try? files.names(in: place)) ?? []
      names = found.prefix(Self.namesLookedAt).filter { MediaType(fileName: $0) != .unknown }
    }
    let made = NamesOfFolder(names)
    folderNames[inner] = made
    return made
  }
}

/// The names of the pictures and recordings in a folder, and the first of those that are the same but for
/// their capitals, or for their ending too.
struct NamesOfFolder {
  let all: [String]
  let exact: Set<String>
  private(set) var small: [String: String] = [:]
  private(set) var stems: [String: String] = [:]

  init(_ names: [String]) {
    all = names
    exact = Set(names)
    for name in names {
      let lowercased = name.lowercased()
      if small[lowercased] == nil { small[lowercased] = name }
      let stem = Self.stem(lowercased)
      if stems[stem] == nil { stems[stem] = name }
    }
  }

  static func stem(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return name }
    return String(name[..<dot])
  }
}
