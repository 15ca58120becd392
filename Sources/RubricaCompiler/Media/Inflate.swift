/// Unpacks a zlib stream (RFC 1950, RFC 1951), as PNG holds it. Nil if it is damaged, or would be
/// longer than expected.
struct Inflate {
  private let input: [UInt8]
  private var place: Int
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0
  private var output: [UInt8] = []
  private let limit: Int

  /// `limit` is the number of bytes that are expected.
  static func unpack(_ input: [UInt8], limit: Int) -> [UInt8]? {
    guard input.count > 2, input[0] & 0x0F == 8, input[1] & 0x20 == 0 else { return nil }
    var stream = Inflate(input: input, place: 2, limit: limit)
    return stream.run() ? stream.output : nil
  }

  private init(input: [UInt8], place: Int, limit: Int) {
    self.input = input
    self.place = place
    self.limit = limit
    output.reserveCapacity(min(limit, 1 << 24))
  }

  private mutating func run() -> Bool {
    while true {
      guard let isLast = take(1), let kind = take(2) else { return false }
      switch kind {
      case 0: guard copyStored() else { return false }
      case 1: guard unpack(Self.fixedLengths, Self.fixedDistances) else { return false }
      case 2:
        guard let codes = readCodes(), unpack(codes.lengths, codes.distances) else { return false }
      default: return false
      }
      if isLast == 1 { return output.count == limit }
    }
  }

  /// The lowest bits first.
  private mutating func take(_ count: UInt32) -> Int? {
    while bitCount < count {
      guard place < input.count else { return nil }
      bits |= UInt32(input[place]) << bitCount
      place += 1
      bitCount += 8
    }
    let value = bits & (1 << count - 1)
    bits >>= count
    bitCount -= count
    return Int(value)
  }

  private mutating func copyStored() -> Bool {
    place -= Int(bitCount / 8)
    bits = 0
    bitCount = 0
    guard place + 4 <= input.count else { return false }
    let count = Int(input[place]) | Int(input[place + 1]) << 8
    place += 4
    guard place + count <= input.count, output.count + count <= limit else { return false }
    output.append(contentsOf: input[place..<place + count])
    place += count
    return true
  }

  // MARK: Codes

  /// A canonical Huffman code: how many symbols there are of each length, and the symbols in order.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int]

    init(_ lengths: [Int]) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      var offsets = [Int](repeating: 0, count: 16)
      for length in 1..<15 { offsets[length + 1] = offsets[length] + counts[length] }
      symbols = [Int](repeating: 0, count: lengths.count)
      for (symbol, length) in lengths.enumerated() where length > 0 {
        symbols[offsets[length]] = symbol
        offsets[length] += 1
      }
    }
  }

  private mutating func symbol(_ code: Code) -> Int? {
    var (value, first, index) = (0, 0, 0)
    for length in 1...15 {
      guard let bit = take(1) else { return nil }
      value |= bit
      let count = code.counts[length]
      if value - first < count { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    return nil
  }

  private static let fixedLengths = Code(
    [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112)
      + [Int](repeating: 7, count: 24) + [Int](repeating: 8, count: 8))
  private static let fixedDistances = Code([Int](repeating: 5, count: 30))

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private mutating func readCodes() -> (lengths: Code, distances: Code)? {
    guard let more = take(5), let distances = take(5), let lengthCount = take(4) else {
      return nil
    }
    let count = more + 257
    var lengths = [Int](repeating: 0, count: 19)
    for index in 0..<lengthCount + 4 {
      guard let length = take(3) else { return nil }
      lengths[Self.order[index]] = length
    }
    let code = Code(lengths)
    var all: [Int] = []
    while all.count < count + distances + 1 {
      guard let symbol = symbol(code) else { return nil }
      switch symbol {
      case 0..<16: all.append(symbol)
      case 16:
        guard let last = all.last, let times = take(2) else { return nil }
        all += [Int](repeating: last, count: times + 3)
      case 17:
        guard let times = take(3) else { return nil }
        all += [Int](repeating: 0, count: times + 3)
      default:
        guard let times = take(7) else { return nil }
        all += [Int](repeating: 0, count: times + 11)
      }
    }
    guard all.count == count + distances + 1 else { return nil }
    return (Code(Array(all[..<count])), Code(Array(all[count...])))
  }

  // MARK: Data

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
    2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]

  private mutating func unpack(_ lengths: Code, _ distances: Code) -> Bool {
    while true {
      guard let symbol = symbol(lengths) else { return false }
      if symbol == 256 { return true }
      if symbol < 256 {
        guard output.count < limit else { return false }
        output.append(UInt8(symbol))
        continue
      }
      let index = symbol - 257
      guard index < Self.lengthBases.count,
        let extra = take(index < 8 || index == 28 ? 0 : UInt32(index / 4 - 1)),
        let distanceIndex = self.symbol(distances), distanceIndex < Self.distanceBases.count,
        let distanceExtra = take(distanceIndex < 4 ? 0 : UInt32(distanceIndex / 2 - 1))
      else { return false }
      let count = Self.lengthBases[index] + extra
      let distance = Self.distanceBases[distanceIndex] + distanceExtra
      guard distance <= output.count, output.count + count <= limit else { return false }
      for _ in 0..<count { output.append(output[output.count - distance]) }
    }
  }
}
