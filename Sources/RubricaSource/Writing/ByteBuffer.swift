/// Bytes that a writer puts one behind the other.
///
/// A page is made of thousands of pieces of a few bytes. An array asks so much at each `append` that
/// this took a good part of a build; here a piece is a copy into room that is there already.
@safe @usableFromInline
package struct ByteBuffer: ~Copyable {
  @usableFromInline
  package internal(set) var count = 0
  @usableFromInline
  internal var capacity: Int
  /// The first `count` of `capacity` bytes are written.
  @usableFromInline
  internal var room: UnsafeMutablePointer<UInt8>
  /// Whether the room is its own, and not that of an array.
  private var isOwner: Bool

  package init() { unsafe self.init(in: UnsafeMutableBufferPointer(start: nil, count: 0)) }

  private init(in place: UnsafeMutableBufferPointer<UInt8>) {
    isOwner = unsafe place.baseAddress == nil
    capacity = isOwner ? 64 : place.count
    unsafe room = place.baseAddress ?? .allocate(capacity: capacity)
  }

  deinit { if isOwner { unsafe room.deallocate() } }

  /// What `write` puts there. As long as that is no more than `size` bytes, they are written where the
  /// array has them.
  package static func bytes(
    reserving size: Int, _ write: (inout ByteBuffer) -> Void
  ) -> [UInt8] {
    var longer: [UInt8]?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { place, written in
      var buffer = unsafe ByteBuffer(in: place)
      write(&buffer)
      if buffer.isOwner { longer = buffer.bytes } else { written = buffer.count }
    }
    return longer ?? bytes
  }

  package var isEmpty: Bool { count == 0 }
  package var last: UInt8? { count == 0 ? nil : unsafe room[count - 1] }
  package var bytes: [UInt8] {
    unsafe Array(unsafeUninitializedCapacity: count) { bytes, written in
      guard let place = bytes.baseAddress else { return }
      unsafe place.update(from: room, count: count)
      written = count
    }
  }

  @inlinable
  package mutating func reserve(_ size: Int) {
    if capacity &- count < size { grow(by: size) }
  }

  @usableFromInline @inline(never)
  internal mutating func grow(by size: Int) {
    capacity = max(count + size, capacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.update(from: room, count: count)
    if isOwner { unsafe room.deallocate() }
    isOwner = true
    unsafe room = larger
  }

  // MARK: pieces

  // Small pieces are put where they are called for: of a literal only a store or two are left then.
  // Other rooms can inline what is `@inlinable`, and only of a type that is `@usableFromInline`.

  @inlinable @inline(__always)
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe room[count] = byte
    count &+= 1
  }

  /// Markup of our own: a literal.
  @inlinable @inline(__always)
  package mutating func append(_ markup: StaticString) {
    reserve(markup.utf8CodeUnitCount)
    put(markup)
  }

  /// Three pieces of markup of our own, such as `<`, `p` and `>`.
  @inlinable @inline(__always)
  package mutating func append(
    _ first: StaticString, _ second: StaticString, _ third: StaticString
  ) {
    reserve(first.utf8CodeUnitCount + second.utf8CodeUnitCount + third.utf8CodeUnitCount)
    put(first)
    put(second)
    put(third)
  }

  /// Where there is room already.
  @inlinable @inline(__always)
  internal mutating func put(_ markup: StaticString) {
    let size = markup.utf8CodeUnitCount
    unsafe (room + count).initialize(from: markup.utf8Start, count: size)
    count &+= size
  }

  package mutating func append(_ text: Swift.Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { bytes in
      guard let source = bytes.baseAddress else { return }
      reserve(bytes.count)
      unsafe (room + count).initialize(from: source, count: bytes.count)
      count += bytes.count
    }
  }

  package mutating func append(utf8 text: String) { append(text.utf8.span) }

  package mutating func append(contentsOf bytes: [UInt8]) { append(bytes.span) }

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

  /// Writes `text`, and in the place of each byte at which it stops what `instead` says. Text is looked at
  /// eight bytes at a time (`ByteWord`), and most of it holds nothing to stop at.
  ///
  /// Words are written whole: what is behind a byte to stop at, or behind the end, is written over by what
  /// comes next.
  @inline(__always)
  mutating func append(
    _ text: Swift.Span<UInt8>, stops: (ByteWord) -> ByteWord.Stops, instead: (UInt8) -> ByteWord
  ) {
    let size = text.count
    reserve(size &+ ByteWord.size)
    var index = 0
    while index < size {
      let word = ByteWord(text, at: index)
      put(word)
      let plain = min(stops(word).first, size &- index)
      count &+= plain
      index &+= plain
      if plain == ByteWord.size || index == size { continue }
      let other = instead(word[plain])
      put(other)
      count &+= other.length
      index &+= 1
      reserve(size &- index &+ ByteWord.size)
    }
  }

  /// Where there is room already; counts nothing.
  @inline(__always)
  private mutating func put(_ word: ByteWord) {
    unsafe UnsafeMutableRawPointer(room + count).storeBytes(
      of: word.bits.littleEndian, as: UInt64.self)
  }

  package mutating func append(blanks size: Int) {
    reserve(size &+ ByteWord.size)
    let end = count &+ size
    while count < end {
      put(.blanks)
      count &+= ByteWord.size
    }
    count = end
  }

  /// A number that is never negative.
  package mutating func append(decimal number: Int) {
    var rest = UInt(truncatingIfNeeded: number)
    guard rest > 9 else { return append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)) }
    reserve(20)
    var size = 2
    var limit: UInt = 100
    while rest >= limit, size < 19 {
      limit &*= 10
      size &+= 1
    }
    for place in (0..<size).reversed() {
      unsafe room[count &+ place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count &+= size
  }

  /// A place in a file, for people, behind the name of the file: `:3:10`.
  package mutating func append(line: Int, column: Int) {
    append(UInt8(ascii: ":"))
    append(decimal: line)
    append(UInt8(ascii: ":"))
    append(decimal: column)
  }
}

extension OutputSpan<UInt8> {
  @inlinable @inline(__always)
  package mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes in
      for place in bytes.indices { unsafe append(bytes[place]) }
    }
  }
}
