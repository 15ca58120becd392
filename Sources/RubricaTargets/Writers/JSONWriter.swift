internal import RubricaSource

/// Writes JSON member by member, on one line or indented as `JSON` does it: what is long need not
/// become a tree of `JSON` first.
package struct JSONWriter: ~Copyable {
  private var output: ByteBuffer
  /// How many objects are open; nil on one line.
  private var depth: Int?

  package var bytes: [UInt8] { output.bytes }

  /// - Parameter depth: how many objects and lists are open around what is written; nil on one line.
  package init(depth: Int? = nil) {
    output = ByteBuffer()
    self.depth = depth
  }

  private init(indented output: consuming ByteBuffer) {
    self.output = output
    depth = 0
  }

  /// A file that holds an object, indented: hardly more than `size` bytes.
  package static func file(
    reserving size: Int, _ members: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    document(reserving: size) { $0.object(members) }
  }

  /// A file that holds a list, indented: hardly more than `size` bytes.
  package static func list(
    reserving size: Int, _ items: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    document(reserving: size) { $0.array(items) }
  }

  private static func document(
    reserving size: Int, _ content: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    ByteBuffer.bytes(reserving: size) { output in
      var writer = JSONWriter(indented: output)
      content(&writer)
      writer.output.append(UInt8(ascii: "\n"))
      output = writer.output
    }
  }

  // MARK: values

  /// An object, in a list, as the value of a member or alone.
  @inline(__always)
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "{"), UInt8(ascii: "}"))
  }

  /// A list, its items on lines of their own if lines are indented.
  @inline(__always)
  package mutating func array(_ items: (inout JSONWriter) -> Void) {
    startArray()
    items(&self)
    endArray()
  }

  /// For who writes its items one by one.
  package mutating func startArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "["), UInt8(ascii: "]")) }

  private mutating func open(_ bracket: UInt8) {
    beforeValue()
    output.append(bracket)
    if let depth { self.depth = depth + 1 }
  }

  private mutating func close(_ opening: UInt8, _ bracket: UInt8) {
    if let depth {
      self.depth = depth - 1
      if output.last != opening { output.append(lineWithIndent: depth - 1) }
    }
    output.append(bracket)
  }

  /// A list whose items stand on lines of their own, as the value of a member of a whole document.
  package mutating func lines(_ count: Int, _ item: (inout JSONWriter, Int) -> Void) {
    let around = depth
    depth = nil
    output.append(UInt8(ascii: "["))
    for place in 0..<count {
      output.append(place > 0 ? ",\n    " : "\n    ")
      item(&self, place)
    }
    output.append(count > 0 ? "\n  ]" : "]")
    depth = around
  }

  package mutating func item(_ text: String) {
    beforeValue()
    output.append(json: text)
  }

  package mutating func item(_ number: Int) {
    beforeValue()
    append(number)
  }

  package mutating func item(_ number: Double) {
    beforeValue()
    output.append(utf8: Number.text(number))
  }

  package mutating func item(_ value: Bool) {
    beforeValue()
    output.append(value ? "true" : "false")
  }

  private mutating func append(_ number: Int) {
    if number >= 0 { output.append(decimal: number) } else { output.append(utf8: String(number)) }
  }

  // MARK: pieces

  // For what is written hundreds of times: nothing is put between them.

  /// Markup of our own.
  @inline(__always)
  package mutating func raw(_ markup: StaticString) { output.append(markup) }

  package mutating func text(_ text: String) { output.append(json: text) }

  /// A number that is never negative.
  package mutating func number(_ number: Int) { output.append(decimal: number) }

  // MARK: members

  package mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    output.append(json: text)
  }

  package mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    if let text { output.append(json: text) } else { output.append("null") }
  }

  package mutating func member(_ name: StaticString, _ text: Substring) {
    key(name)
    output.append(json: text.utf8.span)
  }

  package mutating func member(_ name: StaticString, _ number: Int) {
    key(name)
    append(number)
  }

  package mutating func member(_ name: StaticString, _ number: Int?) {
    key(name)
    if let number { append(number) } else { output.append("null") }
  }

  package mutating func member(_ name: StaticString, _ number: Double) {
    key(name)
    output.append(utf8: Number.text(number))
  }

  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    output.append(value ? "true" : "false")
  }

  /// A text that is at hand as UTF-8 bytes.
  package mutating func member(_ name: StaticString, text bytes: [UInt8]) {
    key(name)
    output.append(json: bytes)
  }

  /// A member with a name that was made.
  package mutating func member(named name: String, _ number: Int) {
    key(named: name)
    append(number)
  }

  @inline(__always)
  package mutating func member(_ name: StaticString, object members: (inout JSONWriter) -> Void) {
    key(name)
    object(members)
  }

  @inline(__always)
  package mutating func member(_ name: StaticString, list items: (inout JSONWriter) -> Void) {
    key(name)
    array(items)
  }

  /// A member with a name that was made.
  @inline(__always)
  package mutating func member(named name: String, list items: (inout JSONWriter) -> Void) {
    key(named: name)
    array(items)
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

  /// A name; its value comes next.
  package mutating func key(_ name: StaticString) {
    beforeKey()
    output.append("\"", name, depth == nil ? "\":" : "\": ")
  }

  /// A name that was made; its value comes next.
  package mutating func key(named name: String) {
    beforeKey()
    output.append(json: name)
    output.append(UInt8(ascii: ":"))
    if depth != nil { output.append(UInt8(ascii: " ")) }
  }

  private mutating func beforeKey() {
    comma()
    if let depth { output.append(lineWithIndent: depth) }
  }

  private mutating func comma() {
    if needsComma { output.append(UInt8(ascii: ",")) }
  }

  /// Between members, and before a key that opens an object nothing.
  private var needsComma: Bool {
    switch output.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: " "): false
    default: true
    }
  }

  /// In a list, behind the value before it; behind a name and alone there is nothing between.
  private mutating func beforeValue() {
    switch output.last {
    case nil, UInt8(ascii: ":"), UInt8(ascii: " "): return
    case UInt8(ascii: "["), UInt8(ascii: "{"): break
    default: output.append(UInt8(ascii: ","))
    }
    if let depth { output.append(lineWithIndent: depth) }
  }
}
