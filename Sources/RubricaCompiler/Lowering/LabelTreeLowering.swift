internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Groups of labels, parents that an id implies, and wildcards.
extension Lowering {
  // MARK: Groups

  /// A heading `Group: Vehicles`; the headings below it are labels.
  mutating func lowerGroup(
    _ heading: Heading, _ inner: ArraySlice<Piece>, _ context: Context
  ) -> Element {
    guard context.role == .labels, context.label == nil else {
      guideline.problems.append(
        Problem(
          .misplaced(
            what: "the heading `Group:`",
            expected: "under the heading Labels, above the headings of its labels"),
          at: heading.span))
      return lowerSection(heading, .prose, inner, context)
    }
    let id = Self.labelID(heading)
    reportMissingID(heading, "group")
    declare(
      LabelGroup(
        id: id, name: heading.text.located, definition: nil, group: context.group,
        span: heading.span))
    let elements = lower(inner, Context(role: .labels, group: id))
    return .section(
      Section(
        SectionFields(
          role: .labelGroup, level: heading.level, heading: heading.text, anchor: id.value,
          audience: audience, elements: elements, span: heading.span)))
  }

  /// Rules name groups, so a group has the id that its heading says, like a label.
  mutating func reserveGroup(_ heading: Heading) {
    let id = Self.labelID(heading)
    if anchorsTaken.insert(id.value).inserted {
      guideline.anchors.append(Anchor(id: id, target: .section, isExplicit: heading.id != nil))
    } else if let first = guideline.anchors.first(where: { $0.id.value == id.value }) {
      guideline.problems.append(
        Problem(
          .duplicateDeclaration(what: "id `\(id.value)`", first: first.id.span), at: id.span))
    }
  }

  /// Under `groups:` in labels.yaml.
  mutating func lowerGroupDeclaration(_ node: DataNode) {
    if let id = node.text {
      return declare(
        LabelGroup(id: id, name: id, definition: nil, group: nil, span: node.span))
    }
    var fields = FieldReader(node, .labelGroup)
    let id = fields.required("id")
    let name = fields.text("name")
    let definition = fields.text("definition")
    let group = fields.text("group")
    fields.finish(&guideline.problems)
    guard let id else { return }
    declare(
      LabelGroup(
        id: id, name: name ?? id, definition: definition, group: group, span: node.span))
  }

  private mutating func declare(_ group: LabelGroup) {
    if let first = guideline.groups.first(where: { $0.id.value == group.id.value }) {
      guideline.problems.append(
        Problem(
          .duplicateDeclaration(what: "group `\(group.id.value)`", first: first.id.span),
          at: group.id.span))
    }
    guideline.groups.append(group)
  }

  // MARK: Parents

  /// `vehicle.car` is a kind of `vehicle`, if that is declared and no other parent is.
  mutating func implyParents() {
    let dot = UInt8(ascii: ".")
    for index in guideline.labels.indices where guideline.labels[index].parent == nil {
      let id = guideline.labels[index].id
      guard id.value.utf8.contains(dot) else { continue }
      var prefix = id.value[...]
      while let end = prefix.lastIndex(of: ".") {
        prefix = prefix[..<end]
        if labelPlaces[String(prefix)] != nil {
          guideline.labels[index].parent = Located(String(prefix), id.span)
          break
        }
      }
    }
  }

  // MARK: Wildcards

  /// Puts the labels that a wildcard means in its place, wherever labels are listed.
  mutating func expandWildcards() {
    branches = nil
    wildcardLabels = 0
    var layers = guideline.layers
    guideline.layers = []
    for index in layers.indices {
      let layer = layers[index].id.value
      expand(&layers[index].labels, in: "layer `\(layer)`")
      // Writing into a layer copies it, so its lists are written once, whole.
      let (attributes, relations) = (layers[index].attributes, layers[index].relations)
      if !attributes.isEmpty { layers[index].attributes = expanded(attributes) }
      if !relations.isEmpty { layers[index].relations = expanded(relations) }
    }
    guideline.layers = layers
    expandPrecedence()
    expandRules()
    resolveIllustrations()
  }

  private mutating func expanded(_ attributes: [Attribute]) -> [Attribute] {
    var attributes = attributes
    for place in attributes.indices {
      let id = attributes[place].id.value
      expand(&attributes[place].appliesTo, in: "attribute `\(id)`")
      expand(&attributes[place].requiredWhen, of: id)
      expand(&attributes[place].appliesWhen, of: id)
    }
    return attributes
  }

