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
    guard let high = half(digits, at: start), let low = half(digits, at: start + 8) else {
      return nil
    }
    return high << 32 | low
  }

  /// Of eight digits, all of them at once: a digit a byte.
  private static func half(_ digits: Span<UInt8>, at start: Int) -> UInt64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let ascii = UInt64(
      bigEndian: unsafe digits.bytes.unsafeLoadUnaligned(
        fromByteOffset: start, as: UInt64.self))
    // Letters have a bit that numbers do not have; `a` ends in 1 and stands for 10.
    let isLetter = ascii >> 6 & ones
    let values = (ascii & (ones &* 15)) &+ isLetter &* 9
    let isTenOrMore = (values &+ ones &* 6) >> 4 & ones
    let written = values &+ ones &* UInt64(UInt8(ascii: "0")) &+ isLetter &* 39
    guard written == ascii, isTenOrMore == isLetter, values & (ones &* 16) == 0 else { return nil }
    // Pairs of them to bytes, pairs of these, and pairs of these.
    let bytes = (values | values >> 4) & 0x00FF_00FF_00FF_00FF
    let pairs = (bytes | bytes >> 8) & 0x0000_FFFF_0000_FFFF
    return (pairs | pairs >> 16) & 0xFFFF_FFFF
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
  package var description: String { digits(behind: "sha256:") }

  /// 64 lower-case hexadecimal digits.
  package var hex: String { digits(behind: "") }

  private func digits(behind name: String) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(name.utf8.count + 64)
    digits.append(contentsOf: name.utf8)
    appendHex(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// Appends the same as ASCII.
  package func appendHex(to digits: inout [UInt8]) {
    for place in 0..<4 {
      var rest = words[place]
      for _ in 0..<16 {
        digits.append(Hexadecimal.digit(UInt8(truncatingIfNeeded: rest >> 60)))
        rest <<= 4
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
