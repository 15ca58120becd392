internal import RubricaModel
internal import RubricaSource

/// `extends` in the front matter: what is extended, what is overridden, what is removed.
struct ExtensionHeader {
  /// The kinds of parts that can be overridden or removed.
  enum List: String, CaseIterable {
    case labels, layers, attributes, escape, rules, examples, sections

    /// One part of the list: ``label `stop` ``.
    func part(_ id: String) -> String {
      switch self {
      case .escape: "escape answer `\(id)`"
      default: "\(rawValue.dropLast()) `\(id)`"
      }
    }

    /// Layers and their attributes are overridden key by key, in a place of their own.
    fileprivate var isOverridden: Bool { self != .layers && self != .attributes }
  }

  /// What is different in one layer of the base.
  struct LayerChange {
    var id: Located<String>
    var add: DataNode?
    var override: DataNode?
  }

  var guideline: Located<String>
  var version: Located<String>?
  private(set) var overridden: [List: [Located<String>]] = [:]
  private(set) var removed: [List: [Located<String>]] = [:]
  private(set) var layers: [LayerChange] = []

  /// A path alone, or a mapping.
  init?(_ node: DataNode, problems: inout [Problem]) {
    if let path = node.text {
      guideline = path
      return
    }
    var fields = FieldReader(node, .extends)
    let path = fields.required("guideline")
    version = fields.text("version")
    let (override, remove) = (fields.node("override"), fields.node("remove"))
    let entries = fields.list("layers")
    fields.finish(&problems)
    guard let path else { return nil }
    guideline = path
    if let override {
      overridden = Self.lists(override, .override, List.allCases.filter(\.isOverridden), &problems)
    }
    if let remove { removed = Self.lists(remove, .remove, List.allCases, &problems) }
    for entry in entries {
      var fields = FieldReader(entry, .layerOfBase)
      let id = fields.required("id")
      let (add, override) = (fields.node("add"), fields.node("override"))
      fields.finish(&problems)
      if let id { layers.append(LayerChange(id: id, add: add, override: override)) }
    }
  }

  private static func lists(
    _ node: DataNode, _ keys: Keys, _ lists: [List], _ problems: inout [Problem]
  ) -> [List: [Located<String>]] {
    var fields = FieldReader(node, keys)
    var found: [List: [Located<String>]] = [:]
    for list in lists {
      let ids = fields.texts(list.rawValue)
      if !ids.isEmpty { found[list] = ids }
    }
    fields.finish(&problems)
    return found
  }

  func overrides(_ id: String, _ list: List) -> Bool {
    overridden[list]?.contains { $0.value == id } ?? false
  }

  func removes(_ id: String, _ list: List) -> Bool {
    removed[list]?.contains { $0.value == id } ?? false
  }
}

/// The base of the guideline that is being lowered.
final class Extending {
  let header: ExtensionHeader
  let base: Guideline
  /// Layers of the base that take every label that no other layer names.
  let openLayers: Set<String>
  /// What the base says of each layer, as data: an override changes some of it.
  let layerNodes: [String: DataNode]

  init(
    header: ExtensionHeader, base: Guideline, openLayers: Set<String>,
    layerNodes: [String: DataNode]
  ) {
    self.header = header
    self.base = base
    self.openLayers = openLayers
    self.layerNodes = layerNodes
  }
}
