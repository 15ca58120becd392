internal import RubricaSource

/// Writes JSON member by member, on one line or indented as `JSON` does it: what is long need not
/// become a tree of `JSON` first.
package struct JSONWriter: ~Copyable {
  private var output: ByteBuffer
  /// How many objects are open; nil on one line.
  private var depth: Int?

  package var bytes: [UInt8] { output.bytes }

  package init() { output = ByteBuffer() }

  private init(indented output: consuming ByteBuffer) {
    self.output = output
    depth = 0
  }

  /// A file that holds an object, indented: hardly more than `size` bytes.
  package static func file(
    reserving size: Int, _ members: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    ByteBuffer.bytes(reserving: size) { output in
      var writer = JSONWriter(indented: output)
      writer.object(members)
      writer.output.append(UInt8(ascii: "\n"))
      output = writer.output
    }
  }

  /// An object, in a list or alone.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    comma()
    output.append(UInt8(ascii: "{"))
    depth = depth.map { $0 + 1 }
    members(&self)
    depth = depth.map { $0 - 1 }
    if output.last != UInt8(ascii: "{") { newLine() }
    output.append(UInt8(ascii: "}"))
  }

  /// A list whose items stand on lines of their own, as the value of a member of a whole document.
  package mutating func lines(_ count: Int, _ item: (inout JSONWriter, Int) -> Void) {
    let around = depth
    depth = nil
    output.append(UInt8(ascii: "["))
    for place in 0..<count {
      comma()
      output.append("\n    ")
      item(&self, place)
    }
    output.append(count > 0 ? "\n  ]" : "]")
    depth = around
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

  /// A member with a name that was made.
  package mutating func member(named name: String, _ number: Int) {
    beforeKey()
    output.append(json: name)
    afterKey()
    output.append(decimal: number)
  }

  package mutating func member(_ name: StaticString, object members: (inout JSONWriter) -> Void) {
    key(name)
    object(members)
  }

  /// A list on one line.
  package mutating func member(_ name: StaticString, list items: (inout JSONWriter) -> Void) {
    key(name)
    output.append(UInt8(ascii: "["))
    items(&self)
    output.append(UInt8(ascii: "]"))
  }

  package mutating func member(
    _ name: StaticString, lines count: Int, _ item: (inout JSONWriter, Int) -> Void
  ) {
    key(name)
    lines(count, item)
  }

  /// A member whose value was written before.
  package mutating func member(_ name: StaticString, written value: [UInt8]) {
    key(name)
    output.append(contentsOf: value)
  }

  /// Members that were written before.
  package mutating func members(_ written: [UInt8]) { members(written.span) }

  package mutating func members(_ written: Swift.Span<UInt8>) {
    comma()
    output.append(written)
  }

  private mutating func key(_ name: StaticString) {
    beforeKey()
    output.append("\"", name, depth == nil ? "\":" : "\": ")
  }

  private mutating func beforeKey() {
    comma()
    newLine()
  }

  private mutating func afterKey() {
    output.append(UInt8(ascii: ":"))
    if depth != nil { output.append(UInt8(ascii: " ")) }
  }

  private mutating func newLine() {
    if let depth { output.append(lineWithIndent: depth) }
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
