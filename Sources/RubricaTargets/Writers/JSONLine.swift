internal import RubricaSource

/// Writes JSON on one line, member by member: long lists need not become a tree of `JSON` first.
package struct JSONLine {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// An object, in a list or alone.
  package mutating func object(_ members: (inout JSONLine) -> Void) {
    comma()
    bytes.append(UInt8(ascii: "{"))
    members(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  /// A list whose items stand on lines of their own, as the value of a member of an indented
  /// document.
  package mutating func lines(_ count: Int, _ item: (inout JSONLine, Int) -> Void) {
    bytes.append(UInt8(ascii: "["))
    for place in 0..<count {
      comma()
      bytes.append("\n    ")
      item(&self, place)
    }
    bytes.append(count > 0 ? "\n  ]" : "]")
  }

  /// A text in a list.
  package mutating func item(_ text: String) {
    comma()
    bytes.append(json: text)
  }

  // MARK: members

  package mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    if let text { bytes.append(json: text) } else { bytes.append("null") }
  }

  package mutating func member(_ name: StaticString, _ number: Int?) {
    key(name)
    if let number { bytes.append(decimal: number) } else { bytes.append("null") }
  }

  package mutating func member(_ name: StaticString, object members: (inout JSONLine) -> Void) {
    key(name)
    object(members)
  }

  package mutating func member(_ name: StaticString, list items: (inout JSONLine) -> Void) {
    key(name)
    bytes.append(UInt8(ascii: "["))
    items(&self)
    bytes.append(UInt8(ascii: "]"))
  }

  /// Members that were written before.
  package mutating func members(_ written: [UInt8]) {
    comma()
    bytes.append(contentsOf: written)
  }

  private mutating func key(_ name: StaticString) {
    let needsComma = needsComma
    bytes.append(addingCapacity: name.utf8CodeUnitCount + 4) { output in
      if needsComma { output.append(UInt8(ascii: ",")) }
      output.append(UInt8(ascii: "\""))
      output.append(name)
      output.append(UInt8(ascii: "\""))
      output.append(UInt8(ascii: ":"))
    }
  }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  /// Between values: behind whatever does not open a list, an object, a line or the value of a member.
  private var needsComma: Bool {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: " "): false
    default: true
    }
  }
}
