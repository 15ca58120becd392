internal import RubricaFiles
internal import RubricaSource

/// The folder of a workspace, as it is reached from the current folder: the nearest one with a rubrica.yaml, at or
/// above a guideline, wherever the command was run.
struct WorkspaceRoot: Sendable {
  /// What stands before paths of the workspace to open them; empty for the current folder.
  let path: String
  /// Where the path that was given ended and the search went on above it; nil if the root is within that path.
  private let climb: Climb?

  private struct Climb: Sendable {
    var start: String
    /// The folders from the root down to `start`.
    var folders: [Substring]
  }

  /// A folder that is the root itself.
  init(_ path: String) {
    self.path = path
    climb = nil
  }

  /// The nearest folder with settings, at or above `folder`; nil if there is none.
  static func find(above folder: String) -> WorkspaceRoot? {
    var place = folder
    while true {
      if hasSettings(place) { return WorkspaceRoot(place) }
      guard let above = parent(of: place) else { break }
      place = above
    }
    guard let real = Folder.realPath(place.isEmpty ? "." : place) else { return nil }
    var above = real.split(separator: "/")
    var folders: [Substring] = []
    var path = place
    while let last = above.popLast() {
      folders.insert(last, at: 0)
      path = WorkspaceLocation.join(path, "..")
      if hasSettings(path) {
        return WorkspaceRoot(path: path, climb: Climb(start: place, folders: folders))
      }
    }
    return nil
  }

  private init(path: String, climb: Climb?) {
    self.path = path
    self.climb = climb
  }

  /// Whether there is a rubrica.yaml, readable or not.
  static func hasSettings(_ folder: String) -> Bool {
    !FileStamp.isAbsent(WorkspaceLocation.join(folder, WorkspaceLocation.settingsName))
  }

  /// The folder above by what is written; nil if that does not say it.
  private static func parent(of path: String) -> String? {
    guard !path.isEmpty, path != ".." && !path.hasSuffix("/..") else { return nil }
    guard let slash = path.lastSlash else { return "" }
    if slash == path.startIndex { return path == "/" ? nil : "/" }
    return String(path[..<slash])
  }

  /// A path that was given, told from the root.
  func relative(_ given: String) -> String {
    guard let climb else { return Self.rest(given, below: path) }
    let rest = Self.rest(given, below: climb.start)
    return WorkspaceLocation.join(climb.folders.joined(separator: "/"), rest)
  }

  private static func rest(_ given: String, below folder: String) -> String {
    var rest = given.rest(behind: folder) ?? given[...]
    while let behind = rest.rest(behind: "/") { rest = behind }
    while let behind = rest.rest(behind: "./") { rest = behind }
    return rest == "." ? "" : String(rest)
  }

  /// A path below the root as people open it from where they are: not up to the root and down again.
  func shown(_ name: String) -> String {
    guard let climb, let inside = name.rest(behind: path + "/") else { return name }
    let parts = inside.split(separator: "/")
    let common = zip(parts, climb.folders).prefix { $0 == $1 }.count
    let up = Array(repeating: Substring(".."), count: climb.folders.count - common)
    let rest = (up + parts.dropFirst(common)).joined(separator: "/")
    let shown = WorkspaceLocation.join(climb.start, rest)
    return shown.isEmpty ? "." : shown
  }
}

extension WorkspaceLocation {
  /// Stands before the names of files while they are compiled; empty or ending in `/`.
  var display: String { Self.join(root.path, "x").dropLast().description }

  /// The path of a file or folder of the workspace, as people open it.
  func path(_ relative: String) -> String { root.shown(Self.join(root.path, relative)) }

  /// The same files under the names that people open them by.
  func shown(_ sources: Sources) -> Sources {
    guard sources.files.contains(where: { root.shown($0.name) != $0.name }) else { return sources }
    return Sources(sources.files.map { SourceFile(name: root.shown($0.name), bytes: $0.bytes) })
  }
}
