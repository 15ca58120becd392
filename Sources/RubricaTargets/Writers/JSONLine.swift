internal import RubricaSource

/// Writes JSON on one line, member by member: long lists need not become a tree of `JSON` first.
package struct JSONLine: ~Copyable {
  private var output = ByteBuffer()

  package var bytes: [UInt8] { output.bytes }

  package init() {}

  package mutating func reserve(_ count: Int) { output.reserve(count) }

  /// An object, in a list or alone.
  package mutating func object(_ members: (inout JSONLine) -> Void) {
    comma()
    output.append(UInt8(ascii: "{"))
    members(&self)
    output.append(UInt8(ascii: "}"))
  }

  /// A list whose items stand on lines of their own, as the value of a member of an indented
  /// document.
  package mutating func lines(_ count: Int, _ item: (inout JSONLine, Int) -> Void) {
    output.append(UInt8(ascii: "["))
    for place in 0..<count {
      comma()
      output.append("\n    ")
      item(&self, place)
    }
    output.append(count > 0 ? "\n  ]" : "]")
  }

  /// A text in a list.
  package mutating func item(_ text: String) {
    comma()
    output.append(json: text)
  }

  // MARK: members

  package mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    if let text { output.append(json: text) } else { output.append("null") }
  }

  package mutating func member(_ name: StaticString, _ number: Int?) {
    key(name)
    if let number { output.append(decimal: number) } else { output.append("null") }
  }

  package mutating func member(_ name: StaticString, object members: (inout JSONLine) -> Void) {
    key(name)
    object(members)
  }

  package mutating func member(_ name: StaticString, list items: (inout JSONLine) -> Void) {
    key(name)
    output.append(UInt8(ascii: "["))
    items(&self)
    output.append(UInt8(ascii: "]"))
  }

  /// Members that were written before.
  package mutating func members(_ written: [UInt8]) {
    comma()
    output.append(contentsOf: written)
  }

  private mutating func key(_ name: StaticString) {
    comma()
    output.append(UInt8(ascii: "\""))
    output.append(name)
    output.append("\":")
  }

  private mutating func comma() {
    if needsComma { output.append(UInt8(ascii: ",")) }
  }

  /// Between values: behind whatever does not open a list, an object, a line or the value of a member.
  private var needsComma: Bool {
    switch output.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: " "): false
    default: true
    }
  }
}
