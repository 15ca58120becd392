package import RubricaSource

/// JSON (RFC 8259) in, tree out, in one pass. Strict where readers differ from each other: no key
/// twice, no NUL, whole characters only, nothing behind the value.
package struct JSONParser {
  private let bytes: [UInt8]
  private let source: SourceID
  private let allowsDuplicateKeys: Bool
  private var index = 0
  private var nodes: [JSONNode] = []

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
    parser.nodes.reserveCapacity(bytes.count / 32)
    try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.index == bytes.count else { throw parser.problem(.trailing) }
    let document = JSONDocument(bytes: bytes, source: source, nodes: parser.nodes)
    return JSONValue(document: document, place: 0)
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
        try parser.value(depth: 0)
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

  /// To read once more a text that begins at `index`.
  init(_ bytes: [UInt8], _ source: SourceID, at index: Int) {
    self.init(bytes, source, allowsDuplicateKeys: false)
    self.index = index
  }

  // MARK: values

  private mutating func value(depth: Int) throws(JSONProblem) {
    skipBlanks()
    guard index < bytes.count else { throw problem(.syntax("a value is missing at the end")) }
    switch bytes[index] {
    case UInt8(ascii: "{"): try object(depth)
    case UInt8(ascii: "["): try array(depth)
    case UInt8(ascii: "\""): try textNode()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    case UInt8(ascii: "t"): try word("true", .yes)
    case UInt8(ascii: "f"): try word("false", .no)
    case UInt8(ascii: "n"): try word("null", .null)
    default: throw unexpected("a value is expected here")
    }
  }

  /// Begins a node at `index`; returns its place.
  private mutating func begin(_ form: JSONNode.Form) -> Int {
    nodes.append(JSONNode(form: form, start: UInt32(index)))
    return nodes.count - 1
  }

  /// Ends a node before `index`, with all that came since it was begun.
  private mutating func end(_ place: Int, count: Int = 0) {
    nodes[place].end = UInt32(index)
    nodes[place].next = UInt32(nodes.count)
    nodes[place].count = UInt32(count)
  }

  private mutating func word(_ word: String, _ form: JSONNode.Form) throws(JSONProblem) {
    let place = begin(form)
    guard bytes[index...].starts(with: word.utf8) else {
      throw unexpected("a value is expected here")
    }
    index += word.utf8.count
    end(place)
  }

  private mutating func object(_ depth: Int) throws(JSONProblem) {
    guard depth < Limits.jsonDepth else { throw problem(.tooDeep(limit: Limits.jsonDepth)) }
    let place = begin(.object)
    var count = 0
    var keys: Set<String> = []
    index += 1
    skipBlanks()
    if !take(UInt8(ascii: "}")) {
      repeat {
        skipBlanks()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
          throw unexpected("a key in quotes is expected here")
        }
        let key = nodes.count
        try textNode()
        try refuseSecond(key, in: place, count, &keys)
        skipBlanks()
        guard take(UInt8(ascii: ":")) else { throw unexpected("a colon is expected here") }
        try value(depth: depth + 1)
        count += 1
        skipBlanks()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw unexpected("a comma or `}` is expected here") }
    }
    end(place, count: count)
  }

  /// Refuses a key that one of the `count` members before it has.
  private func refuseSecond(
    _ key: Int, in object: Int, _ count: Int, _ keys: inout Set<String>
  ) throws(JSONProblem) {
    if allowsDuplicateKeys { return }
    var isSecond = false
    if count < Self.fewMembers {
      var place = object + 1
      for _ in 0..<count where !isSecond {
        isSecond = try isSame(place, key)
        place = Int(nodes[place + 1].next)
      }
    } else {
      if keys.isEmpty {
        var place = object + 1
        for _ in 0..<count {
          keys.insert(try text(of: place))
          place = Int(nodes[place + 1].next)
        }
      }
      isSecond = !keys.insert(try text(of: key)).inserted
    }
    if isSecond {
      throw JSONProblem(
        .duplicateKey(try text(of: key)), at: span(Int(nodes[key].start), Int(nodes[key].end)))
    }
  }

  private func isSame(_ key: Int, _ other: Int) throws(JSONProblem) -> Bool {
    let (one, two) = (nodes[key], nodes[other])
    guard one.form == .plainText, two.form == .plainText else {
      return try text(of: key) == text(of: other)
    }
    let length = one.end - one.start
    guard two.end - two.start == length else { return false }
    for offset in 0..<Int(length)
    where bytes[Int(one.start) + offset] != bytes[Int(two.start) + offset] { return false }
    return true
  }

  private func text(of key: Int) throws(JSONProblem) -> String {
    try JSONDocument(bytes: bytes, source: source, nodes: [nodes[key]]).text(0)
  }

  private mutating func array(_ depth: Int) throws(JSONProblem) {
    guard depth < Limits.jsonDepth else { throw problem(.tooDeep(limit: Limits.jsonDepth)) }
    let place = begin(.array)
    var count = 0
    index += 1
    skipBlanks()
    if !take(UInt8(ascii: "]")) {
      repeat {
        try value(depth: depth + 1)
        count += 1
        skipBlanks()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { throw unexpected("a comma or `]` is expected here") }
    }
    end(place, count: count)
  }

  private mutating func number() throws(JSONProblem) {
    let place = begin(.number)
    _ = take(UInt8(ascii: "-"))
    if take(UInt8(ascii: "0")) {
      if index < bytes.count, bytes[index].isDigit {
        throw problem(.syntax("a number must not begin with 0"), at: index - 1)
      }
    } else {
      try digits()
    }
    if take(UInt8(ascii: ".")) { try digits() }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    end(place)
  }

  private mutating func digits() throws(JSONProblem) {
    let start = index
    while index < bytes.count, bytes[index].isDigit { index += 1 }
    guard index > start else { throw unexpected("a digit is expected here") }
  }

  // MARK: texts

  private mutating func textNode() throws(JSONProblem) {
    let place = begin(.plainText)
    let (decoded, isASCII) = try text()
    end(place)
    if decoded != nil {
      nodes[place].form = .escapedText
    } else if !isASCII {
      nodes[place].form = .text
    }
  }

  /// Passes the text in quotes at `index`. `decoded` is what it says if that is not what stands there.
  mutating func text() throws(JSONProblem) -> (decoded: [UInt8]?, isASCII: Bool) {
    let quote = index
    index += 1
    var stretch = index
    /// What stands before `stretch`, if there was an escape.
    var decoded: [UInt8]?
    var isASCII = true
    while index < bytes.count {
      // What stands for itself.
      index = Self.passing(bytes.span, from: index) {
        $0 >= 32 && $0 < 0x80 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }
      guard index < bytes.count else { break }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        decoded?.append(contentsOf: bytes[stretch..<index])
        index += 1
        return (decoded, isASCII)
      case UInt8(ascii: "\\"):
        var text = decoded ?? []
        // One owner, or each escape would copy the text so far.
        decoded = nil
        text.append(contentsOf: bytes[stretch..<index])
        try escape(&text)
        decoded = text
        stretch = index
      case 0: throw problem(.nul)
      case 1..<32: throw problem(.syntax("a quoted text does not end on its line"))
      default:
        let length = TextCheck.scalarLength(bytes, at: index)
        guard length > 0 else { throw problem(.invalidUTF8) }
        isASCII = false
        index += length
      }
    }
    throw problem(.syntax("a quoted text does not end"), at: quote)
  }

  /// The place behind all bytes of a kind.
  @inline(__always)
  private static func passing(
    _ bytes: Swift.Span<UInt8>, from start: Int, _ isOfKind: (UInt8) -> Bool
  ) -> Int {
    var place = start
    while place < bytes.count, isOfKind(bytes[place]) { place += 1 }
    return place
  }

  /// Appends the character of the escape at `index`.
  private mutating func escape(_ output: inout [UInt8]) throws(JSONProblem) {
    let start = index
    guard index + 1 < bytes.count else {
      throw problem(.syntax("a quoted text does not end"), at: start)
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
      throw problem(.syntax("a backslash is not allowed before this letter"), at: start)
    }
  }

  private mutating func hexadecimal() throws(JSONProblem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard index < bytes.count, let digit = bytes[index].hexadecimalValue else {
        throw unexpected("four hexadecimal digits are expected here")
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }

  // MARK: bytes

  private mutating func skipBlanks() {
    index = Self.passing(bytes.span, from: index) { $0.isWhiteSpace }
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

  /// Something else than what the grammar asks for, unless it is not text at all.
  private func unexpected(_ clause: String) -> JSONProblem {
    guard index < bytes.count else { return problem(.syntax(clause)) }
    if bytes[index] == 0 { return problem(.nul) }
    let isText = bytes[index] < 0x80 || TextCheck.scalarLength(bytes, at: index) > 0
    return problem(isText ? .syntax(clause) : .invalidUTF8)
  }
}
