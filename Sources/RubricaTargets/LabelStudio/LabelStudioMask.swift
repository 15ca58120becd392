internal import RubricaModel

/// A mask in the form in which the editor stores what was painted: the bytes of a picture with four
/// channels (red, green, blue, opacity), run by run, in a stream of bits. It is the format `rle-pack`
/// with words of 8 bits and run lengths of 3, 4, 8 and 16 bits.
struct LabelStudioMask {
  private(set) var bytes: [UInt8] = []
  private var pending: UInt8 = 0
  private var count = 0

  init(_ mask: Mask) {
    write(mask.width * mask.height * 4, bits: 32)
    write(7, bits: 5)
    for size in [3, 4, 8, 16] { write(size - 1, bits: 4) }
    var start = 0
    for (place, end) in mask.ends.enumerated() {
      writeRun((end - start) * 4, of: place.isMultiple(of: 2) ? 0 : 255)
      start = end
    }
    while count > 0 { write(0, bits: 1) }
  }

  private mutating func writeRun(_ length: Int, of value: Int) {
    var rest = length
    while rest > 0 {
      let part = min(rest, 1 << 16)
      let size = part <= 8 ? (0, 3) : part <= 16 ? (1, 4) : part <= 256 ? (2, 8) : (3, 16)
      write(1, bits: 1)
      write(size.0, bits: 2)
      write(part - 1, bits: size.1)
      write(value, bits: 8)
      rest -= part
    }
  }

  /// The highest bit first.
  private mutating func write(_ value: Int, bits: Int) {
    for bit in stride(from: bits - 1, through: 0, by: -1) {
      pending = pending << 1 | UInt8(value >> bit & 1)
      count += 1
      if count == 8 {
        bytes.append(pending)
        pending = 0
        count = 0
      }
    }
  }
}
