internal import RubricaFiles
internal import RubricaSource

/// What the last build into a folder made of what, so that the next one need not make it again.
///
/// A guideline is fresh if the stamp of everything it read is the same (a file that was missing is
/// still missing), the stamp of everything it wrote is the same, and the compiler and the settings
/// are. The cache is only ever a saving of time: a damaged one is as good as none.
struct BuildCache: Sendable {
  struct Entry: Sendable {
    var bundle: String
    /// What was read: its path, and its stamp, or nil if it was not there.
    var inputs: [(path: String, stamp: FileStamp?)]
    /// What was written, relative to the bundle.
    var outputs: [(path: String, stamp: FileStamp)]
    /// Names of the sources that findings point into, in order.
    var sources: [String]
    var diagnostics: [Diagnostic]
  }

  /// Compiler, templates, settings and stage: another key, another cache.
  var key: String
  /// By the path of the document.
  var entries: [String: Entry]

  static let empty = BuildCache(key: "", entries: [:])

  /// Whether nothing that `entry` depends on has changed.
  func isFresh(_ entry: Entry, root: String, output: String) -> Bool {
    for input in entry.inputs
    where FileStamp(at: WorkspaceLocation.join(root, input.path)) != input.stamp { return false }
    for file in entry.outputs
    where FileStamp(at: "\(output)/\(entry.bundle)/\(file.path)") != file.stamp { return false }
    return true
  }
}

extension BuildCache {
  private static let magic = "rubrica cache 2\n"

  var bytes: [UInt8] {
    var writer = FieldWriter()
    writer.text(Self.magic)
    writer.text(key)
    writer.number(entries.count)
    for path in entries.keys.sorted() {
      guard let entry = entries[path] else { continue }
      writer.text(path)
      writer.text(entry.bundle)
      writer.list(entry.inputs) { writer, input in
        writer.text(input.path)
        writer.optional(input.stamp) { $0.stamp($1) }
      }
      writer.list(entry.outputs) { writer, output in
        writer.text(output.path)
        writer.stamp(output.stamp)
      }
      writer.list(entry.sources) { $0.text($1) }
      writer.list(entry.diagnostics) { $0.diagnostic($1) }
    }
    return writer.bytes
  }

  init?(_ bytes: [UInt8]) {
    var reader = FieldCursor(bytes)
    guard reader.text() == Self.magic, let key = reader.text(), let count = reader.number() else {
      return nil
    }
    var entries: [String: Entry] = [:]
    for _ in 0..<count {
      guard let path = reader.text(), let bundle = reader.text(),
        let inputs = reader.list({ reader -> (path: String, stamp: FileStamp?)? in
          guard let path = reader.text(), let isThere = reader.number() else { return nil }
          guard isThere == 1 else { return (path, nil) }
          return reader.stamp().map { (path, $0) }
        }),
        let outputs = reader.list({ reader -> (path: String, stamp: FileStamp)? in
          guard let path = reader.text(), let stamp = reader.stamp() else { return nil }
          return (path, stamp)
        }),
        let sources = reader.list({ $0.text() }),
        let diagnostics = reader.list({ $0.diagnostic() })
      else { return nil }
      entries[path] = Entry(
        bundle: bundle, inputs: inputs, outputs: outputs, sources: sources,
        diagnostics: diagnostics)
    }
    guard reader.isAtEnd else { return nil }
    self.init(key: key, entries: entries)
  }
}
