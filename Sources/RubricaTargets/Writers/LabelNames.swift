internal import RubricaModel
internal import RubricaSource

extension GuidelineIndex {
  /// Labels as they are called in a list that shows no branches: one whose name another of them has
  /// too is called with what it stands under, `Food: Other`.
  func named(_ labels: [Label], _ words: Words) -> [Label] {
    var ids: Set<String> = []
    var counts: [String: Int] = [:]
    for label in labels where ids.insert(label.id.value).inserted {
      counts[label.name.value, default: 0] += 1
    }
    guard counts.count < ids.count else { return labels }
    return labels.map { label in
      guard counts[label.name.value, default: 0] > 1, let above = branch(of: label) else {
        return label
      }
      var named = label
      named.name = Located(above + words.colon + label.name.value, label.name.span)
      return named
    }
  }

  /// The name of the label or group that a label stands under, if there is one.
  private func branch(of label: Label) -> String? {
    guard let above = label.parent?.value ?? label.group?.value ?? Self.root(of: label.id.value)
    else { return nil }
    if let parent = self.label(above) { return parent.name.value }
    return guideline.groups.first { $0.id.value == above }?.name.value
  }

  /// What stands before the last dot of an id.
  private static func root(of id: String) -> String? {
    id.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(id[..<$0]) }
  }
}
