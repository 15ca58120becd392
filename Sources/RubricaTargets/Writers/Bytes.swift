/// 1 if it holds: conditions joined by `|` leave no branch in the loop of `contains`.
@inline(__always)
func bit(_ holds: Bool) -> UInt8 { holds ? 1 : 0 }

/// What the writers share: text as bytes, with a look before the leap. Most text holds nothing that
/// has to be escaped and is copied whole.
extension Span<UInt8> {
  /// Whether `bits` is not 0 for some byte. Looks at every byte even behind the first hit: a loop
  /// without branches goes sixteen bytes at a time.
  @inline(__always)
  func contains(where bits: (UInt8) -> UInt8) -> Bool {
    var found: UInt8 = 0
    for index in indices { found |= bits(self[index]) }
    return found != 0
  }

  func contains(_ byte: UInt8) -> Bool { contains { bit($0 == byte) } }

  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }
}

extension [UInt8] {
  /// Writes `text` with every byte replaced by what `write` puts there, at most `growth` bytes.
  @inline(__always)
  mutating func append(
    _ text: Span<UInt8>, growth: Int, each write: (UInt8, inout OutputSpan<UInt8>) -> Void
  ) {
    append(addingCapacity: text.count * growth) { output in
      for index in text.indices { write(text[index], &output) }
    }
  }

  mutating func append(_ text: Span<UInt8>) {
    append(text, growth: 1) { byte, output in output.append(byte) }
  }

  /// Markup of our own.
  mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }

  /// A number that is never negative.
  mutating func append(decimal number: Int) {
    append(addingCapacity: OutputSpan<UInt8>.longestNumber) { $0.append(decimal: number) }
  }

  /// A place in a file, for people: `guideline.md:3:10`.
  mutating func append(_ file: Span<UInt8>, line: Int, column: Int) {
    append(addingCapacity: file.count + 2 * OutputSpan<UInt8>.longestNumber + 2) { output in
      for index in file.indices { output.append(file[index]) }
      output.append(UInt8(ascii: ":"))
      output.append(decimal: line)
      output.append(UInt8(ascii: ":"))
      output.append(decimal: column)
    }
  }
}

extension OutputSpan<UInt8> {
  /// 2 to the power of 63 has as many digits.
  static var longestNumber: Int { 19 }

  mutating func append(decimal number: Int) {
    if number > 9 { append(decimal: number / 10) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  @inline(__always)
  mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes in
      for place in bytes.indices { unsafe append(bytes[place]) }
    }
  }
}
