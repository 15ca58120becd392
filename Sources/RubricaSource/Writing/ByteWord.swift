/// Up to eight bytes of a text as one number, the first of them lowest, to look at all of them at once.
///
/// Subtracting `n` from every byte of a word sets the high bit of those that were smaller than `n`; a
/// byte that borrows can make the ones above it look like hits as well. So only the first hit counts.
struct ByteWord {
  static let size = 8
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of every byte to stop at.
  struct Stops {
    fileprivate let bits: UInt64

    @inline(__always)
    var isEmpty: Bool { bits == 0 }

    /// The place of the first byte to stop at; 8 if there is none.
    @inline(__always)
    var first: Int { bits.trailingZeroBitCount / 8 }

    @inline(__always)
    static func | (left: Stops, right: Stops) -> Stops {
      Stops(bits: left.bits | right.bits)
    }
  }

  let bits: UInt64

  /// The bytes of `text` from `index` on, which is not its end; zeros behind its end.
  @inline(__always)
  init(_ text: Swift.Span<UInt8>, at index: Int) {
    let left = text.count - index
    bits = left >= Self.size ? Self.load(text, at: index) : Self.short(text, at: index, left)
  }

  @inline(__always)
  private static func load(_ text: Swift.Span<UInt8>, at index: Int) -> UInt64 {
    UInt64(
      littleEndian: unsafe text.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: index, as: UInt64.self))
  }

  /// One to seven bytes, read from both ends: where the two meet they say the same.
  @inline(__always)
  private static func short(_ text: Swift.Span<UInt8>, at index: Int, _ count: Int) -> UInt64 {
    if count >= 4 {
      return half(text, at: index) | half(text, at: index + count - 4) &<< UInt64((count - 4) * 8)
    }
    let middle = count / 2
    return UInt64(text[index]) | UInt64(text[index + middle]) &<< UInt64(middle * 8)
      | UInt64(text[index + count - 1]) &<< UInt64((count - 1) * 8)
  }

  @inline(__always)
  private static func half(_ text: Swift.Span<UInt8>, at index: Int) -> UInt64 {
    UInt64(
      UInt32(
        littleEndian: unsafe text.bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: index, as: UInt32.self)))
  }

  /// Every byte smaller than `limit`, which is at most 128.
  @inline(__always)
  func below(_ limit: UInt8) -> Stops {
    Stops(bits: (bits &- Self.ones &* UInt64(limit)) & ~bits & Self.highBits)
  }

  /// Every byte that is `byte`, whatever its bits in `ignored` say: `&` and `"` differ in one bit.
  @inline(__always)
  func equal(to byte: UInt8, ignoring ignored: UInt8 = 0) -> Stops {
    let difference = (bits ^ Self.ones &* UInt64(byte)) & ~(Self.ones &* UInt64(ignored))
    return Stops(bits: (difference &- Self.ones) & ~difference & Self.highBits)
  }
}
