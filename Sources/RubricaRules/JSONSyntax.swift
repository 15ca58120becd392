/// Finds where a text stops being JSON (RFC 8259). Several values on lines of their own are taken
/// too, as in JSON Lines.
struct JSONSyntax {
  struct Problem {
    let offset: Int
    let message: String
  }

  private static let depthLimit = 200

  private let text: [UInt8]
  private var index = 0
  private var problem: Problem?

  static func problem(in text: [UInt8]) -> Problem? {
    var syntax = JSONSyntax(text: text)
    syntax.skipBlanks()
    guard syntax.index < text.count else { return Problem(offset: 0, message: "it is empty") }
    while syntax.problem == nil, syntax.index < text.count {
      let start = syntax.index
      syntax.value(depth: 0)
      syntax.skipBlanks()
      if syntax.problem == nil, syntax.index < text.count,
        !text[start..<syntax.index].contains(10) || text[syntax.index] != UInt8(ascii: "{")
      {
        syntax.fail("the value ended before this")
      }
    }
    return syntax.problem
  }

  private init(text: [UInt8]) { self.text = text }

  private mutating func fail(_ message: String) {
    if problem == nil { problem = Problem(offset: min(index, text.count), message: message) }
  }

  private mutating func skipBlanks() {
    while index < text.count, [32, 9, 10, 13].contains(text[index]) { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < text.count, text[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) {
    skipBlanks()
    guard depth < Self.depthLimit else { return fail("it is nested too deep") }
    guard index < text.count else { return fail("a value is missing at the end") }
    switch text[index] {
    case UInt8(ascii: "{"): object(depth)
    case UInt8(ascii: "["): array(depth)
    case UInt8(ascii: "\""): string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    default:
      for word in ["true", "false", "null"] where text[index...].starts(with: word.utf8) {
        index += word.utf8.count
        return
      }
      fail("a value is expected here")
    }
  }

  private mutating func object(_ depth: Int) {
    index += 1
    skipBlanks()
    if take(UInt8(ascii: "}")) { return }
    repeat {
      skipBlanks()
      guard index < text.count, text[index] == UInt8(ascii: "\"") else {
        return fail("a key in quotes is expected here")
      }
      string()
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { return fail("a colon is expected here") }
      value(depth: depth + 1)
      guard problem == nil else { return }
      skipBlanks()
    } while take(UInt8(ascii: ","))
    if !take(UInt8(ascii: "}")) { fail("a comma or `}` is expected here") }
  }

  private mutating func array(_ depth: Int) {
    index += 1
    skipBlanks()
    if take(UInt8(ascii: "]")) { return }
    repeat {
      value(depth: depth + 1)
      guard problem == nil else { return }
      skipBlanks()
    } while take(UInt8(ascii: ","))
    if !take(UInt8(ascii: "]")) { fail("a comma or `]` is expected here") }
  }

  private mutating func string() {
    let start = index
    index += 1
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\""):
        index += 1
        return
      case UInt8(ascii: "\\"): index += 2
      case 0..<32: return fail("a text in quotes does not end on this line")
      default: index += 1
      }
    }
    index = start
    fail("a text in quotes does not end")
  }

  private mutating func number() {
    _ = take(UInt8(ascii: "-"))
    let digits = index
    while index < text.count, (48...57).contains(text[index]) { index += 1 }
    guard index > digits else { return fail("a digit is expected here") }
    if take(UInt8(ascii: ".")) {
      let fraction = index
      while index < text.count, (48...57).contains(text[index]) { index += 1 }
      guard index > fraction else { return fail("a digit is expected here") }
    }
    if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      let exponent = index
      while index < text.count, (48...57).contains(text[index]) { index += 1 }
      guard index > exponent else { return fail("a digit is expected here") }
    }
  }
}
