internal import RubricaModel
internal import RubricaSource

/// What of the base is left after the extension has removed and overridden parts of it.
struct BaseParts {
  /// Places in the base's lists.
  private(set) var labels: [Int] = []
  private(set) var rules: [Int] = []
  private(set) var examples: [Int] = []
  private(set) var entries: [Int] = []
  /// Anchors of sections.
  private(set) var sections: Set<String> = []
  /// Links and pictures of what is left, in order.
  private(set) var references: [Reference] = []

  private let base: Guideline
  private let header: ExtensionHeader
  /// Anchors of sections in whose place the extension has one of its own.
  let replacedSections: Set<String>
  /// Rules and examples of the base, and those of the extension that stand in their place.
  let replacedRules: [Int: Int]
  let replacedExamples: [Int: Int]

  init(_ base: Guideline, _ own: Guideline, _ header: ExtensionHeader) {
    self.base = base
    self.header = header
    let ownSections = Set(own.anchors.filter { $0.target == .section }.map(\.id.value))
    replacedSections = Set(header.overridden[.sections]?.map(\.value) ?? [])
      .intersection(ownSections)
    var rulePlaces: [String: Int] = [:]
    for (place, rule) in own.rules.enumerated() {
      if let id = rule.overrideID { rulePlaces[id] = place }
    }
    var rules: [Int: Int] = [:]
    for (place, rule) in base.rules.enumerated() {
      guard let id = rule.overrideID, header.overrides(id, .rules) else { continue }
      rules[place] = rulePlaces[id]
    }
    replacedRules = rules
    var examplePlaces: [String: Int] = [:]
    for (place, example) in own.examples.enumerated() { examplePlaces[example.id] = place }
    var examples: [Int: Int] = [:]
    for (place, example) in base.examples.enumerated()
    where header.overrides(example.id, .examples) {
      examples[place] = examplePlaces[example.id]
    }
    replacedExamples = examples
    walk(base.body, .annotator)
  }

  /// Whether a section of the base is not in the merged document.
  func isGone(_ section: Section) -> Bool {
    section.role == .changelog || header.removes(section.anchor, .sections)
  }

  private mutating func walk(_ elements: [Element], _ audience: Audience) {
    for element in elements {
      switch element {
      case .prose(let block): collect([block], audience)
      case .section(let section):
        guard !isGone(section), !replacedSections.contains(section.anchor) else { continue }
        sections.insert(section.anchor)
        collect(section.heading, section.audience)
        walk(section.elements, section.audience)
      case .label(let place): take(label: place)
      case .rule(let place): take(rule: place)
      case .example(let place): take(example: place)
      case .entry(let place): take(entry: place)
      case .precedence:
        for entry in base.precedence?.entries ?? [] { collect(entry.text, audience) }
      case .doubt: collect(base.doubt?.content ?? [], audience)
      }
    }
  }

  private mutating func take(label place: Int) {
    let label = base.labels[place]
    guard !header.removes(label.id.value, .labels) else { return }
    labels.append(place)
    collect(label.definition, label.audience)
    for prose in label.includes + label.excludes + label.contrasts.map(\.text) {
      collect(prose, label.audience)
    }
    walk(label.elements, label.audience)
  }

  private mutating func take(rule place: Int) {
    let rule = base.rules[place]
    guard replacedRules[place] == nil,
      !(rule.overrideID.map { header.removes($0, .rules) } ?? false)
    else { return }
    rules.append(place)
    if rule.anchor != nil, let title = rule.title { collect(title, rule.audience) }
    collect(rule.content, rule.audience)
  }

  private mutating func take(example place: Int) {
    let example = base.examples[place]
    guard replacedExamples[place] == nil, !header.removes(example.id, .examples) else { return }
    examples.append(place)
    if let title = example.title { collect(title, example.audience) }
    if case .media(let path, let alternative)? = example.input {
      let isPicture = MediaType(fileName: path.value).isPicture
      references.append(
        Reference(
          kind: isPicture ? .image : .link, destination: path.value, text: alternative,
          span: path.span, audience: example.audience))
    }
    collect(example.content, example.audience)
    if let reason = example.reason { collect(reason, example.audience) }
  }

  private mutating func take(entry place: Int) {
    let entry = base.entries[place]
    entries.append(place)
    if let title = entry.title { collect(title, entry.audience) }
    collect(entry.content, entry.audience)
  }

  private mutating func collect(_ blocks: [Block], _ audience: Audience) {
    blocks.forEachInline { Lowering.collect($0, audience, &references) }
  }

  private mutating func collect(_ prose: Prose, _ audience: Audience) {
    prose.inlines.forEachInline { Lowering.collect($0, audience, &references) }
  }
}

extension Rule {
  /// What a rule is known by in `override` and `remove`: its heading's id, or its title as an id.
  var overrideID: String? {
    if let anchor = self.anchor { return anchor }
    guard let title = self.title else { return nil }
    let id = Slug.make(title.plainText)
    return id.isEmpty ? nil : id
  }
}
