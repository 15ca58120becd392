/// Numbers and names at places of a file that may end before them.
extension [UInt8] {
  /// A number whose most significant byte comes first; nil where the file ends before it, and beyond
  /// what an `Int` holds.
  func big(_ place: Int, _ count: Int) -> Int? { number(place, count) { $0 } }

  /// The same with its least significant byte first.
  func little(_ place: Int, _ count: Int) -> Int? { number(place, count) { count - 1 - $0 } }

  private func number(_ place: Int, _ count: Int, at order: (Int) -> Int) -> Int? {
    guard place >= 0, place <= self.count - count else { return nil }
    var value: UInt = 0
    for index in 0..<count { value = value << 8 | UInt(self[place + order(index)]) }
    return Int(exactly: value)
  }

  /// Whether these letters stand there.
  func has(_ name: String, at place: Int) -> Bool {
    place >= 0 && place <= count && self[place...].starts(with: name.utf8)
  }
}
