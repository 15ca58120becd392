internal import RubricaModel
internal import RubricaSource

/// What no example shows.
extension GuidelineIndex {
  /// The labels that annotators may give and that no example of one role gives or stands under, in
  /// order of the layers.
  func labelsNotShown(in role: ExampleRole) -> [Located<String>] {
    // What could not be read may show any label.
    let isUnread = guideline.examples.contains {
      $0.role == role && guideline.unread.holdsRecord(of: $0.id)
    }
    if isUnread { return [] }
    var shown = FirstPlaces()
    func show(_ label: String) { if shown[label] == nil { shown.append(label) } }
    for place in guideline.examples.indices where guideline.examples[place].role == role {
      if let label = guideline.examples[place].label { show(label) }
    }
    for given in givenLabels where given.role == role { show(given.declaredID) }
    var missing: [Located<String>] = []
    for place in guideline.layers.indices {
      for label in guideline.layers[place].labels where shown[label.value] == nil {
        // Told once, however many layers take it.
        show(label.value)
        guard let declared = self.label(label.value), declared.status?.value != .deprecated else {
          continue
        }
        missing.append(label)
      }
    }
    return missing
  }

  /// Attributes with a list of values, and those of their values that no example gives, unless it
  /// is a bad one. What need not be written, because it is the default, need not be shown.
  var attributeValuesNotShown: [(attribute: Attribute, values: [String])] {
    let attributes = guideline.layers.flatMap { layer in
      layer.attributes.filter { $0.kind.value == .enum && $0.values.count > 1 }
        .map { (layer: layer.id.value, attribute: $0) }
    }
    guard !attributes.isEmpty else { return [] }
    var shown: Set<[String]> = []
    for given in givenLabels where given.role != .bad {
      for attribute in given.attributes {
        shown.insert([layer(of: given)?.id.value ?? "", attribute.id.value, attribute.value.value])
      }
    }
    return attributes.compactMap { layer, attribute in
      let missing = attribute.values.map(\.id.value).filter { value in
        value != attribute.defaultValue?.value
          && !shown.contains([layer, attribute.id.value, value])
      }
      return missing.isEmpty ? nil : (attribute, missing)
    }
  }

  /// The contrasts between labels that no example has to do with; each pair once.
  var contrastsNotShown: [(label: Label, contrast: Contrast)] {
    guard guideline.labels.contains(where: { !$0.contrasts.isEmpty }) else { return [] }
    let shown = guideline.examples.map { labelPlaces(in: $0) }
    // Folded once, however many pairs ask for it.
    lazy var words = guideline.examples.map { example in
      [example.title?.plainText, example.reason?.plainText].compactMap { $0?.folded }
    }
    lazy var names = guideline.labels.map { $0.name.value.folded }
    var told: Set<Int> = []
    var found: [(label: Label, contrast: Contrast)] = []
    for (place, label) in guideline.labels.enumerated() {
      for contrast in label.contrasts {
        guard let other = labelPlace(contrast.label.value), other != place,
          told.insert(min(place, other) * guideline.labels.count + max(place, other)).inserted,
          !shown.contains(where: { $0.contains(place) && $0.contains(other) }),
          !Self.isTold(place, other, shown, words, names)
        else { continue }
        found.append((label, contrast))
      }
    }
    return found
  }

  /// The labels that an example gives, stands under, or links to, as places in the list.
  private func labelPlaces(in example: Example) -> [Int] {
    var places: [Int] = []
    func add(_ id: String) {
      if let place = labelPlace(id), !places.contains(place) { places.append(place) }
    }
    if let own = example.label { add(own) }
    forEachGivenLabel(in: example) { add($0.label.value) }
    func collect(_ inline: Inline) { if let id = inline.labelID { add(id) } }
    example.content.forEachInline(collect)
    example.reason?.inlines.forEachInline(collect)
    example.title?.inlines.forEachInline(collect)
    return places
  }

  /// Whether an example with one of two labels names the other one in plain words.
  private static func isTold(
    _ one: Int, _ other: Int, _ shown: [[Int]], _ words: [[[UInt8]]], _ names: [[UInt8]]
  ) -> Bool {
    shown.indices.contains { number in
      guard
        let missing = shown[number].contains(one)
          ? other : shown[number].contains(other) ? one : nil
      else { return false }
      return words[number].contains { $0.holds(names[missing]) }
    }
  }
}

extension String {
  /// In lower case.
  fileprivate var folded: [UInt8] { Array(lowercased().utf8) }
}

extension [UInt8] {
  /// Whether another text stands somewhere in this one.
  fileprivate func holds(_ text: [UInt8]) -> Bool {
    guard let first = text.first else { return true }
    guard count >= text.count else { return false }
    return (0...(count - text.count)).contains { start in
      self[start] == first && self[start..<(start + text.count)].elementsEqual(text)
    }
  }
}
