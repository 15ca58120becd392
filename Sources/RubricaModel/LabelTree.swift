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

/// The labels below each label or in each group, in order: by their parents, by their groups, or by an
/// id that starts with the other's id and a dot. Made once for all wildcards.
package struct LabelBranches: Sendable {
  private var places: [String: [Int]] = [:]

  package init(_ guideline: Guideline) {
    var labels: [String: Int] = [:]
    for (place, label) in guideline.labels.enumerated() where labels[label.id.value] == nil {
      labels[label.id.value] = place
    }
    var groups: [String: String] = [:]
    var known: Set<String> = []
    for group in guideline.groups where known.insert(group.id.value).inserted {
      groups[group.id.value] = group.group?.value
    }
    for place in guideline.labels.indices {
      for root in Self.roots(of: guideline.labels[place], guideline.labels, labels, groups) {
        places[root, default: []].append(place)
      }
    }
  }

  /// Where the labels below a label or in a group stand in the guideline.
  package subscript(_ root: String) -> [Int] { places[root] ?? [] }

  /// Everything that a label is below.
  private static func roots(
    of label: Label, _ labels: [Label], _ places: [String: Int], _ groups: [String: String]
  ) -> Set<String> {
    var roots: Set<String> = []
    var next: Label? = label
    // A chain of parents that is a circle has a finding of its own.
    for _ in 0..<64 {
      guard let current = next else { break }
      let id = current.id.value
      for dot in id.utf8.indices where id.utf8[dot] == UInt8(ascii: ".") {
        roots.insert(String(id[..<dot]))
      }
      var group = current.group?.value
      for _ in 0..<64 {
        guard let name = group else { break }
        roots.insert(name)
        group = groups[name]
      }
      guard let parent = current.parent?.value else { break }
      roots.insert(parent)
      next = places[parent].map { labels[$0] }
    }
    roots.remove(label.id.value)
    return roots
  }
}
