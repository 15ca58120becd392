internal import RubricaModel
internal import RubricaSource

/// The paths of what texts refer to.
struct LeafNames {
  private let index: GuidelineIndex
  /// Of entries and of examples and rules, by what a link points to.
  private let anchors: [String: String]
  private let hasForms: Bool

  init(_ index: GuidelineIndex) {
    self.index = index
    let guideline = index.guideline
    var anchors: [String: String] = [:]
    for entry in guideline.entries {
      guard let anchor = entry.anchor else { continue }
      anchors[anchor] = "entries/\(entry.kind.rawValue)/\(LeafSegment.of(anchor))"
    }
    self.anchors = anchors
    hasForms = guideline.labels.contains { $0.form != nil }
  }

  /// What a link or a picture leads to.
  func paths(behind written: String, _ found: inout Set<String>) {
    let destination = Percent.decoded(written)
    if destination.utf8.first == UInt8(ascii: "#") {
      let id = String(destination.dropFirst())
      if let path = anchors[id] { found.insert(path) }
      switch index.anchor(id)?.target {
      case .label?: found.insert("labels/" + LeafSegment.of(id))
      case .rule?: found.insert("rules/" + LeafSegment.of(id))
      case .example?: found.insert("examples/" + LeafSegment.of(id))
      case .section?: found.insert("prose/" + LeafSegment.of(id))
      case nil: if index.hasLabel(id) { found.insert("labels/" + LeafSegment.of(id)) }
      }
      return
    }
    medium(Reference.path(of: destination), &found)
  }

  /// What a text in backticks names: a label, a wildcard, a layer, an escape answer.
  func paths(inCode text: String, _ found: inout Set<String>) {
    if let root = Wildcard.root(of: text) {
      if index.guideline.groups.contains(where: { $0.id.value == root }) {
        found.insert("groups/" + LeafSegment.of(root))
      }
      for label in index.labels(below: root) {
        found.insert("labels/" + LeafSegment.of(label.id.value))
      }
      return
    }
    paths(named: text, &found)
  }

  /// What a value names that is an id.
  func paths(named id: String, _ found: inout Set<String>) {
    label(id, &found)
    layer(id, &found)
    if index.escape(id) != nil { found.insert("escapes/" + LeafSegment.of(id)) }
  }

  func label(_ text: String, _ found: inout Set<String>) {
    let id = hasForms ? index.declaredID(text) : text
    if index.hasLabel(id) { found.insert("labels/" + LeafSegment.of(id)) }
  }

  func layer(_ id: String, _ found: inout Set<String>) {
    if index.hasLayer(id) { found.insert("layers/" + LeafSegment.of(id)) }
  }

  func medium(_ path: String, _ found: inout Set<String>) {
    if index.media(path) != nil { found.insert("media/" + LeafPath.segments(path)) }
  }

  /// What the string behind a field of an answer or a layer names.
  func paths(_ value: String, inField field: String, _ found: inout Set<String>) {
    switch field {
    case "label", "labels", "appliesTo", "from", "to", "parent", "values", "value", "defaultValue",
      "attribute":
      label(value, &found)
    case "layer", "layers", "over", "target": layer(value, &found)
    case "escape", "whole": paths(named: value, &found)
    case "group":
      if index.guideline.groups.contains(where: { $0.id.value == value }) {
        found.insert("groups/" + LeafSegment.of(value))
      }
    case "mask": medium(value, &found)
    default: break
    }
  }
}
