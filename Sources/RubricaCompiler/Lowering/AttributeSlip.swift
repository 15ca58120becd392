internal import RubricaModel
internal import RubricaSource

/// `{audience = reviewer}`, `(audience: reviewer)` or `{.reviewer}` in a heading: meant as an attribute,
/// and read as words.
struct AttributeSlip {
  /// As written, with the braces.
  let words: Located<String>
  /// What to write instead, if that is certain.
  let meant: String?
  let isAudience: Bool

  private static let readers: Set = [Audience.reviewer.rawValue, Audience.legal.rawValue]
  private static let keys: Set = ["audience", "warning", "lang"]

  /// Looks for one in running text.
  init?(in inlines: [Inline]) {
    let pieces = inlines.span
    for index in pieces.indices {
      let found: AttributeSlip?
      if case .text(let text) = pieces[index].kind {
        // Few headings have a bracket at all.
        if !Self.hasOpening(text) { continue }
        found = AttributeSlip(in: pieces[index])
      } else {
        found = AttributeSlip(in: pieces[index].children)
      }
      guard let found else { continue }
      self = found
      return
    }
    return nil
  }

  /// Looks for one in a text.
  private init?(in inline: Inline) {
    guard case .text(let text) = inline.kind else { return nil }
    let bytes = Array(text.utf8)
    for place in bytes.indices where Self.opens(bytes[place]) {
      var reader = Reader(bytes, place)
      guard let found = reader.read() else { continue }
      words = Located(
        String(decoding: bytes[place..<reader.place], as: UTF8.self),
        inline.place(of: place..<reader.place))
      meant = found.value.map { "{\(found.key)=\($0)}" }
      isAudience = found.key == "audience"
      return
    }
    return nil
  }

  @inline(__always)
  private static func opens(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
  }

  private static func hasOpening(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for place in bytes.indices where opens(bytes[place]) { return true }
    return false
  }

  /// Reads on from a brace; stops at the first byte that cannot be of an attribute.
  private struct Reader {
    let bytes: [UInt8]
    private(set) var place: Int
    private let opening: UInt8

    init(_ bytes: [UInt8], _ place: Int) {
      self.bytes = bytes
      self.place = place + 1
      opening = bytes[place]
    }

    /// The key, and its value if it is plain and the brace closes behind it.
    mutating func read() -> (key: String, value: String?)? {
      skip(" .:#")
      let word = word().lowercased()
      skip(" ")
      if place < bytes.count, bytes[place] == UInt8(ascii: "=") || bytes[place] == UInt8(ascii: ":")
      {
        guard AttributeSlip.keys.contains(word) else { return nil }
        place += 1
        return (word, value(of: word))
      }
      guard opening == UInt8(ascii: "{") else { return nil }
      if word == "audience" { return (word, value(of: word)) }
      let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
      guard AttributeSlip.readers.contains(singular), closes() else { return nil }
      return ("audience", singular)
    }

    private mutating func value(of key: String) -> String? {
      skip(" \"'")
      let value = word()
      skip(" \"'")
      guard closes(), !value.isEmpty else { return nil }
      return key != "audience" || Audience(rawValue: value) != nil ? value : nil
    }

    private mutating func skip(_ set: String) {
      while place < bytes.count, set.utf8.contains(bytes[place]) { place += 1 }
    }

    private mutating func word() -> String {
      let start = place
      while place < bytes.count, place - start < 64,
        bytes[place].isLetter || bytes[place].isDigit || bytes[place] == UInt8(ascii: "-")
      {
        place += 1
      }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func closes() -> Bool {
      guard place < bytes.count, "})]".utf8.contains(bytes[place]) else { return false }
      place += 1
      return true
    }
  }
}
