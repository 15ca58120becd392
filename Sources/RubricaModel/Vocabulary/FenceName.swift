/// What the first line of a fenced block says that is read as data.
package enum FenceName {
  package static let record = "yaml expected"
  package static let label = "yaml label"

  /// What a first line says, in lower case, with single blanks.
  package static func normalised(_ info: String) -> String {
    var before: UInt8 = 32
    let isPlain = info.utf8.allSatisfy { byte in
      defer { before = byte }
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == 32 && before != 32
    }
    if isPlain, before != 32 { return info }
    return info.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      .joined(separator: " ").lowercased()
  }
}
