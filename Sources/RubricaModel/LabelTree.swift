package import RubricaSource

/// A heading above labels. It is not a label itself: nobody can give it.
package struct LabelGroup: Sendable {
  package var id: Located<String>
  package var name: Located<String>
  package var definition: Located<String>?
  /// The group in which it stands.
  package var group: Located<String>?
  package var span: Span

  package init(
    id: Located<String>, name: Located<String>, definition: Located<String>?,
    group: Located<String>?, span: Span
  ) {
    self.id = id
    self.name = name
    self.definition = definition
    self.group = group
    self.span = span
  }
}

/// `vehicle.*`: every label below a label or in a group, at any depth.
package enum Wildcard {
  /// What stands before `.*`; nil if the text is not a wildcard.
  package static func root(of text: String) -> String? {
    guard text.utf8.count > 2, text.hasSuffix(".*") else { return nil }
    return String(text.dropLast(2))
  }
}

extension Guideline {
  /// The labels below a label or in a group, in order: by their parents, by their groups, or by an
  /// id that starts with the other's id and a dot.
  package func labels(below root: String) -> [Label] {
    var places: [String: Int] = [:]
    for (place, label) in labels.enumerated() where places[label.id.value] == nil {
      places[label.id.value] = place
    }
    return labels.filter { isBelow(root, $0, places) }
  }

  private func isBelow(_ root: String, _ label: Label, _ places: [String: Int]) -> Bool {
    guard label.id.value != root else { return false }
    var label = label
    // A chain of parents that is a circle has a finding of its own.
    for _ in 0..<64 {
      if label.id.value.utf8.count > root.utf8.count, label.id.value.hasPrefix(root + ".") {
        return true
      }
      if isInGroup(root, label.group?.value) { return true }
      guard let parent = label.parent?.value else { return false }
      if parent == root { return true }
      guard let place = places[parent] else { return false }
      label = labels[place]
    }
    return false
  }

  private func isInGroup(_ root: String, _ group: String?) -> Bool {
    var next = group
    for _ in 0..<64 {
      guard let id = next else { return false }
      if id == root { return true }
      next = groups.first { $0.id.value == id }?.group?.value
    }
    return false
  }
}
