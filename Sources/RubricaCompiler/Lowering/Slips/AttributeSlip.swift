internal import RubricaModel
internal import RubricaSource

/// `{audience = reviewer}`, `(audience: reviewer)` or `{.reviewer}` in a heading, `{#id` that is not closed or
/// not at its end, `{.class}`: meant as an attribute, and read as words.
struct AttributeSlip {
  /// As written, with the braces.
  let words: Located<String>
  /// What to write instead, if that is certain.
  let meant: String?
  let isAudience: Bool
  /// The id in it.
  let id: Located<String>?

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
      if let found = reader.read() {
        words = Self.words(place..<reader.place, of: bytes, inline)
        meant = found.value.map { "{\(found.key)=\($0)}" }
        isAudience = found.key == "audience"
        id = nil
        return
      }
      guard let found = Braces(bytes, place) else { continue }
      words = Self.words(place..<found.end, of: bytes, inline)
      meant = found.isOpen ? words.value + "}" : nil
      isAudience = words.value.contains("audience") || words.value.contains("reviewer")
      id = found.id.map { Self.words($0, of: bytes, inline) }
      return
    }
    return nil
  }

  private static func words(
    _ range: Range<Int>, of bytes: [UInt8], _ inline: Inline
  ) -> Located<String> {
    Located(String(decoding: bytes[range], as: UTF8.self), inline.place(of: range))
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

  /// `{#id` or `{.class` in any place but the end of the heading, where it would be read.
  private struct Braces {
    let end: Int
    let id: Range<Int>?
    /// Whether nothing but the closing brace is missing.
    let isOpen: Bool

    init?(_ bytes: [UInt8], _ place: Int) {
      let start = place + 2
      // Templates have `{{#name}}`.
      guard start < bytes.count, bytes[place] == UInt8(ascii: "{"), Self.beginsName(bytes[start]),
        place == 0 || bytes[place - 1] != UInt8(ascii: "{")
      else { return nil }
      let isID = bytes[place + 1] == UInt8(ascii: "#")
      guard isID || bytes[place + 1] == UInt8(ascii: ".") && !bytes[start].isDigit else {
        return nil
      }
      var word = start
      while word < bytes.count, Self.isOfName(bytes[word]) { word += 1 }
      id = isID ? start..<word : nil
      var close = word
      while close < bytes.count, bytes[close] != UInt8(ascii: "{"),
        bytes[close] != UInt8(ascii: "}")
      {
        close += 1
      }
      if close < bytes.count, bytes[close] == UInt8(ascii: "}") {
        end = close + 1
        isOpen = false
        return
      }
      guard isID else { return nil }
      let rest = bytes[word...].split(separator: 32)
      isOpen = rest.allSatisfy { $0.contains(UInt8(ascii: "=")) && !$0.contains(UInt8(ascii: "{")) }
      end = isOpen ? rest.last?.endIndex ?? word : word
    }

    private static func beginsName(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_")
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
      byte > 32 && byte != UInt8(ascii: "{") && byte != UInt8(ascii: "}")
    }
  }
}
