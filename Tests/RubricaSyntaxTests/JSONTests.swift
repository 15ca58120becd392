import RubricaSource
import RubricaSyntax
import Testing

/// JSON in, tree out; what readers could take differently is refused.
struct JSONTests {
  private func parse(_ text: String) throws -> JSONValue { try JSONParser.parse(Array(text.utf8)) }

  private func problem(_ bytes: [UInt8]) -> JSONProblem? {
    do throws(JSONProblem) {
      _ = try JSONParser.parse(bytes)
      return nil
    } catch {
      return error
    }
  }

  private func code(_ text: String) -> String? { problem(Array(text.utf8))?.code }

  @Test func valuesHaveTheirPlaces() throws {
    let text =
      " {\"a\": [1, -2.5e3, \"é\\n\\u00e9\\ud83d\\ude00\"], \"b\": {\"c\": null, \"d\": true}}\n"
    let members = try parse(text).object()
    #expect(members.map(\.key) == ["a", "b"])
    #expect(members[0].keySpan.range == 2..<5)
    let list = try members[0].value.array()
    #expect(members[0].value.span.range == 7..<44)
    #expect(try list[0].integer() == 1)
    #expect(try list[2].string() == "é\né😀")
    if case .number("-2.5e3") = list[1].kind {} else { Issue.record("not as written") }
    let inner = try members[1].value.object()
    #expect(try inner[1].value.bool())
    if case .null = inner[0].value.kind {} else { Issue.record("not null") }
  }

  @Test(arguments: [
    ("", "json-syntax"), ("{\"a\":1,\"a\":2}", "json-duplicate-key"),
    ("{\"a\":1,\"\\u0061\":2}", "json-duplicate-key"), ("[\"\\u0000\"]", "json-nul"),
    ("[\"\0\"]", "json-nul"), ("[\0]", "json-nul"), ("[\"\\ud800\"]", "json-lone-surrogate"),
    ("[\"\\ud800\\u0041\"]", "json-lone-surrogate"), ("[\"\\udc00\"]", "json-lone-surrogate"),
    ("1 2", "json-trailing"), ("{}\0", "json-trailing"), ("\u{FEFF}{}", "json-syntax"),
    ("01", "json-syntax"), ("[1,]", "json-syntax"), ("{\"a\":1,}", "json-syntax"),
    ("nul", "json-syntax"), ("+1", "json-syntax"), (".5", "json-syntax"), ("1.", "json-syntax"),
    ("NaN", "json-syntax"), ("'a'", "json-syntax"), ("\"\\q\"", "json-syntax"),
    ("\"\\u12\"", "json-syntax"), ("\"a\nb\"", "json-syntax"), ("{a:1}", "json-syntax"),
    ("[1 2]", "json-syntax"), ("// a\n1", "json-syntax"),
  ])
  func refuses(_ text: String, _ code: String) { #expect(self.code(text) == code) }

  @Test func refusesBytesThatAreNoText() {
    for bytes in [[0xFF], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] as [[UInt8]] {
      #expect(problem(bytes)?.code == "json-not-utf8")
    }
  }

  @Test func manyKeysAreComparedToo() {
    let keys = (0..<200).map { "\"key \($0)\": 0" }
    #expect(code("{\(keys.joined(separator: ","))}") == nil)
    #expect(code("{\(keys.joined(separator: ",")),\"key 3\":1}") == "json-duplicate-key")
    #expect(code("{\(keys.joined(separator: ",")),\"key 199\":1}") == "json-duplicate-key")
  }

  @Test func depthHasABound() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(code(nested(64)) == nil)
    #expect(code(nested(65)) == "json-too-deep")
    #expect(code(String(repeating: "{\"a\":", count: 1_000_000)) == "json-too-deep")
  }

  @Test func wholeNumbersMustFit() throws {
    #expect(try parse("9223372036854775807").integer() == Int.max)
    #expect(try parse("-9223372036854775808").integer() == Int.min)
    for text in ["9223372036854775808", "1e3", "1.0"] {
      #expect(throws: JSONProblem.self) { try parse(text).integer() }
    }
    #expect(throws: JSONProblem.self) { try parse("8").integer(in: 0...7) }
    #expect(throws: JSONProblem.self) { try parse("\"8\"").integer() }
  }

  @Test func fieldsAreClosed() throws {
    var fields = try parse("{\"role\": \"legal\", \"until\": null, \"extra\": 1}").fields()
    #expect(try fields.required("role").string() == "legal")
    #expect(fields.optional("until")?.span == nil)
    #expect(fields.optional("name")?.span == nil)
    do throws(JSONProblem) {
      try fields.end()
      Issue.record("`extra` was taken")
    } catch {
      #expect(error.code == "json-unknown-field")
      #expect(error.span.range == 33..<40)
      #expect(error.message.contains("`name`, `role`, `until`"))
    }
    var bare = try parse("{\"a\": null, \"b\": 1}").fields()
    #expect(try bare.nullable("a")?.span == nil)
    #expect(try bare.nullable("b")?.integer() == 1)
    #expect(throws: JSONProblem.self) { try bare.nullable("c") }
    var other = try parse("{}").fields()
    #expect(throws: JSONProblem(.missingField("role"), at: Span(SourceID(0), 0, 2))) {
      try other.required("role")
    }
    var kelvin = try parse("{\"\u{212A}\": 1}").fields()
    #expect(kelvin.optional("K")?.span == nil)
  }

  @Test func everyCutAndEveryFlipIsAnswered() throws {
    let text = Array(
      "{\"a\": [1, -2.5e3, \"é\\n\\ud83d\\ude00\"], \"b\": {\"c\": null, \"d\": true}}".utf8)
    for end in text.indices { #expect(problem(Array(text[..<end])) != nil) }
    for index in text.indices {
      for bit in 0..<8 {
        var changed = text
        changed[index] ^= 1 << UInt8(bit)
        if let problem = problem(changed) { #expect(problem.span.range.upperBound <= text.count) }
      }
    }
  }

  @Test func shownTextMayRepeatKeysAndLines() {
    func first(_ text: String) -> Int? {
      JSONParser.firstProblem(in: Array(text.utf8)).map { Int($0.span.start) }
    }
    #expect(first("{\"a\":1,\"a\":2}\n{\"b\":1}") == nil)
    #expect(first("{\"a\":1} {\"b\":1}") == 8)
    #expect(first("  ") == 0)
    #expect(first("{\"a\": s}") == 6)
  }

  @Test func base64HasOneForm() {
    for length in 0..<40 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 37 + length) }
      #expect(Base64.decode(Base64.text(bytes).utf8) == bytes)
    }
    for text in [
      "QQ", "QQ=", "QQ===", "QR==", "QUF=", "Q", "Q===", "QQ==QQ==", "QQ-_", "Q Q==", "=",
    ] {
      #expect(Base64.decode(text.utf8) == nil, "\(text)")
    }
    #expect(Base64.decode("Q\nQ= =\r\n".utf8, skippingWhiteSpace: true) == [65])
  }
}
