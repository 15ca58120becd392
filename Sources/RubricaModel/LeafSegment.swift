package import RubricaSource

/// Parts of the paths by which the leaves of a guideline are known: those of sign-offs, and those that
/// a checklist asks for.
package enum LeafSegment {
  /// An id as one segment: what would end a segment, stand for any, or not be seen is escaped as in
  /// addresses (`%2F`), and so is `~`, with which the segments begin that the compiler makes.
  package static func of(_ id: String) -> String {
    if id.isEmpty { return "~" }
    if id.utf8.allSatisfy({ !isEscaped($0) }) { return id }
    var bytes: [UInt8] = []
    for byte in id.utf8 {
      if isEscaped(byte) {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What an entry of a list in governance.yaml goes by, so that one that is put before others changes
  /// none of them; nil for one without such a key.
  package static func name(ofEntry entry: DataNode) -> String? {
    names.lazy.compactMap { entry[$0]?.text?.value }.first
  }

  private static let names = ["id", "role", "metric", "item"]
  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "*")
      || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "~")
  }
}
