internal import RubricaBundle
package import RubricaModel
package import RubricaSource

/// What all guidelines of a workspace share, as far as it decides what their bundles say.
package struct GovernedWorkspace: Sendable {
  /// All of rubrica.yaml.
  package var root: DataNode?
  /// What the workspace asks for besides the compiler's own checklist, or otherwise.
  package var items: [Catalogue.Item]
  /// Templates that override what the compiler carries, by path, with their bytes.
  package var templates: [(path: String, bytes: [UInt8])]
  /// Whether some target knows labels by their place in the layer.
  package var orderIsIdentity: Bool

  package init(
    root: DataNode?, items: [Catalogue.Item] = [],
    templates: [(path: String, bytes: [UInt8])] = [], orderIsIdentity: Bool
  ) {
    self.root = root
    self.items = items
    self.templates = templates
    self.orderIsIdentity = orderIsIdentity
  }
}

/// governance.yaml and rubrica.yaml, value by value.
extension LeafBuilder {
  /// Keys of rubrica.yaml that are not leaves: the version of the format, and the policy, which has a
  /// digest of its own.
  private static let otherKeys: Set<String> = ["rubrica", "approval"]

  mutating func addWorkspace(_ workspace: GovernedWorkspace) {
    for field in workspace.root?.fields ?? [] where !Self.otherKeys.contains(field.key.value) {
      addData(field.value, at: "workspace/" + LeafSegment.of(field.key.value))
    }
    for item in workspace.items { add(item) }
    for template in workspace.templates {
      add(
        "workspace/templates/" + LeafPath.segments(template.path),
        text: Array(Digest(template.bytes).description.utf8), at: guideline.document.head, .legal)
    }
  }

  /// An item of the checklist, fact by fact: whoever signs answers its question.
  private mutating func add(_ item: Catalogue.Item) {
    let clauses = item.clauses.map { "\($0.framework): \($0.clause) (\($0.asOf))" }
    let facts: [(String, [String])] = [
      ("group", [item.group]), ("question", [item.question]), ("why", [item.why]),
      ("how", [item.how]), ("kind", [item.kind.rawValue]), ("level", [item.level.rawValue]),
      ("role", [item.role]), ("applies-if", item.appliesIf.map { [$0] } ?? []),
      ("stages", item.stages.map(\.rawValue)), ("evidence", item.evidence), ("clauses", clauses),
    ]
    let path = "workspace/checklist/items/" + LeafSegment.of(item.id)
    for (name, lines) in facts where lines != [] && lines != [""] {
      let text = lines.map { LeafValue.line($0) }.joined(separator: "\n")
      add("\(path)/\(name)", text: Array(text.utf8), at: guideline.document.head, .legal)
    }
  }

  mutating func addData(_ node: DataNode, at path: String) {
    switch node.kind {
    case .scalar: add(path, text: Self.text(of: node), at: node.span, .legal)
    case .mapping(let fields):
      if fields.isEmpty { add(path, text: Array("{}".utf8), at: node.span, .legal) }
      for field in fields {
        let place = path + "/" + LeafSegment.of(field.key.value)
        if case .scalar(_, _) = field.value.kind, path.hasPrefix("governance/") {
          add(
            free(place), text: Self.text(of: field.value), at: field.value.span, .legal,
            references: references(field))
        } else {
          addData(field.value, at: free(place))
        }
      }
    case .list(let items): addList(items, node, at: path)
    }
  }

  /// Entries with an id, a role, a metric or an item go by it, so that one that is put before others
  /// changes none of them; other values are one leaf together, and one value is a list of one.
  private mutating func addList(_ items: [DataNode], _ node: DataNode, at path: String) {
    let isPlain = items.allSatisfy { if case .scalar = $0.kind { true } else { false } }
    if isPlain {
      let lines = items.map(Self.text(of:))
      add(
        path, text: items.isEmpty ? Array("[]".utf8) : Array(lines.joined(separator: [10])),
        at: node.span, .legal)
      return
    }
    for (item, name) in zip(items, LeafSegment.names(ofEntries: items)) {
      var segment = name.text.map(LeafSegment.of) ?? ""
      if !name.isUnique { segment += LeafPath.segment(saying: Self.whole(item)) }
      addData(item, at: free(path + "/" + segment))
    }
  }

  /// A metric is about a layer and perhaps a label.
  private func references(_ field: DataNode.Field) -> Set<String> {
    var found: Set<String> = []
    guard let text = field.value.text?.value else { return found }
    switch field.key.value {
    case "layer": names.layer(text, &found)
    case "label": names.label(text, &found)
    default: break
    }
    return found
  }

  /// A value on one line; quotes around it and white space in it say nothing, but for nothing at all.
  private static func text(of node: DataNode) -> [UInt8] {
    guard let text = node.text?.value else {
      if case .scalar("", isPlain: false) = node.kind { return [] }
      return Array("\\nothing".utf8)
    }
    return oneLine(text)
  }

  static func oneLine(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == 32 || (9...13).contains(byte) {
        if let last = bytes.last, last != 32 { bytes.append(32) }
        continue
      }
      if byte == UInt8(ascii: "\\") { bytes.append(byte) }
      bytes.append(byte)
    }
    if bytes.last == 32 { bytes.removeLast() }
    return bytes
  }

  /// An entry without a name, as what it is known by; the order of keys says nothing.
  private static func whole(_ node: DataNode) -> [UInt8] {
    switch node.kind {
    case .scalar: return Array("\"".utf8) + text(of: node) + Array("\"\n".utf8)
    case .list(let items): return Array("[".utf8) + items.flatMap(whole) + Array("]\n".utf8)
    case .mapping(let fields):
      let parts = fields.map { Array($0.key.value.utf8) + [58] + whole($0.value) }
      return Array("{".utf8) + parts.sorted { $0.lexicographicallyPrecedes($1) }.joined()
        + Array("}\n".utf8)
    }
  }
}
