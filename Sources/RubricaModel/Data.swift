package import RubricaSource

/// A tree of plain data with places: governance and settings, whose shape is a table of keys
/// rather than a type a key.
package struct DataNode: Sendable {
  package enum Kind: Sendable {
    /// As written; `isPlain` without quotes.
    case scalar(String, isPlain: Bool)
    case list([DataNode])
    case mapping([Field])
  }

  package struct Field: Sendable {
    package var key: Located<String>
    package var value: DataNode

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
    guard hasText, case .scalar(let text, _) = kind else { return nil }
    return Located(text, span)
  }

  /// Whether it is a scalar that is neither empty nor null.
  package var hasText: Bool {
    guard case .scalar(let text, let isPlain) = kind else { return false }
    return !text.isEmpty && !(isPlain && (text == "~" || text == "null"))
  }

  package subscript(key: String) -> DataNode? { fields.first { $0.key.value == key }?.value }

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

/// What governance.yaml says: a tree whose keys `docs/format/governance.md` lists.
package struct Governance: Sendable {
  package var root: DataNode

  package init(root: DataNode) { self.root = root }

  /// The measures of quality and their limits.
  package var metrics: [DataNode] { root["quality"]?["metrics"]?.items ?? [] }
}

/// What rubrica.yaml says.
package struct Workspace: Sendable {
  package var organisation: Located<String>?
  /// The targets to build, in order, each with its settings.
  package var targets: [(id: Located<String>, settings: DataNode)]
  /// Paths of catalogues that the checklist is extended with, in order.
  package var catalogues: [Located<String>] = []
  /// What is asked of single checks.
  package var checks = CheckSettings.none
  /// Who must agree to what; nil if nobody has to.
  package var approval: ApprovalPolicy?
  /// All of the file; nil if it cannot be read.
  package var root: DataNode?

  package init(organisation: Located<String>?, targets: [(id: Located<String>, settings: DataNode)])
  {
    self.organisation = organisation
    self.targets = targets
  }
}
