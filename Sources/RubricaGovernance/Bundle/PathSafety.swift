/// Paths that stay inside of the folder that they are relative to, on every system.
package enum PathSafety {
  package static func isSafe(_ path: String) -> Bool {
    guard !path.isEmpty, path.utf8.count <= 1000 else { return false }
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && scalar.value != 0x7F && scalar != "\\" && scalar != ":"
        && !scalar.properties.isBidiControl
    }
    guard isPlain else { return false }
    // By bytes, as a file system cuts it: with an accent behind it, a slash is another character.
    let slash = UInt8(ascii: "/")
    return path.utf8.split(separator: slash, omittingEmptySubsequences: false).allSatisfy { part in
      let segment = Substring(part)
      return !segment.isEmpty && segment != "." && segment != ".." && segment.last != "."
        && segment.last != " "
    }
  }
}
