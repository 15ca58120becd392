package import RubricaSource

/// JSON (RFC 8259) in, tree out, in one pass. Strict where readers differ from each other: no key
/// twice, no NUL, whole characters only, nothing behind the value.
package struct JSONParser {
  private let bytes: [UInt8]
  private let source: SourceID
  private let allowsDuplicateKeys: Bool
  private var index = 0

  /// Above this, keys are looked up instead of compared with each other.
  private static let fewMembers = 12

  /// The one value of a file.
  package static func parse(
    _ bytes: [UInt8], _ source: SourceID = SourceID(0)
  ) throws(JSONProblem) -> JSONValue {
    guard bytes.count <= Limits.jsonBytes else {
      throw JSONProblem(.tooLarge(limit: Limits.jsonBytes), at: Span(source, 0, 0))
    }
    var parser = JSONParser(bytes, source, allowsDuplicateKeys: false)
    let value = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.index == bytes.count else { throw parser.problem(.trailing) }
    return value
  }

  /// Where a text stops being JSON, for who only shows it: keys may stand twice, and several values
  /// on lines of their own are taken too, as in JSON Lines.
  package static func firstProblem(in text: [UInt8]) -> JSONProblem? {
    var parser = JSONParser(text, SourceID(0), allowsDuplicateKeys: true)
    guard text.count <= Limits.jsonBytes else {
      return JSONProblem(.tooLarge(limit: Limits.jsonBytes), at: parser.span(0, 0))
    }
    parser.skipBlanks()
    guard parser.index < text.count else { return parser.problem(.syntax("it is empty"), at: 0) }
    do throws(JSONProblem) {
      while parser.index < text.count {
        let start = parser.index
        _ = try parser.value(depth: 0)
        parser.skipBlanks()
        if parser.index < text.count,
          !text[start..<parser.index].contains(10) || text[parser.index] != UInt8(ascii: "{")
        {
          throw parser.problem(.trailing)
        }
      }
      return nil
    } catch {
      return error
    }
  }

  private init(_ bytes: [UInt8], _ source: SourceID, allowsDuplicateKeys: Bool) {
    self.bytes = bytes
    self.source = source
    self.allowsDuplicateKeys = allowsDuplicateKeys
  }

  // MARK: values

  private mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
    skipBlanks()
    guard index < bytes.count else { throw problem(.syntax("a value is missing at the end")) }
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return JSONValue(kind: .string(try string()), span: span(start, index))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw unexpected("a value is expected here")
    }
  }

  private mutating func word(_ word: String, _ kind: JSONValue.Kind) throws(JSONProblem)
    -> JSONValue
  {
    let start = index
    guard bytes[index...].starts(with: word.utf8) else {
      throw unexpected("a value is expected here")
    }
    index += word.utf8.count
    return JSONValue(kind: kind, span: span(start, index))
  }

  private mutating func object(_ depth: Int) throws(JSONProblem) -> JSONValue {
    guard depth < Limits.jsonDepth else { throw problem(.tooDeep(limit: Limits.jsonDepth)) }
    let start = index
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    index += 1
    skipBlanks()
    if !take(UInt8(ascii: "}")) {
      repeat {
        skipBlanks()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
          throw unexpected("a key in quotes is expected here")
        }
        let keyStart = index
        let key = try string()
        let keySpan = span(keyStart, index)
        if isDuplicate(key, among: members, &keys) {
          throw JSONProblem(.duplicateKey(key), at: keySpan)
        }
        skipBlanks()
        guard take(UInt8(ascii: ":")) else { throw unexpected("a colon is expected here") }
        let value = try value(depth: depth + 1)
        if members.count == 1 { members.reserveCapacity(4) }
        members.append(JSONValue.Member(key: key, keySpan: keySpan, value: value))
        skipBlanks()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw unexpected("a comma or `}` is expected here") }
    }
    return JSONValue(kind: .object(members), span: span(start, index))
  }

  private func isDuplicate(
    _ key: String, among members: [JSONValue.Member], _ keys: inout Set<String>
  ) -> Bool {
    if allowsDuplicateKeys { return false }
    if members.count < Self.fewMembers { return members.contains { $0.key == key } }
    if keys.isEmpty { keys = Set(members.lazy.map(\.key)) }
    return !keys.insert(key).inserted
  }

  private mutating func array(_ depth: Int) throws(JSONProblem) -> JSONValue {
    guard depth < Limits.jsonDepth else { throw problem(.tooDeep(limit: Limits.jsonDepth)) }
    let start = index
    var values: [JSONValue] = []
    index += 1
    skipBlanks()
    if !take(UInt8(ascii: "]")) {
      repeat {
        let value = try value(depth: depth + 1)
        values.append(value)
        skipBlanks()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { throw unexpected("a comma or `]` is expected here") }
    }
    return JSONValue(kind: .array(values), span: span(start, index))
  }

  private mutating func number() throws(JSONProblem) -> JSONValue {
    let start = index
    _ = take(UInt8(ascii: "-"))
    if take(UInt8(ascii: "0")) {
      if index < bytes.count, bytes[index].isDigit {
        throw problem(.syntax("a number begins with another digit than 0"), at: index - 1)
      }
    } else {
      try digits()
    }
    let isWhole = index
    if take(UInt8(ascii: ".")) { try digits() }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    let integer = index == isWhole ? Int(text) : nil
    return JSONValue(kind: integer.map { .integer($0) } ?? .number(text), span: span(start, index))
  }

  private mutating func digits() throws(JSONProblem) {
    let start = index
    while index < bytes.count, bytes[index].isDigit { index += 1 }
    guard index > start else { throw unexpected("a digit is expected here") }
  }

  // MARK: texts

  /// The text in quotes at `index`.
  private mutating func string() throws(JSONProblem) -> String {
    let quote = index
    index += 1
    var stretch = index
    /// What stands before `stretch`, if there was an escape.
    var decoded: [UInt8] = []
    while index < bytes.count {
      while index < bytes.count, Self.isPlain(bytes[index]) { index += 1 }
      guard index < bytes.count else { break }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        defer { index += 1 }
        if decoded.isEmpty { return String(decoding: bytes[stretch..<index], as: UTF8.self) }
        decoded.append(contentsOf: bytes[stretch..<index])
        return String(decoding: decoded, as: UTF8.self)
      case UInt8(ascii: "\\"):
        decoded.append(contentsOf: bytes[stretch..<index])
        try escape(&decoded)
        stretch = index
      case 0: throw problem(.nul)
      case 1..<32: throw problem(.syntax("a text in quotes does not end on this line"))
      default:
        let length = TextCheck.scalarLength(bytes, at: index)
        guard length > 0 else { throw problem(.invalidUTF8) }
        index += length
      }
    }
    throw problem(.syntax("a text in quotes does not end"), at: quote)
  }

  /// Whether a byte within quotes stands for itself.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 32 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// Appends the character of the escape at `index`.
  private mutating func escape(_ output: inout [UInt8]) throws(JSONProblem) {
    let start = index
    guard index + 1 < bytes.count else {
      throw problem(.syntax("a text in quotes does not end"), at: start)
    }
    index += 2
    switch bytes[index - 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(bytes[index - 1])
    case UInt8(ascii: "b"): output.append(8)
    case UInt8(ascii: "f"): output.append(12)
    case UInt8(ascii: "n"): output.append(10)
    case UInt8(ascii: "r"): output.append(13)
    case UInt8(ascii: "t"): output.append(9)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if 0xD800..<0xDC00 ~= code {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
          throw JSONProblem(.loneSurrogate, at: span(start, start + 6))
        }
        let low = try hexadecimal()
        guard 0xDC00..<0xE000 ~= low else {
          throw JSONProblem(.loneSurrogate, at: span(start, start + 6))
        }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard code != 0 else { throw JSONProblem(.nul, at: span(start, index)) }
      guard let scalar = Unicode.Scalar(code) else {
        throw JSONProblem(.loneSurrogate, at: span(start, index))
      }
      output.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    default:
      throw problem(.syntax("a backslash does not stand before this letter"), at: start)
    }
  }

  private mutating func hexadecimal() throws(JSONProblem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard index < bytes.count, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue,
        bytes[index] < 0x80
      else { throw unexpected("four hexadecimal digits are expected here") }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }

  // MARK: bytes

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index] <= 32, bytes[index].isWhiteSpace { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private func span(_ start: Int, _ end: Int) -> Span { Span(source, start, end) }

  private func problem(_ kind: JSONProblem.Kind, at place: Int? = nil) -> JSONProblem {
    let start = min(place ?? index, bytes.count)
    return JSONProblem(kind, at: span(start, min(start + 1, bytes.count)))
  }

  /// Something else than what the grammar asks for, unless it is no text at all.
  private func unexpected(_ clause: String) -> JSONProblem {
    guard index < bytes.count else { return problem(.syntax(clause)) }
    if bytes[index] == 0 { return problem(.nul) }
    let isText = bytes[index] < 0x80 || TextCheck.scalarLength(bytes, at: index) > 0
    return problem(isText ? .syntax(clause) : .invalidUTF8)
  }
}
