internal import RubricaModel
internal import RubricaSource

/// Layers of the base, with what the extension says of them. They are merged as data and lowered
/// again, so that an override changes the keys that it states and no others.
extension Lowering {
  mutating func mergeLayers(_ extending: Extending) {
    let base = extending.base
    for change in extending.header.layers
    where !base.layers.contains(where: { $0.id.value == change.id.value }) {
      report(
        .unknownBasePart(
          change.id.value, list: "layers", known: base.layers.map { $0.id.value }),
        at: change.id.span)
    }
    for layer in guideline.layers where !extending.header.removes(layer.id.value, .layers) {
      guard let theirs = base.layers.first(where: { $0.id.value == layer.id.value }) else {
        continue
      }
      report(
        .unmarkedOverride(
          what: ExtensionHeader.List.layers.part(layer.id.value), base: theirs.id.span,
          list: "layers"), at: layer.id.span)
    }
    let own = guideline.layers
    let ownOpen = layersWithoutList
    guideline.layers = []
    layersWithoutList = []
    for old in base.layers where !extending.header.removes(old.id.value, .layers) {
      let id = old.id.value
      guard let node = extending.layerNodes[id] else {
        guideline.layers.append(old)
        continue
      }
      let merged = merged(node, old, extending)
      layerNodes[id] = merged
      let start = guideline.problems.count
      lowerLayer(merged)
      dropProblems(from: start)
      keepDefinitions(of: old, extending.header)
    }
    for place in guideline.layers.indices
    where extending.openLayers.contains(guideline.layers[place].id.value) {
      guideline.layers[place].labels = []
    }
    layersWithoutList += ownOpen.map { $0 + guideline.layers.count }
    guideline.layers += own
  }

  /// What is wrong in the base was told when the base was lowered.
  private mutating func dropProblems(from start: Int) {
    let theirs = Set(guideline.bases.flatMap(\.sources))
    let found = guideline.problems[start...]
    guideline.problems.removeSubrange(start...)
    guideline.problems += found.filter { !theirs.contains($0.span.source) }
  }

  /// Definitions that stand under headings of the base's document.
  private mutating func keepDefinitions(of old: Layer, _ header: ExtensionHeader) {
    guard let place = guideline.layers.lastIndex(where: { $0.id.value == old.id.value }) else {
      return
    }
    for index in guideline.layers[place].attributes.indices {
      let id = guideline.layers[place].attributes[index].id.value
      let isOverridden = header.layers.contains { change in
        change.id.value == old.id.value
          && (change.override?["attributes"]?.items.contains { $0.listID == id } ?? false)
      }
      guard guideline.layers[place].attributes[index].definition == nil, !isOverridden else {
        continue
      }
      guideline.layers[place].attributes[index].definition =
        old.attributes.first { $0.id.value == id }?.definition
    }
    for index in guideline.layers[place].relations.indices
    where guideline.layers[place].relations[index].definition == nil {
      let id = guideline.layers[place].relations[index].id.value
      guideline.layers[place].relations[index].definition =
        old.relations.first { $0.id.value == id }?.definition
    }
  }

  private mutating func merged(
    _ node: DataNode, _ old: Layer, _ extending: Extending
  ) -> DataNode {
    var fields = LayerMapping(node, extending.header)
    for change in extending.header.layers where change.id.value == old.id.value {
      if let override = change.override { self.override(override, of: old, in: &fields) }
      if let add = change.add { self.add(add, of: old, to: &fields, extending) }
    }
    return fields.node
  }

  /// `override: {question: …, attributes: […]}`: other values for keys of the layer, and other
  /// attributes for those with the same ids.
  private mutating func override(
    _ override: DataNode, of old: Layer, in fields: inout LayerMapping
  ) {
    guard case .mapping(let stated) = override.kind else {
      guideline.problems.append(
        .wrong(override, expected: "the keys that differ, such as `{question: Where?}`"))
      return
    }
    for field in stated {
      guard field.key.value == "attributes", case .list(let items) = field.value.kind else {
        fields.set(field)
        continue
      }
      for item in items where !fields.replace(item.listID ?? "", in: "attributes", with: item) {
        report(
          .unknownBasePart(
            item.listID ?? "", list: "attributes", known: old.attributes.map(\.id.value)),
          at: item["id"]?.span ?? item.span)
      }
    }
  }

