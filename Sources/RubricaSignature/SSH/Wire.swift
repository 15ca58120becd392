/// Reads the data types of SSH (RFC 4251, section 5) from the front of some bytes. `part` is what the
/// bytes are called when they end too early or too late.
struct WireReader {
  private var rest: ArraySlice<UInt8>
  private let part: String

  init(_ bytes: ArraySlice<UInt8>, _ part: String) {
    rest = bytes
    self.part = part
  }

  mutating func bytes(_ count: Int) throws(SignatureRefusal) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw .truncated(part: part) }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func byte() throws(SignatureRefusal) -> UInt8 {
    let bytes = try bytes(1)
    return bytes[bytes.startIndex]
  }

  mutating func uint32() throws(SignatureRefusal) -> UInt32 {
    try bytes(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func string() throws(SignatureRefusal) -> ArraySlice<UInt8> {
    try bytes(Int(uint32()))
  }

  /// A positive number of at most 32 bytes, padded to 32 from the left.
  mutating func number() throws(SignatureRefusal) -> [UInt8] {
    var digits = try string()
    guard let first = digits.first, first < 0x80 else { throw .nonCanonicalNumber }
    if first == 0 {
      digits = digits.dropFirst()
      // The zero is there to keep the number positive, and only for that.
      guard let next = digits.first, next >= 0x80 else { throw .nonCanonicalNumber }
    }
    guard digits.count <= 32 else { throw .numberOutOfRange }
    return Array(repeating: 0, count: 32 - digits.count) + digits
  }

  /// All that is left.
  mutating func remainder() -> ArraySlice<UInt8> {
    defer { rest = rest.suffix(0) }
    return rest
  }

  func end() throws(SignatureRefusal) {
    guard rest.isEmpty else { throw .trailingBytes(part: part) }
  }
}

/// Writes the data types of SSH.
extension [UInt8] {
  mutating func append(wire number: UInt32) {
    for shift in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
  }

  mutating func append(wire string: some Collection<UInt8>) {
    append(wire: UInt32(string.count))
    append(contentsOf: string)
  }
}
