/// Bytes that a writer puts one behind the other.
///
/// A page is made of thousands of pieces of a few bytes. An array asks so much at each `append` that
/// this took a good part of a build; here a piece is a copy into room that is there already.
@safe
package struct ByteBuffer: ~Copyable {
  package private(set) var count = 0
  private var capacity = 64
  /// Its own alone: the first `count` of `capacity` bytes are written.
  private var room = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)

  package init() {}

  deinit { unsafe room.deallocate() }

  package var isEmpty: Bool { count == 0 }
  package var last: UInt8? { count == 0 ? nil : unsafe room[count - 1] }
  package var bytes: [UInt8] {
    unsafe Array(unsafeUninitializedCapacity: count) { bytes, written in
      guard let place = bytes.baseAddress else { return }
      unsafe place.update(from: room, count: count)
      written = count
    }
  }

  package mutating func reserve(_ size: Int) {
    if capacity - count < size { grow(by: size) }
  }

  private mutating func grow(by size: Int) {
    capacity = max(count + size, capacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.update(from: room, count: count)
    unsafe room.deallocate()
    unsafe room = larger
  }

  // MARK: pieces

  package mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    unsafe room[count] = byte
    count += 1
  }

  /// Markup of our own: a literal.
  package mutating func append(_ markup: StaticString) { unsafe copy(markup.literal) }

  /// Markup of our own with a byte on each side, such as `<p>` around `p`.
  package mutating func append(
    _ markup: StaticString, between before: UInt8, and after: UInt8
  ) {
    reserve(markup.utf8CodeUnitCount + 2)
    unsafe room[count] = before
    count += 1
    unsafe copy(markup.literal)
    unsafe room[count] = after
    count += 1
  }

  package mutating func append(_ text: Swift.Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe copy($0) }
  }

  package mutating func append(utf8 text: String) { append(text.utf8.span) }

  package mutating func append(contentsOf bytes: [UInt8]) { append(bytes.span) }

  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    unsafe (room + count).initialize(from: source, count: bytes.count)
    count += bytes.count
  }

  /// What `write` puts there, at most `size` bytes.
  @inline(__always)
  package mutating func append(addingCapacity size: Int, _ write: (inout OutputSpan<UInt8>) -> Void)
  {
    reserve(size)
    let free = unsafe UnsafeMutableBufferPointer(start: room + count, count: size)
    var output = unsafe OutputSpan(buffer: free, initializedCount: 0)
    write(&output)
    count += unsafe output.finalize(for: free)
  }

  /// Writes `text` with every byte replaced by what `write` puts there, at most `growth` bytes.
  @inline(__always)
  package mutating func append(
    _ text: Swift.Span<UInt8>, growth: Int, each write: (UInt8, inout OutputSpan<UInt8>) -> Void
  ) {
    append(addingCapacity: text.count * growth) { output in
      for index in text.indices { write(text[index], &output) }
    }
  }

  /// Writes `text`, and in the place of each byte at which it stops what `write` puts there, at most
  /// `growth` bytes. Text is looked at eight bytes at a time (`ByteWord`), and most of it holds
  /// nothing to stop at.
  @inline(__always)
  mutating func append(
    _ text: Swift.Span<UInt8>, growth: Int, stops: (ByteWord) -> ByteWord.Stops,
    write: (UInt8, inout OutputSpan<UInt8>) -> Void
  ) {
    reserve(text.count + ByteWord.size)
    var index = 0
    while index < text.count {
      let word = ByteWord(text, at: index)
      // All of the word; what is behind the bytes that count is written over by what comes next.
      unsafe UnsafeMutableRawPointer(room + count).storeBytes(
        of: word.bits.littleEndian, as: UInt64.self)
      let left = min(text.count - index, ByteWord.size)
      let plain = min(stops(word).first, left)
      count += plain
      index += plain
      if plain < left {
        append(addingCapacity: growth) { write(text[index], &$0) }
        index += 1
        reserve(text.count - index + ByteWord.size)
      }
    }
  }

  package mutating func append(blanks count: Int) {
    append(addingCapacity: count) { $0.append(repeating: UInt8(ascii: " "), count: count) }
  }

  /// A number that is never negative.
  package mutating func append(decimal number: Int) {
    if number > 9 { append(decimal: number / 10) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// A place in a file, for people, behind the name of the file: `:3:10`.
  package mutating func append(line: Int, column: Int) {
    append(UInt8(ascii: ":"))
    append(decimal: line)
    append(UInt8(ascii: ":"))
    append(decimal: column)
  }
}

extension StaticString {
  /// The bytes of a literal, which lie in the program.
  fileprivate var literal: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}

extension OutputSpan<UInt8> {
  @inline(__always)
  package mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes in
      for place in bytes.indices { unsafe append(bytes[place]) }
    }
  }
}
