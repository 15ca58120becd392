internal import Crypto

/// A SHA-256 digest.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// 32 bytes.
  package let bytes: [UInt8]

  package init(_ content: [UInt8]) { bytes = Array(SHA256.hash(data: content)) }

  /// A digest that was made before; nil unless it has 32 bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == SHA256.byteCount else { return nil }
    self.bytes = bytes
  }

  /// A digest that was written before; nil unless it has 64 lower-case hexadecimal digits.
  package init?(hex: String) {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in hex.utf8 {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      if let first = high { bytes.append(first << 4 | value) }
      high = high == nil ? value : nil
    }
    guard high == nil else { return nil }
    self.init(bytes: bytes)
  }

  private init(_ digest: SHA256.Digest) { bytes = Array(digest) }

  /// `sha256:` and 64 lower-case hexadecimal digits.
  package var description: String { "sha256:" + hex }

  /// 64 lower-case hexadecimal digits.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
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
