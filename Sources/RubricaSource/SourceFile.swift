/// The bytes of one file and the name by which people know it.
package struct SourceFile: Sendable {
  /// The path as shown to people: relative to where the command was run.
  package let name: String
  package let bytes: [UInt8]
  private let table = MadeOnce<LineTable>()

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Where its lines start; found out the first time that somebody asks.
  package var lines: LineTable { table.value { LineTable(bytes) } }

  package init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// The text of a range of bytes, clamped to the file. Invalid UTF-8 is repaired: for display only.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

/// All files that one guideline is compiled from.
package struct Sources: Sendable {
  package private(set) var files: [SourceFile] = []

  package init() {}

  package init(_ files: [SourceFile]) { self.files = files }

  package mutating func add(_ file: SourceFile) -> SourceID {
    files.append(file)
    return SourceID(files.count - 1)
  }

  package subscript(_ id: SourceID) -> SourceFile { files[Int(id.index)] }

  /// The bytes alone, for loops: a file has other parts too.
  package func bytes(of id: SourceID) -> [UInt8] { files[Int(id.index)].bytes }

  package func text(_ span: Span) -> String { self[span.source].text(span.range) }
}
