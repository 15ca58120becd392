internal import RubricaSource

/// Finds the bytes of each inline node.
///
/// cmark's inline positions are wrong after a lazy continuation line, after a link definition at
/// the head of a paragraph and after an escaped pipe in a table cell. So each position is verified
/// by looking at the source; where that fails, the literal is searched for from the end of the node
/// before; and where that fails too, the node gets the enclosing block.
struct InlineLocator {
  private let bytes: [UInt8]
  private let source: SourceID
  private var block = 0..<0
  private var cursor = 0
  /// How far a literal is searched for: keeps hostile text linear.
  private static let window = 1_024

  init(bytes: [UInt8], source: SourceID) {
    self.bytes = bytes
    self.source = source
  }

  /// Starts a block: its inlines follow.
  mutating func enter(_ block: Range<Int>) {
    self.block = block
    cursor = block.lowerBound
  }

  /// The place of a leaf, or a first guess at the place of a container.
  mutating func place(
    _ kind: MarkdownTree.Kind, guess: Int, guessEnd: Int
  ) -> (span: Span, isExact: Bool) {
    switch kind {
    case .text(let literal), .htmlInline(let literal):
      return find(literal, guess: guess, isCode: false)
    case .code(let literal):
      return find(literal, guess: guess, isCode: true)
    case .softBreak, .lineBreak:
      return (lineEnd(), false)
    default:
      let start = max(guess, block.lowerBound)
      return (Span(source, start, max(start, min(guessEnd, block.upperBound))), false)
    }
  }

  /// The place of a container whose children cover `inner`.
  mutating func container(_ kind: MarkdownTree.Kind, guess: Span, inner: Span?) -> Span {
    let place = verified(kind, guess, inner) ?? widened(kind, inner)
    cursor = max(cursor, Int(place.end))
    return place
  }

  private func verified(_ kind: MarkdownTree.Kind, _ guess: Span, _ inner: Span?) -> Span? {
    guard guess.range.lowerBound >= block.lowerBound, guess.range.upperBound <= block.upperBound,
      !guess.isEmpty, inner.map({ guess.contains($0) }) ?? true
    else { return nil }
    let first = bytes[Int(guess.start)]
    let last = bytes[Int(guess.end) - 1]
    switch kind {
    case .emphasis, .strong:
      return first == last && (first == UInt8(ascii: "*") || first == UInt8(ascii: "_"))
        ? guess : nil
    case .strikethrough:
      return first == UInt8(ascii: "~") && last == first ? guess : nil
    case .image:
      return first == UInt8(ascii: "!") && isClosing(last) ? guess : nil
    case .link:
      return (first == UInt8(ascii: "[") && isClosing(last))
        || (first == UInt8(ascii: "<") && last == UInt8(ascii: ">")) ? guess : nil
    default:
      return nil
    }
  }

