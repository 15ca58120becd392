/// A YAML text as plain data with places. Depth is capped by the parser.
///
/// Scalars are kept as written, as strings: the reader of a value decides what it is. Governance and settings stay in
/// this form, since their shape is a table of keys rather than a type a key.
package struct DataNode: Sendable {
  package enum Kind: Sendable {
    /// As written; `isPlain` without quotes.
    case scalar(String, isPlain: Bool)
    case list([DataNode])
    /// Of a key that stands twice, the first field; the parser keeps the others for who mends values.
    case mapping([Field])
  }

  package struct Field: Sendable {
    package var key: Located<String>
    package var value: DataNode
    /// Whether it is only a key, within braces and without a colon: `{id: a, b}`.
    package var isBare = false
    /// Whether the key stands before it already.
    package var isRepeated = false

    package init(key: Located<String>, value: DataNode) {
      self.key = key
      self.value = value
    }
  }

  package var kind: Kind
  package var span: Span

  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }

  package var fields: [Field] {
    if case .mapping(let fields) = kind { fields } else { [] }
  }

  package var items: [DataNode] {
    if case .list(let items) = kind { items } else { [] }
  }

  /// A scalar's text, unless it is empty or null.
  package var text: Located<String>? {
    guard case .scalar(let text, let isPlain) = kind, !text.isEmpty, !isPlain || !Self.isNull(text)
    else { return nil }
    return Located(text, span)
  }

  /// Whether it is a scalar that is neither empty nor null.
  package var hasText: Bool {
    guard case .scalar(let text, let isPlain) = kind else { return false }
    return !text.isEmpty && (!isPlain || !Self.isNull(text))
  }

  /// Whether it is a scalar that is marked as a text: in quotation marks, or as a block.
  package var isQuoted: Bool {
    if case .scalar(_, isPlain: false) = kind { true } else { false }
  }

  /// Whether nothing stands behind the key.
  package var isNothing: Bool {
    guard case .scalar(let text, isPlain: true) = kind else { return false }
    return text.isEmpty || Self.isNull(text)
  }

  /// Whether a text without quotes is a null. Most are longer.
  private static func isNull(_ text: String) -> Bool {
    text.utf8.count <= 4 && (text == "~" || text == "null")
  }

  package subscript(key: String) -> DataNode? {
    guard case .mapping(let fields) = kind,
      let place = fields.firstIndex(where: { $0.key.value == key })
    else { return nil }
    return fields[place].value
  }

  /// The nodes at a dotted path; `[*]` behind a key means every item of its list. A missing key
  /// gives nothing.
  package func nodes(at path: String) -> [DataNode] {
    var found = [self]
    for part in path.utf8.split(separator: UInt8(ascii: ".")) {
      let isEvery = part.last == UInt8(ascii: "]")
      let key = String(Substring(isEvery ? part.dropLast(3) : part))
      found = found.compactMap { $0[key] }
      if isEvery { found = found.flatMap(\.items) }
    }
    return found
  }
}
