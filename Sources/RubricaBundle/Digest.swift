internal import Crypto

/// A SHA-256 digest. There are many of them in every sign-off, so it is a value without an allocation.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// The 32 bytes, eight a word, the first the most significant.
  private let words: SIMD4<UInt64>

  package init(_ content: [UInt8]) { self.init(SHA256.hash(data: content)) }

  /// A digest that was made before; nil unless it has 32 bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == SHA256.byteCount else { return nil }
    self.init(all: bytes)
  }

  /// A digest that was written before; nil unless it has 64 lower-case hexadecimal digits.
  package init?(hex: String) { self.init(hex: hex.utf8.span) }

  /// The same from ASCII.
  package init?(hex digits: Span<UInt8>) {
    guard digits.count == 64, let first = Self.word(digits, at: 0),
      let second = Self.word(digits, at: 16), let third = Self.word(digits, at: 32),
      let fourth = Self.word(digits, at: 48)
    else { return nil }
    words = SIMD4(first, second, third, fourth)
  }

  /// Of 16 digits.
  private static func word(_ digits: Span<UInt8>, at start: Int) -> UInt64? {
    var word: UInt64 = 0
    for place in start..<start + 16 {
      let number = digits[place] &- UInt8(ascii: "0")
      let letter = digits[place] &- UInt8(ascii: "a")
      guard number < 10 || letter < 6 else { return nil }
      word = word << 4 | UInt64(number < 10 ? number : letter + 10)
    }
    return word
  }

  private init(_ digest: SHA256.Digest) { self.init(all: digest) }

  private init(all bytes: some Sequence<UInt8>) {
    var rest = bytes.makeIterator()
    func word() -> UInt64 {
      var word: UInt64 = 0
      for _ in 0..<8 { word = word << 8 | UInt64(rest.next() ?? 0) }
      return word
    }
    words = SIMD4(word(), word(), word(), word())
  }

  /// 32 bytes.
  package var bytes: [UInt8] {
    (0..<SHA256.byteCount).map { UInt8(truncatingIfNeeded: words[$0 / 8] >> (56 - 8 * ($0 % 8))) }
  }

  /// `sha256:` and 64 lower-case hexadecimal digits.
  package var description: String { "sha256:" + hex }

  /// 64 lower-case hexadecimal digits.
  package var hex: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    appendHex(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// Appends the same as ASCII.
  package func appendHex(to digits: inout [UInt8]) {
    for place in 0..<4 {
      var word = words[place]
      for _ in 0..<16 {
        word = word << 4 | word >> 60
        let digit = UInt8(truncatingIfNeeded: word & 15)
        digits.append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
      }
    }
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