  private func isClosing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
  }

  /// The children and the marks around them.
  private func widened(_ kind: MarkdownTree.Kind, _ inner: Span?) -> Span {
    guard let inner else {
      let start = min(max(cursor, block.lowerBound), block.upperBound)
      return Span(source, start, start)
    }
    var start = Int(inner.start)
    var end = Int(inner.end)
    let marks: [UInt8] =
      switch kind {
      case .emphasis, .strong: [UInt8(ascii: "*"), UInt8(ascii: "_")]
      case .strikethrough: [UInt8(ascii: "~")]
      case .link, .image: [UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "!")]
      default: []
      }
    let width = kind == .emphasis ? 1 : 2
    while start > block.lowerBound, Int(inner.start) - start < width,
      marks.contains(bytes[start - 1])
    {
      start -= 1
    }
    if case .link = kind {
      end = closing(from: end)
    } else if case .image = kind {
      end = closing(from: end)
    } else {
      while end < block.upperBound, end - Int(inner.end) < width, marks.contains(bytes[end]) {
        end += 1
      }
    }
    return Span(source, start, end)
  }

  /// Behind `](...)`, `][...]` or `]`, looking at most a window ahead.
  private func closing(from end: Int) -> Int {
    guard end < block.upperBound, bytes[end] == UInt8(ascii: "]") || bytes[end] == UInt8(ascii: ">")
    else { return end }
    let next = end + 1
    guard next < block.upperBound else { return next }
    let close: UInt8
    switch bytes[next] {
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    default: return next
    }
    let limit = min(block.upperBound, next + Self.window)
    return bytes[next..<limit].firstIndex(of: close).map { $0 + 1 } ?? next
  }

  private mutating func lineEnd() -> Span {
    let limit = min(block.upperBound, cursor + Self.window)
    guard cursor <= limit,
      let end = bytes[cursor..<limit].firstIndex(where: { $0 == 10 || $0 == 13 })
    else { return Span(source, min(cursor, block.upperBound), min(cursor, block.upperBound)) }
    let next = bytes[end] == 13 && end + 1 < limit && bytes[end + 1] == 10 ? end + 2 : end + 1
    cursor = next
    return Span(source, end, next)
  }

  private mutating func find(
    _ literal: String, guess: Int, isCode: Bool
  ) -> (span: Span, isExact: Bool) {
    guard let match = search(literal.utf8.span, guess: guess, isCode: isCode) else {
      return (Span(source, block.lowerBound, block.upperBound), false)
    }
    cursor = match.end
    var (start, end) = (match.start, match.end)
    if isCode {
      while start > block.lowerBound, bytes[start - 1] == 32 { start -= 1 }
      while end < block.upperBound, bytes[end] == 32 { end += 1 }
      while start > block.lowerBound, bytes[start - 1] == UInt8(ascii: "`") { start -= 1 }
      while end < block.upperBound, bytes[end] == UInt8(ascii: "`") { end += 1 }
      cursor = end
    }
    return (Span(source, start, end), match.isExact && !isCode)
  }

  private func search(
    _ wanted: Swift.Span<UInt8>, guess: Int, isCode: Bool
  ) -> (start: Int, end: Int, isExact: Bool)? {
    if wanted.isEmpty {
      let place = min(cursor, block.upperBound)
      return (place, place, true)
    }
    if guess >= cursor {
      if isPlain(wanted, at: guess), isCode || !endsInEscape(wanted, at: guess) {
        return (guess, guess + wanted.count, true)
      }
      if let match = matches(wanted, at: guess, isCode: isCode) {
        return (guess, match.end, match.isExact)
      }
    }
    let limit = min(block.upperBound, cursor + Self.window)
    var start = cursor
    while start < limit {
      if let match = matches(wanted, at: start, isCode: isCode) {
        return (start, match.end, match.isExact)
      }
      start += 1
    }
    return nil
  }

  /// Whether the literal stands at `start` as it is, without anything that could be an entity: eight
  /// bytes at a time, since nearly every literal does.
  private func isPlain(_ wanted: Swift.Span<UInt8>, at start: Int) -> Bool {
    guard start + wanted.count <= block.upperBound else { return false }
    let literal = unsafe wanted.bytes
    let text = unsafe bytes.span.bytes
    var index = 0
    // The last eight are looked at from the end: some of them twice.
    while index < wanted.count, wanted.count >= 8 {
      index = min(index, wanted.count - 8)
      let eight = EightBytes(literal, at: index)
      guard EightBytes(text, at: start + index) == eight, !eight.contains(UInt8(ascii: "&")) else {
        return false
      }
      index += 8
    }
    while index < wanted.count {
      if wanted[index] != bytes[start + index] || wanted[index] == UInt8(ascii: "&") {
        return false
      }
      index += 1
    }
    return true
  }

  /// Whether the last byte of a literal that stands at `start` is the first of two backslashes.
  private func endsInEscape(_ wanted: Swift.Span<UInt8>, at start: Int) -> Bool {
    let end = start + wanted.count
    return wanted[wanted.count - 1] == UInt8(ascii: "\\") && end < block.upperBound
      && bytes[end] == UInt8(ascii: "\\")
  }

  /// Where the literal ends if it stands at `start`: byte by byte, but for backslash escapes,
  /// entities, and line ends inside code.
  private func matches(
    _ wanted: Swift.Span<UInt8>, at start: Int, isCode: Bool
  ) -> (end: Int, isExact: Bool)? {
    var position = start
    var index = 0
    var isExact = true
    while index < wanted.count {
      guard position < block.upperBound else { return nil }
      let byte = bytes[position]
      let expected = wanted[index]
      if !isCode, byte == UInt8(ascii: "\\"), byte == expected,
        position + 1 < block.upperBound, bytes[position + 1] == byte
      {
        position += 2
        index += 1
        isExact = false
      } else if byte == expected, byte != UInt8(ascii: "&") || isCode || !isEntity(at: position) {
        position += 1
        index += 1
      } else if isCode {
        guard expected == 32, byte == 10 || byte == 13 else { return nil }
        position +=
          byte == 13 && position + 1 < block.upperBound && bytes[position + 1] == 10 ? 2 : 1
        index += 1
        isExact = false
      } else if byte == UInt8(ascii: "\\"), position + 1 < block.upperBound,
        bytes[position + 1] == expected
      {
        position += 2
        index += 1
        isExact = false
      } else if byte == UInt8(ascii: "&"), let end = entityEnd(at: position) {
        position = end
        index += 1
        while index < wanted.count, wanted[index].isContinuation { index += 1 }
        isExact = false
      } else {
        return nil
      }
    }
    return (position, isExact)
  }

  private func isEntity(at position: Int) -> Bool { entityEnd(at: position) != nil }

  private func entityEnd(at position: Int) -> Int? {
    let limit = min(block.upperBound, position + 34)
    guard let end = bytes[position..<limit].firstIndex(of: UInt8(ascii: ";")), end > position + 1
    else { return nil }
    let name = bytes[(position + 1)..<end]
    let isName = name.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || $0 == UInt8(ascii: "#")
    }
    return isName ? end + 1 : nil
  }
}
