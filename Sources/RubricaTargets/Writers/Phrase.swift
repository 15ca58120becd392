/// One line of our own words, in parts: catalogues and reports write `code` and *emphasis*.
package enum PhrasePart: Equatable, Sendable {
  case plain(String)
  case code(String)
  case emphasis(String)
  case strong(String)

  /// Reads back quotes and stars; a mark that does not close is a character.
  package static func parts(_ text: String) -> [PhrasePart] {
    let bytes = text.utf8
    guard bytes.contains(where: { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "*") }) else {
      return [.plain(text)]
    }
    var parts: [PhrasePart] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let mark = bytes[index]
      let next = bytes.index(after: index)
      guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "*"),
        let end = bytes[next...].firstIndex(of: mark), end > next,
        mark == UInt8(ascii: "`") || bytes[next] != UInt8(ascii: " ")
      else {
        index = next
        continue
      }
      if start < index { parts.append(.plain(String(text[start..<index]))) }
      let inner = String(text[next..<end])
      parts.append(mark == UInt8(ascii: "`") ? .code(inner) : .emphasis(inner))
      index = bytes.index(after: end)
      start = index
    }
    if start < bytes.endIndex { parts.append(.plain(String(text[start...]))) }
    return parts
  }
}

extension HTMLWriter {
  package mutating func phrase(_ text: String) {
    for part in PhrasePart.parts(text) {
      switch part {
      case .plain(let words): self.text(words)
      case .code(let words): element("code", text: words)
      case .emphasis(let words): element("em", text: words)
      case .strong(let words): element("strong", text: words)
      }
    }
  }
}