  private mutating func expanded(_ relations: [Relation]) -> [Relation] {
    var relations = relations
    for place in relations.indices {
      let id = relations[place].id.value
      expand(&relations[place].from, in: "relation `\(id)`")
      expand(&relations[place].to, in: "relation `\(id)`")
    }
    return relations
  }

  /// Of the links in examples only those count that lead to labels and rules.
  private mutating func resolveIllustrations() {
    var rules: Set<String>?
    for index in guideline.examples.indices where !guideline.examples[index].illustrates.isEmpty {
      let anchors = rules ?? Set(guideline.rules.compactMap { $0.anchor })
      rules = anchors
      var seen: Set<String> = []
      let links = guideline.examples[index].illustrates
      let kept = links.filter { link in
        (labelPlaces[link.value] != nil || anchors.contains(link.value))
          && seen.insert(link.value).inserted
      }
      if kept.count < links.count { guideline.examples[index].illustrates = kept }
    }
  }

  private mutating func expand(
    _ labels: inout [Located<String>], in place: @autoclosure () -> String
  ) {
    guard labels.contains(where: { Wildcard.root(of: $0.value) != nil }) else { return }
    var seen: Set<String> = []
    var expanded: [Located<String>] = []
    for label in labels {
      guard let root = Wildcard.root(of: label.value), labelPlaces[label.value] == nil else {
        if seen.insert(label.value).inserted { expanded.append(label) }
        continue
      }
      guard let found = branch(below: root, at: label.span) else { continue }
      if found.isEmpty { reportEmpty(label, place()) }
      for other in found where seen.insert(other.id.value).inserted {
        expanded.append(Located(other.id.value, label.span))
      }
    }
    labels = expanded
  }

  private mutating func expand(_ condition: inout Condition?, of attribute: String) {
    guard var tests = condition?.tests, tests.contains(where: \.isAboutLabel) else { return }
    for index in tests.indices where tests[index].isAboutLabel {
      expand(&tests[index].values, in: "attribute `\(attribute)`")
    }
    condition?.tests = tests
  }

  /// The labels that a wildcard means; they do not change while wildcards are expanded. Nil once all
  /// together mean more than a page can hold, which is told at the first one too many.
  private mutating func branch(below root: String, at place: Span) -> [Label]? {
    guard wildcardLabels <= Limits.wildcardLabels else { return nil }
    let known = branches ?? LabelBranches(guideline)
    branches = known
    let found = known[root]
    wildcardLabels += found.count
    if wildcardLabels > Limits.wildcardLabels {
      guideline.problems.append(
        Problem(
          .hostile(
            "up to here its wildcards stand for more than \(Limits.wildcardLabels) labels in all",
            help: "name fewer labels: a rule about all labels need not name them"),
          at: place))
      return nil
    }
    return found.map { guideline.labels[$0] }
  }

  private mutating func reportEmpty(_ wildcard: Located<String>, _ place: String) {
    guideline.problems.append(
      Problem(.emptyWildcard(wildcard.value, place: place), at: wildcard.span))
  }

  private mutating func expandPrecedence() {
    resolvePrecedence()
    guard let precedence = guideline.precedence else { return }
    for (place, entry) in precedence.entries.enumerated() {
      guard let label = entry.label, let root = Wildcard.root(of: label) else { continue }
      guideline.precedence?.entries[place].label = nil
      guard let found = branch(below: root, at: entry.text.span) else { continue }
      if found.isEmpty { reportEmpty(Located(label, entry.text.span), "the precedence") }
      guideline.precedence?.expansions[entry.text.span] = found.map { $0.id.value }
    }
  }

  /// What a rule names: of the words in backticks and the links only those that are labels.
  private mutating func expandRules() {
    let hasTree = !guideline.groups.isEmpty || guideline.labels.contains { $0.parent != nil }
    for index in guideline.rules.indices where !guideline.rules[index].named.isEmpty {
      var named: [Located<String>] = []
      var seen: Set<String> = []
      for name in guideline.rules[index].named {
        if labelPlaces[name.value] != nil {
          if seen.insert(name.value).inserted { named.append(name) }
        } else if let root = Wildcard.root(of: name.value) {
          guard let found = branch(below: root, at: name.span) else { continue }
          if found.isEmpty, hasTree {
            reportEmpty(name, "rule \(guideline.rules[index].number)")
          }
          for label in found where seen.insert(label.id.value).inserted {
            named.append(Located(label.id.value, name.span))
          }
        }
      }
      if guideline.rules[index].named != named { guideline.rules[index].named = named }
    }
  }
}
