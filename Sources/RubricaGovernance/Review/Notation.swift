/// A value as `LeafValue` writes it, read back: what a packet puts into words.
indirect enum Notation: Equatable {
  /// In quotes.
  case text(String)
  /// A number, a date, `true`, `2-7`.
  case word(String)
  case list([Notation])
  case parts([Part])
  /// `box({…})`: one of several kinds, with what it holds.
  case choice(String, Notation)

  struct Part: Equatable {
    let name: String
    let value: Notation
  }

  /// Nil for what is not written so from its first to its last byte.
  init?(_ text: some StringProtocol) {
    var reader = NotationReader(Array(text.utf8))
    guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }

  subscript(name: String) -> Notation? {
    guard case .parts(let parts) = self else { return nil }
    return parts.first { $0.name == name }?.value
  }

  var items: [Notation] { if case .list(let items) = self { items } else { [] } }

  /// What a text or a word says.
  var plain: String? {
    switch self {
    case .text(let text), .word(let text): text
    case .list, .parts, .choice: nil
    }
  }

  subscript(plain name: String) -> String? { self[name]?.plain }
}

private struct NotationReader {
  private static let deepest = 64
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  mutating func value(depth: Int) -> Notation? {
    guard depth < Self.deepest, let next else { return nil }
    switch next {
    case UInt8(ascii: "\""): return text().map(Notation.text)
    case UInt8(ascii: "["): return list(depth)
    case UInt8(ascii: "{"): return parts(depth)
    default:
      let word = word()
      guard !word.isEmpty else { return nil }
      guard skip("(") else { return .word(word) }
      guard let inner = value(depth: depth + 1), skip(")") else { return nil }
      return .choice(word, inner)
    }
  }

  private mutating func text() -> String? {
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let escaped = next else { return nil }
        place += 1
        switch escaped {
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        default: text.append(escaped)
        }
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func word() -> String {
    let start = place
    while let byte = next, !",:()[]{}\"\\ \n".utf8.contains(byte) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  /// Items with a comma and a blank between them, up to the end sign.
  private mutating func series(
    _ end: Unicode.Scalar, _ item: (inout NotationReader) -> Bool
  ) -> Bool {
    place += 1
    if skip(end) { return true }
    repeat {
      guard item(&self) else { return false }
      if skip(end) { return true }
    } while skip(",") && skip(" ")
    return false
  }

  private mutating func list(_ depth: Int) -> Notation? {
    var items: [Notation] = []
    let isWhole = series("]") { reader in
      guard let item = reader.value(depth: depth + 1) else { return false }
      items.append(item)
      return true
    }
    return isWhole ? .list(items) : nil
  }

  private mutating func parts(_ depth: Int) -> Notation? {
    var parts: [Notation.Part] = []
    let isWhole = series("}") { reader in
      let name = reader.word()
      guard !name.isEmpty, reader.skip(":"), reader.skip(" "),
        let value = reader.value(depth: depth + 1)
      else { return false }
      parts.append(Notation.Part(name: name, value: value))
      return true
    }
    return isWhole ? .parts(parts) : nil
  }
}
