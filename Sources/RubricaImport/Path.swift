internal import RubricaSource

/// Relative paths with `/`, as text.
enum Path {
  /// The part behind the last dot of the file's name, in lower case.
  static func ending(_ path: String) -> String {
    let last = name(path)
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return "" }
    return last[last.index(after: dot)...].lowercased()
  }

  /// The file's name without folder and ending.
  static func stem(_ path: String) -> String {
    let last = name(path)
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
    return String(last[..<dot])
  }

  static func name(_ path: String) -> String {
    path.fileName ?? ""
  }

  /// The folder of a file, without the last slash; empty for none.
  static func folder(_ path: String) -> String {
    guard let slash = path.lastSlash else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// `path` as seen from `folder`, without `.` and `..` where they can be resolved.
  static func join(_ folder: String, _ path: String) -> String {
    let isAbsolute = path.hasPrefix("/") || (folder.hasPrefix("/") && !path.hasPrefix("/"))
    let whole = path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }

  /// A destination's file, without a query, and what stands behind its `#`. By bytes: with the sign
  /// behind it, a `#` may be another character.
  static func parts(of destination: String) -> (file: String, fragment: String?) {
    let parts = destination.utf8.split(
      separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
    let file = parts[0].prefix { $0 != UInt8(ascii: "?") }
    return (String(Substring(file)), parts.count > 1 ? String(Substring(parts[1])) : nil)
  }

  /// Whether a destination leads out of the documents: a scheme, or a host.
  static func isRemote(_ destination: String) -> Bool {
    if destination.hasPrefix("//") { return true }
    let scheme = destination.utf8.prefix {
      (97...122).contains($0 | 0x20) || (43...57).contains($0)
    }
    return scheme.count > 1 && scheme.endIndex < destination.utf8.endIndex
      && destination.utf8[scheme.endIndex] == UInt8(ascii: ":")
      && !scheme.contains(UInt8(ascii: "/"))
  }
}
