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

    /// The place of the first byte to stop at; 8 if there is none.
    @inline(__always)
    var first: Int { bits.trailingZeroBitCount / 8 }

    @inline(__always)
    static func | (left: Stops, right: Stops) -> Stops {
      Stops(bits: left.bits | right.bits)
    }
  }

  let bits: UInt64

  /// The bytes of `text` from `index` on; what is behind its end is not said.
  @inline(__always)
  init(_ text: Swift.Span<UInt8>, at index: Int) {
    let left = text.count - index
    if left >= Self.size {
      bits = Self.load(text, at: index)
    } else if text.count >= Self.size {
      // The last eight bytes, without those that were looked at before.
      bits = Self.load(text, at: text.count - Self.size) >> UInt64((Self.size - left) * 8)
    } else {
      var bits: UInt64 = 0
      for place in stride(from: text.count - 1, through: index, by: -1) {
        bits = bits << 8 | UInt64(text[place])
      }
      self.bits = bits
    }
  }

  @inline(__always)
  private static func load(_ text: Swift.Span<UInt8>, at index: Int) -> UInt64 {
    UInt64(
      littleEndian: unsafe text.bytes.unsafeLoadUnaligned(
        fromByteOffset: index, as: UInt64.self))
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
