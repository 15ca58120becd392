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

  /// An entry in as few bytes as it takes: they are kept for all guidelines at once.
  struct Record: Sendable {
    var bundle: String
    fileprivate var bytes: ArraySlice<UInt8>
  }

  /// Compiler, templates, settings and stage: another key, another cache.
  var key: String
  /// By the path of the document.
  var records: [String: Record]

  static let empty = BuildCache(key: "", records: [:])

  /// Whether nothing that `entry` depends on has changed.
  func isFresh(_ entry: Entry, root: String, output: String) -> Bool {
    for input in entry.inputs {
      let path = WorkspaceLocation.join(root, input.path)
      if let stamp = input.stamp {
        guard FileStamp(at: path) == stamp else { return false }
      } else {
        guard FileStamp.isAbsent(path) else { return false }
      }
    }
    for file in entry.outputs
    where FileStamp(at: "\(output)/\(entry.bundle)/\(file.path)") != file.stamp { return false }
    return true
  }
}

extension BuildCache.Record {
  init(_ entry: BuildCache.Entry) {
    var writer = FieldWriter()
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
    // A copy has no room to spare at its end.
    bytes = Array(writer.bytes[...])[...]
    bundle = entry.bundle
  }

  /// Bytes that it takes at most in the file, besides its path.
  fileprivate var size: Int { bundle.utf8.count + bytes.count + 16 }

  /// Nil if the record is damaged.
  var entry: BuildCache.Entry? {
    var reader = FieldCursor(bytes)
    guard
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
      let diagnostics = reader.list({ $0.diagnostic() }), reader.isAtEnd
    else { return nil }
    return BuildCache.Entry(
      bundle: bundle, inputs: inputs, outputs: outputs, sources: sources, diagnostics: diagnostics)
  }
}

extension BuildCache {
  private static let magic = "rubrica cache 3\n"

  var bytes: [UInt8] {
    var writer = FieldWriter()
    writer.reserve(records.reduce(200) { $0 + $1.key.utf8.count + $1.value.size })
    writer.text(Self.magic)
    writer.text(key)
    writer.number(records.count)
    for path in records.keys.sorted() {
      guard let record = records[path] else { continue }
      writer.text(path)
      writer.text(record.bundle)
      writer.record(record.bytes)
    }
    return writer.bytes
  }

  init?(_ bytes: [UInt8]) {
    var reader = FieldCursor(bytes[...])
    guard reader.text() == Self.magic, let key = reader.text(), let count = reader.number() else {
      return nil
    }
    var records: [String: Record] = [:]
    for _ in 0..<max(count, 0) {
      guard let path = reader.text(), let bundle = reader.text(), let bytes = reader.record() else {
        return nil
      }
      records[path] = Record(bundle: bundle, bytes: bytes)
    }
    guard reader.isAtEnd else { return nil }
    self.init(key: key, records: records)
  }
}
