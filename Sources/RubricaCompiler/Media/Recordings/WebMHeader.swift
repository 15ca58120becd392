/// WebM and Matroska: elements in elements (RFC 8794, RFC 9559). Those about the whole come first.
enum WebMHeader {
  private enum ID {
    static let file = 0x1A45_DFA3
    static let segment = 0x1853_8067
    static let about = 0x1549_A966
    static let scale = 0x2A_D7B1
    static let duration = 0x4489
  }

  /// Seconds; nil for what was recorded without a length, as browsers do.
  static func duration(_ bytes: [UInt8]) -> Double? {
    let all = bytes.indices
    guard bytes.big(0, 4) == ID.file, let segment = element(ID.segment, bytes, in: all),
      let about = element(ID.about, bytes, in: segment),
      let written = element(ID.duration, bytes, in: about),
      let ticks = fraction(bytes, written)
    else { return nil }
    let scale = element(ID.scale, bytes, in: about).flatMap { bytes.big($0.lowerBound, $0.count) }
    // Nanoseconds a tick.
    let seconds = ticks * Double(scale ?? 1_000_000) / 1e9
    return seconds.isFinite && seconds > 0 ? seconds : nil
  }

  private static func fraction(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
    guard let bits = bytes.big(range.lowerBound, range.count) else { return nil }
    return switch range.count {
    case 4: Double(Float(bitPattern: UInt32(bits)))
    case 8: Double(bitPattern: UInt64(bits))
    default: nil
    }
  }

  /// What is in the first element of a kind. One without a size, and one that is cut off, goes to the end.
  private static func element(_ id: Int, _ bytes: [UInt8], in range: Range<Int>) -> Range<Int>? {
    var place = range.lowerBound
    while place < range.upperBound {
      guard let name = number(bytes, place, longest: 4),
        let size = number(bytes, place + name.length, longest: 8)
      else { return nil }
      let start = place + name.length + size.length
      guard start <= range.upperBound else { return nil }
      let isOpen = size.value == 1 << (7 * size.length) - 1
      let end = isOpen ? range.upperBound : start + min(size.value, range.upperBound - start)
      // Names are written with the bit that tells their length.
      if name.value | 1 << (7 * name.length) == id { return start..<end }
      place = end
    }
    return nil
  }

  /// A number that tells by its first bits how many bytes it has.
  private static func number(
    _ bytes: [UInt8], _ place: Int, longest: Int
  ) -> (value: Int, length: Int)? {
    guard place < bytes.count else { return nil }
    let length = bytes[place].leadingZeroBitCount + 1
    guard length <= longest, let written = bytes.big(place, length) else { return nil }
    return (written & (1 << (7 * length) - 1), length)
  }
}
