internal import RubricaCompiler
internal import RubricaModel
internal import RubricaRules
internal import RubricaSource

/// An example of a check, compiled: the findings of that check alone.
struct Examined {
  let diagnostics: [Diagnostic]
  let sources: Sources
  private let expected: [String]

  init(_ text: String, files: [String: String], check: CheckInfo) throws {
    let document = Marked(text)
    var all = ["guideline.md": document.bytes]
    var places = document.ranges.map { Self.describe("guideline.md", $0, document.bytes) }
    for (path, content) in files.sorted(by: { $0.key < $1.key }) {
      let file = Marked(content)
      all[path] = file.bytes
      places += file.ranges.map { Self.describe(path, $0, file.bytes) }
    }
    try self.init(bytes: all, expected: places.sorted(), check: check)
  }

  /// Files as bytes: the document is `guideline.md`.
  init(bytes all: [String: [UInt8]], expected: [String] = [], check: CheckInfo) throws {
    self.expected = expected
    var input = compileInput(all, id: "example")
    if all["before/guideline.md"] != nil {
      var earlier = input
      earlier.document = "before/guideline.md"
      input.before[input.defaultID] = try Compiler.read(earlier)
    }
    let compilation = try Compiler.check(input)
    sources = compilation.guideline.sources
    diagnostics = compilation.diagnostics.filter { $0.id == check.id }
  }

  /// The places of findings that were marked, and those that were found, readable.
  var places: (expected: [String], found: [String]) {
    let found = diagnostics.map {
      Self.describe(sources[$0.span.source].name, $0.span.range, sources[$0.span.source].bytes)
    }
    return (expected, found.sorted())
  }

  private static func describe(_ file: String, _ range: Range<Int>, _ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    return "\(file):\(range.lowerBound)..<\(range.upperBound) \(text)"
  }

  /// The document after the first fix of every finding; nil if a finding has none.
  var fixedDocument: String? {
    var edits: [Fix.Edit] = []
    for diagnostic in diagnostics {
      guard let fix = diagnostic.fixes.first else { return nil }
      edits += fix.edits
    }
    guard !edits.isEmpty, let source = edits.first?.span.source else { return nil }
    var bytes = sources[source].bytes
    for edit in edits.sorted(by: { $0.span > $1.span }) {
      bytes.replaceSubrange(edit.span.range, with: edit.replacement.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
