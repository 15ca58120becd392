internal import RubricaFiles
internal import RubricaSource

/// Writes the fields of the cache: numbers of seven bits a byte, the lowest first, and texts with
/// their length before them.
struct FieldWriter {
  private(set) var bytes: [UInt8] = []

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func number(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func record(_ record: ArraySlice<UInt8>) {
    number(record.count)
    bytes.append(contentsOf: record)
  }

  mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func list<Item>(_ items: [Item], _ each: (inout FieldWriter, Item) -> Void) {
    number(items.count)
    for item in items { each(&self, item) }
  }

  mutating func optional<Item>(_ item: Item?, _ each: (inout FieldWriter, Item) -> Void) {
    number(item == nil ? 0 : 1)
    if let item { each(&self, item) }
  }

  mutating func stamp(_ stamp: FileStamp) {
    number(Int(stamp.kind.rawValue))
    number(Int(stamp.size))
    number(Int(stamp.modified))
    number(Int(stamp.changed))
    number(Int(Int64(bitPattern: stamp.inode)))
  }

  mutating func span(_ span: Span) {
    number(Int(span.source.index))
    number(Int(span.start))
    number(Int(span.end))
  }

  mutating func diagnostic(_ diagnostic: Diagnostic) {
    text(diagnostic.id)
    text(diagnostic.severity.rawValue)
    text(diagnostic.message)
    span(diagnostic.span)
    optional(diagnostic.label) { $0.text($1) }
    list(diagnostic.notes) { writer, note in
      writer.text(note.message)
      writer.optional(note.span) { $0.span($1) }
    }
    optional(diagnostic.help) { $0.text($1) }
    list(diagnostic.fixes) { writer, fix in
      writer.text(fix.title)
      writer.number(fix.isSafe ? 1 : 0)
      writer.list(fix.edits) { writer, edit in
        writer.span(edit.span)
        writer.text(edit.replacement)
      }
    }
    optional(diagnostic.allowance) { writer, allowance in
      writer.text(allowance.reason)
      writer.span(allowance.span)
    }
  }
}

/// Reads what `FieldWriter` wrote; nil for anything else.
struct FieldCursor {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { bytes.isEmpty }

  mutating func number() -> Int? {
    var value: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 7) {
      guard let byte = bytes.popFirst() else { return nil }
      value |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte < 0x80 { return Int(truncatingIfNeeded: value) }
    }
    return nil
  }

  mutating func record() -> ArraySlice<UInt8>? {
    guard let count = number(), count >= 0, count <= bytes.count else { return nil }
    defer { bytes.removeFirst(count) }
    return bytes.prefix(count)
  }

  mutating func text() -> String? {
    record().flatMap { String(validating: $0, as: UTF8.self) }
  }

  mutating func list<Item>(_ each: (inout FieldCursor) -> Item?) -> [Item]? {
    guard let count = number(), count >= 0, count <= bytes.count else { return nil }
    var items: [Item] = []
    for _ in 0..<count {
      guard let item = each(&self) else { return nil }
      items.append(item)
    }
    return items
  }

  mutating func stamp() -> FileStamp? {
    guard let raw = number(), let kind = UInt8(exactly: raw).flatMap(FileStamp.Kind.init),
      let size = number(), let modified = number(), let changed = number(),
      let inode = number()
    else { return nil }
    return FileStamp(
      kind: kind, size: Int64(size), modified: Int64(modified), changed: Int64(changed),
      inode: UInt64(bitPattern: Int64(inode)))
  }

  mutating func span() -> Span? {
    guard let source = number(), let start = number(), let end = number(),
      (0..<65_536).contains(source), (0...Int(UInt32.max)).contains(start),
      (start...Int(UInt32.max)).contains(end)
    else { return nil }
    return Span(SourceID(source), start, end)
  }

  /// A flag, and the item if it is set; nil if neither reads.
  private mutating func optional<Item>(_ each: (inout FieldCursor) -> Item?) -> Item?? {
    guard let flag = number() else { return nil }
    if flag == 0 { return .some(nil) }
    return each(&self).map { .some($0) }
  }

  mutating func diagnostic() -> Diagnostic? {
    guard let id = text(), let severity = text().flatMap(Severity.init), let message = text(),
      let span = span(), let label = optional({ $0.text() }),
      let notes = list({ reader -> Diagnostic.Note? in
        guard let message = reader.text(), let span = reader.optional({ $0.span() }) else {
          return nil
        }
        return Diagnostic.Note(message, at: span)
      }),
      let help = optional({ $0.text() }),
      let fixes = list({ reader -> Fix? in
        guard let title = reader.text(), let isSafe = reader.number(),
          let edits = reader.list({ reader -> Fix.Edit? in
            guard let span = reader.span(), let replacement = reader.text() else { return nil }
            return Fix.Edit(span, replacement)
          })
        else { return nil }
        return Fix(title, edits: edits, isSafe: isSafe == 1)
      }),
      let allowance = optional({ reader -> Diagnostic.Allowance? in
        guard let reason = reader.text(), let span = reader.span() else { return nil }
        return Diagnostic.Allowance(reason: reason, span: span)
      })
    else { return nil }
    return Diagnostic(
      id: id, severity: severity, message: message, span: span, label: label, notes: notes,
      help: help, fixes: fixes, allowance: allowance)
  }
}
