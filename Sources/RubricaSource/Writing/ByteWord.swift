/// Up to eight bytes of a text as one number, the first of them lowest, to look at all of them at once.
///
/// Adding to or subtracting from every byte of a word sets the high bit of those that are looked for; a
/// byte that borrows can make the ones above it look like hits as well. So only the first hit counts.
struct ByteWord {
  static let size = 8
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of every byte to stop at. Bytes to stop at are ASCII, so those that have a high bit of
  /// their own are no hits.
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

  static var blanks: ByteWord { ByteWord(bits: ones &* UInt64(UInt8(ascii: " "))) }

  /// The bytes of `text` from `index` on, which is not its end; zeros behind its end.
  @inline(__always)
  init(_ text: Swift.Span<UInt8>, at index: Int) {
    let left = text.count - index
    if left >= Self.size {
      bits = Self.load(text, at: index)
    } else if text.count >= Self.size {
      // The last eight, without those before the place.
      bits = Self.load(text, at: text.count - Self.size) &>> UInt64((Self.size - left) * 8)
    } else {
      bits = Self.short(text, at: index, left)
    }
  }

  /// One to eight bytes of our own.
  @inline(__always)
  init(_ text: StaticString) {
    var bits: UInt64 = 0
    for place in 0..<text.utf8CodeUnitCount {
      bits |= UInt64(unsafe text.utf8Start[place]) &<< UInt64(place * 8)
    }
    self.bits = bits
  }

  @inline(__always)
  init(bits: UInt64) { self.bits = bits }

  /// How many bytes it holds, of text in which there are no zeros.
  @inline(__always)
  var length: Int { Self.size &- bits.leadingZeroBitCount / 8 }

  /// How many bytes go on a scalar of UTF-8 rather than begin one: those that begin with the bits 10.
  @inline(__always)
  var continuations: Int { (bits & ~(bits &<< 1) & Self.highBits).nonzeroBitCount }

  @inline(__always)
  subscript(place: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits &>> UInt64(place &* 8)) }

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
  func below(_ limit: UInt8) -> Stops { stops(bits &- Self.ones &* UInt64(limit)) }

  /// Every byte that is smaller than `limit` once `bit` of it is turned over.
  @inline(__always)
  func below(_ limit: UInt8, turning bit: UInt8) -> Stops {
    stops((bits ^ Self.ones &* UInt64(bit)) &- Self.ones &* UInt64(limit))
  }

  /// Every byte that is `byte`, whatever its bits in `ignored` say: `&` and `"` differ in one bit.
  @inline(__always)
  func equal(to byte: UInt8, ignoring ignored: UInt8 = 0) -> Stops {
    let kept = bits & ~(Self.ones &* UInt64(ignored))
    return stops((kept ^ Self.ones &* UInt64(byte & ~ignored)) &- Self.ones)
  }

  /// Every byte that is 127.
  @inline(__always)
  var deletes: Stops { stops((bits & ~Self.highBits) &+ Self.ones) }

  @inline(__always)
  private func stops(_ marked: UInt64) -> Stops { Stops(bits: marked & ~bits & Self.highBits) }
}
