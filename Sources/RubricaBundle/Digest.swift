internal import Crypto

/// A SHA-256 digest.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  private let bytes: [UInt8]

  package init(_ content: [UInt8]) { bytes = Array(SHA256.hash(data: content)) }

  private init(_ digest: SHA256.Digest) { bytes = Array(digest) }

  /// `sha256:` and 64 lower-case hexadecimal digits.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    var text = Array("sha256:".utf8)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A digest over several named contents. Names and sizes are part of it, so that moving a byte
  /// from one content to the next changes it.
  package struct Hasher {
    private var hash = SHA256()

    package init() {}

    package mutating func add(name: String, _ content: [UInt8]) {
      let head = "\(name.utf8.count):\(name):\(content.count):"
      hash.update(data: Array(head.utf8))
      hash.update(data: content)
    }

    package func finish() -> Digest { Digest(hash.finalize()) }
  }
}
