/// The labels that a page declares, by their ids and their names.
struct LabelNames {
  private(set) var ids: Set<String> = []
  private var names: [String: String] = [:]
  /// Names that several labels have.
  private var shared: Set<String> = []
  /// The id of the layer that the report proposes for each label.
  private var layers: [String: String] = [:]

  init(_ page: Page, _ outline: Outline) {
    let ids = HeadingIDs(page.headings, outline).ids
    for (index, heading) in page.headings.enumerated() where outline.roles[index] == .label {
      self.ids.insert(ids[index])
      let name = heading.title.lowercased()
      if names[name] != nil { shared.insert(name) }
      names[name] = names[name] ?? ids[index]
    }
    let found = Draft.labels(page)
    for (layer, labels) in zip(found.layers, found.labels) {
      for label in labels { layers[label] = layer }
    }
  }

  func id(of words: String) -> String? { ids.contains(words) ? words : names[words.lowercased()] }

  /// The label that words can only mean, as an answer for its layer: `labels: stop`. Nil if there is none.
  func answer(_ words: String) -> String? {
    guard !shared.contains(words.lowercased()), let id = id(of: words), let layer = layers[id]
    else { return nil }
    let isPlain = LabelName.isID(id) && !Self.values.contains(id.lowercased())
    return "\(layer): " + (isPlain ? id : "\"\(id)\"")
  }

  /// Words that YAML does not take for text.
  private static let values: Set<String> = ["null", "true", "false", "yes", "no", "on", "off"]
}
