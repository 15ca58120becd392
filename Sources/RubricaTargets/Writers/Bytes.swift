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