  /// `add: {labels: […], attributes: […]}`: more items in lists of the layer.
  private mutating func add(
    _ add: DataNode, of old: Layer, to fields: inout LayerMapping, _ extending: Extending
  ) {
    let id = old.id.value
    guard case .mapping = add.kind else {
      guideline.problems.append(
        .wrong(add, expected: "the lists to add to, such as `{labels: [mirror]}`"))
      return
    }
    for field in add.fields {
      guard case .list(let items) = field.value.kind, fields.isList(field.key.value) else {
        guideline.problems.append(
          .wrong(field.value, expected: "a list, because this key has a list"))
        continue
      }
      // A layer without a list takes every label that no other layer names.
      if field.key.value == "labels", extending.openLayers.contains(id) {
        for item in items { _ = lowerLabelEntry(item) }
        continue
      }
      for item in items {
        if let name = item.listID, let first = fields.place(of: name, in: field.key.value) {
          report(
            .unmarkedOverride(
              what: "`\(name)` in `\(field.key.value)` of layer `\(id)`", base: first,
              list: field.key.value == "attributes" ? "layers" : ""), at: item.span)
        } else {
          fields.append(item, to: field)
        }
      }
    }
  }
}

/// The keys and values of a layer, as they are edited.
private struct LayerMapping {
  private(set) var node: DataNode
  private var fields: [DataNode.Field] {
    get { node.fields }
    set { node.kind = .mapping(newValue) }
  }

  /// The base's fields, without what the extension removes.
  init(_ node: DataNode, _ header: ExtensionHeader) {
    self.node = node
    let layer = node["id"]?.text?.value ?? ""
    let isLabelGone = { (node: DataNode) in node.listID.map { header.removes($0, .labels) } ?? false
    }
    fields = fields.map { field in
      var field = field
      switch field.key.value {
      case "labels":
        // The labels themselves are declared in the base.
        field.value.items = field.value.items.filter { !isLabelGone($0) }.map { item in
          item.listID.map { DataNode(.scalar($0, isPlain: false), item.span) } ?? item
        }
      case "attributes":
        field.value.items = field.value.items.filter { item in
          !(item.listID.map { header.removes("\(layer).\($0)", .attributes) } ?? false)
        }.compactMap { $0.dropping(isLabelGone, from: ["applies-to"]) }
      case "relations":
        field.value.items = field.value.items.compactMap {
          $0.dropping(isLabelGone, from: ["from", "to"])
        }
      default: break
      }
      return field
    }
  }

  mutating func set(_ field: DataNode.Field) {
    if let place = fields.firstIndex(where: { $0.key.value == field.key.value }) {
      fields[place] = field
    } else {
      fields.append(field)
    }
  }

  /// Where an item of a list is written.
  func place(of id: String, in list: String) -> Span? {
    node[list]?.items.first { $0.listID == id }?.span
  }

  mutating func append(_ item: DataNode, to field: DataNode.Field) {
    guard let place = fields.firstIndex(where: { $0.key.value == field.key.value }) else {
      fields.append(.init(key: field.key, value: DataNode(.list([item]), field.value.span)))
      return
    }
    fields[place].value.items.append(item)
  }

  /// False if there is no such item.
  mutating func replace(_ id: String, in list: String, with item: DataNode) -> Bool {
    guard let place = fields.firstIndex(where: { $0.key.value == list }),
      let index = fields[place].value.items.firstIndex(where: { $0.listID == id })
    else { return false }
    fields[place].value.items[index] = item
    return true
  }

  /// Whether a key holds a list, or could.
  func isList(_ key: String) -> Bool {
    guard let value = node[key] else { return true }
    if case .list = value.kind { return true }
    return false
  }
}

extension DataNode {
  /// What an item of a list is known by: itself, its `id`, or its `value`.
  var listID: String? { text?.value ?? self["id"]?.text?.value ?? self["value"]?.text?.value }

  fileprivate var items: [DataNode] {
    get { if case .list(let items) = kind { items } else { [] } }
    set { if case .list = kind { kind = .list(newValue) } }
  }

  /// Without some items of its lists; nil if one of the lists had items and has none left, since an
  /// empty list means all.
  fileprivate func dropping(_ isGone: (DataNode) -> Bool, from lists: [String]) -> DataNode? {
    var node = self
    var fields = node.fields
    for place in fields.indices where lists.contains(fields[place].key.value) {
      let items = fields[place].value.items
      let left = items.filter { !isGone($0) }
      if left.isEmpty, !items.isEmpty { return nil }
      fields[place].value.items = left
    }
    if case .mapping = kind { node.kind = .mapping(fields) }
    return node
  }
}
