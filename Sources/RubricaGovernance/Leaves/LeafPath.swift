internal import RubricaBundle
internal import RubricaModel

/// Paths of leaves: segments joined by `/`.
package enum LeafPath {
  /// A path of the author's, as of a picture, or an id with slashes: several segments.
  static func segments(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).map { LeafSegment.of(String($0)) }
      .joined(separator: "/")
  }

  /// The segment of something that has no id: known by what it says.
  static func segment(saying text: [UInt8]) -> String {
    "~" + Digest(text).description.dropFirst("sha256:".count).prefix(12)
  }

  /// `maximumLength` is `maximum-length`, `isRequired` is `required`.
  static func segment(ofField name: String) -> String {
    var bytes: [UInt8] = []
    var rest = name.utf8[...]
    if name.hasPrefix("is"), let third = rest.dropFirst(2).first,
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(third)
    {
      rest = rest.dropFirst(2)
    }
    for byte in rest {
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
        bytes.append(byte | 0x20)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The order of bytes, less than 0 if `path` comes first and 0 if they are the same: for Swift, texts are
  /// equal that only look alike.
  static func order(_ path: String, _ other: String) -> Int {
    let (path, other) = (path.utf8.span, other.utf8.span)
    for place in 0..<min(path.count, other.count) where path[place] != other[place] {
      return Int(path[place]) - Int(other[place])
    }
    return path.count - other.count
  }

  /// The place of the first of `parts`, which are in order, whose path does not come before `path`.
  static func firstPlace<Part>(
    from path: String, in parts: [Part], _ pathOf: (Part) -> String
  ) -> Int {
    var (low, high) = (0, parts.count)
    while low < high {
      let middle = (low + high) / 2
      if order(pathOf(parts[middle]), path) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether `path` is `prefix` or lies below it.
  package static func isBelow(_ prefix: String, _ path: String) -> Bool {
    guard path.utf8.starts(with: prefix.utf8) else { return false }
    let rest = path.utf8.dropFirst(prefix.utf8.count)
    return rest.isEmpty || rest.first == UInt8(ascii: "/")
  }

  /// The first segments that there are, in the order in which they are told.
  package static let roots = [
    "guideline", "layers", "escapes", "groups", "labels", "precedence", "doubt", "rules",
    "examples", "entries", "prose", "arrangement", "media", "base", "translations", "governance",
    "suppressions", "workspace",
  ]

  /// The second segments of a first one, where they are not ids. Those of `governance` are the keys of
  /// its file.
  package static let branches: [String: [String]] = [
    "entries": ["term", "question", "step", "check", "change"],
    "workspace": ["organisation", "targets", "checks", "checklist", "templates"],
    "precedence": ["audience"], "doubt": ["label"], "arrangement": [], "base": [],
  ]
}
