internal import RubricaModel
internal import RubricaSource

/// The two documents as one: the base's, in its order, with what the extension says in the same
/// sections, and then the extension's own sections.
struct BodyMerge {
  private let base: Guideline
  private let own: Guideline
  private let parts: BaseParts
  private let header: ExtensionHeader
  private(set) var problems: [Problem] = []
  /// Places in the merged lists by places in the base's and the extension's.
  private var baseLabels: [Int: Int] = [:]
  private var ownLabels: [Int: Int] = [:]
  private var baseRules: [Int: Int] = [:]
  private var baseExamples: [Int: Int] = [:]
  private var baseEntries: [Int: Int] = [:]
  /// Labels of the extension that are said where the base says them.
  private var overlaid: Set<Int> = []
  /// Anchors of sections of the extension whose content stands in a section of the base.
  private var joined: Set<String> = []
  /// Anchors of the sections of the base that they join.
  private var hosts: [SectionRole: String] = [:]

  /// Sections whose content is a list of entries: both lists are one.
  private static let lists: Set<SectionRole> = [
    .labels, .attributes, .relations, .rules, .edgeCases, .goodExamples, .badExamples, .examples,
    .glossary, .questions,
  ]

  init(_ base: Guideline, _ own: Guideline, _ parts: BaseParts, _ header: ExtensionHeader) {
    self.base = base
    self.own = own
    self.parts = parts
    self.header = header
    for (new, old) in parts.rules.enumerated() { baseRules[old] = new }
    for (new, old) in parts.examples.enumerated() { baseExamples[old] = new }
    for (new, old) in parts.entries.enumerated() { baseEntries[old] = new }
    for (new, old) in parts.labels.enumerated() { baseLabels[old] = new }
    var count = parts.labels.count
    for (place, label) in own.labels.enumerated() {
      if let old = parts.labels.firstIndex(where: { base.labels[$0].id.value == label.id.value }) {
        ownLabels[place] = old
        overlaid.insert(place)
      } else {
        ownLabels[place] = count
        count += 1
      }
    }
  }

  // MARK: Labels

  /// Labels of the base, each with what the extension says of it, and then the extension's.
  mutating func labels(declaredNames: Set<String>) -> [Label] {
    var labels = parts.labels.map { place in
      var label = base.labels[place]
      label.elements = label.elements.flatMap { mapBase($0) }
      return label
    }
    for (place, label) in own.labels.enumerated() {
      var label = label
      label.elements = label.elements.compactMap { mapOwn($0) }
      guard overlaid.contains(place), let index = ownLabels[place] else {
        labels.append(label)
        continue
      }
      let id = label.id.value
      if !header.overrides(id, .labels) {
        problems.append(
          Problem(
            .extending(
              .unmarkedOverride(
                what: ExtensionHeader.List.labels.part(id), base: labels[index].id.span,
                list: "labels")), at: label.id.span))
      }
      labels[index].fields.overlay(label.fields, hasName: declaredNames.contains(id))
    }
    return labels
  }

  // MARK: Elements

  mutating func merged() -> [Element] {
    let (theirs, ours) = (Document(base.body), Document(own.body))
    joined = joinedSections(theirs.elements, ours.elements)
    let isProse = { (element: Element) in if case .prose = element { true } else { false } }
    let introduction =
      ours.elements.prefix(while: isProse) + theirs.elements.prefix(while: isProse)
    let inBase = theirs.elements.drop(while: isProse).flatMap { mapBase($0) }
    let after = ours.elements.drop(while: isProse).compactMap { mapOwn($0) }
    let elements = Array(introduction) + inBase + after
    guard var title = ours.title else { return elements }
    title.elements = elements
    return [.section(title)]
  }

  /// A body without the heading that is its title, if it has one.
  private struct Document {
    var title: Section?
    var elements: [Element]

    init(_ body: [Element]) {
      elements = body
      guard case .section(let section)? = body.last, section.level == 1, section.role == .prose,
        body.dropLast().allSatisfy({ if case .prose = $0 { true } else { false } })
      else { return }
      title = section
      elements = Array(body.dropLast()) + section.elements
    }
  }

  /// Finds, for each role that is a list, the first section of the base that has it; the sections of
  /// the extension with that role join it.
  private mutating func joinedSections(_ theirs: [Element], _ ours: [Element]) -> Set<String> {
    hosts = [:]
    findHosts(theirs)
    var found: Set<String> = []
    func walk(_ elements: [Element]) {
      for case .section(let section) in elements {
        if hosts[section.role] != nil {
          found.insert(section.anchor)
        } else {
          walk(section.elements)
        }
      }
    }
    walk(ours)
    return found
  }

  private mutating func findHosts(_ elements: [Element]) {
    for case .section(let section) in elements
    where !parts.isGone(section) && !parts.replacedSections.contains(section.anchor) {
      if Self.lists.contains(section.role), hosts[section.role] == nil {
        hosts[section.role] = section.anchor
      }
      findHosts(section.elements)
    }
  }

  private func mapBase(_ element: Element) -> [Element] {
    switch element {
    case .prose, .precedence, .doubt: return [element]
    case .label(let place): return baseLabels[place].map { [.label($0)] } ?? []
    case .rule(let place):
      if let other = parts.replacedRules[place] { return [.rule(parts.rules.count + other)] }
      return baseRules[place].map { [.rule($0)] } ?? []
    case .example(let place):
      if let other = parts.replacedExamples[place] {
        return [.example(parts.examples.count + other)]
      }
      return baseExamples[place].map { [.example($0)] } ?? []
    case .entry(let place): return baseEntries[place].map { [.entry($0)] } ?? []
    case .section(var section):
      guard !parts.isGone(section) else { return [] }
      if parts.replacedSections.contains(section.anchor) {
        return ownSection(section.anchor).map { [.section($0)] } ?? []
      }
      section.elements = section.elements.flatMap { mapBase($0) }
      if hosts[section.role] == section.anchor {
        section.elements += ownContent(section.role, own.body)
      }
      return [.section(section)]
    }
  }

  private func ownSection(_ anchor: String) -> Section? {
    own.body.sections.first { $0.anchor == anchor }.map { section in
      var section = section
      section.elements = section.elements.compactMap { mapOwn($0) }
      return section
    }
  }

  /// What the extension says under a heading that the base has too.
  private func ownContent(_ role: SectionRole, _ elements: [Element]) -> [Element] {
    var content: [Element] = []
    for case .section(let section) in elements {
      if section.role == role {
        content += section.elements.compactMap { mapOwn($0) }
      } else {
        content += ownContent(role, section.elements)
      }
    }
    return content
  }

  private func mapOwn(_ element: Element) -> Element? {
    switch element {
    case .prose, .precedence, .doubt: return element
    case .label(let place):
      return overlaid.contains(place) ? nil : ownLabels[place].map { .label($0) }
    case .rule(let place):
      let isReplacing = parts.replacedRules.values.contains(place)
      return isReplacing ? nil : .rule(parts.rules.count + place)
    case .example(let place):
      let isReplacing = parts.replacedExamples.values.contains(place)
      return isReplacing ? nil : .example(parts.examples.count + place)
    case .entry(let place): return .entry(parts.entries.count + place)
    case .section(var section):
      guard !joined.contains(section.anchor), !parts.replacedSections.contains(section.anchor)
      else {
        return nil
      }
      section.elements = section.elements.compactMap { mapOwn($0) }
      return .section(section)
    }
  }

  // MARK: Anchors

  /// Every id that a link can point to. What both have without a word about it becomes a problem.
  mutating func mergeAnchors() -> [Anchor] {
    let kept = Set(parts.labels.map { base.labels[$0].id.value })
      .union(parts.rules.compactMap { base.rules[$0].anchor })
      .union(parts.examples.map { base.examples[$0].id }).union(parts.sections)
      .union(parts.entries.compactMap { base.entries[$0].anchor })
    var found = base.anchors.filter { kept.contains($0.id.value) }
    var places: [String: Int] = [:]
    for (place, anchor) in found.enumerated() { places[anchor.id.value] = place }
    let titles = Set([base, own].compactMap { Document($0.body).title?.anchor })
    for anchor in own.anchors {
      let id = anchor.id.value
      guard let place = places[id] else {
        found.append(anchor)
        continue
      }
      let isSaid = anchor.target == .label || joined.contains(id) || titles.contains(id)
      if !isSaid { tell(anchor, found[place]) }
    }
    let listed = { (rule: Rule) in rule.anchor == nil ? rule.overrideID : nil }
    for rule in own.rules {
      guard let id = listed(rule),
        let other = parts.rules.first(where: { base.rules[$0].overrideID == id })
      else { continue }
      problems.append(
        Problem(
          .extending(
            .unmarkedOverride(
              what: ExtensionHeader.List.rules.part(id), base: base.rules[other].span,
              list: "rules")), at: rule.title?.span ?? rule.span))
    }
    return found
  }

  private mutating func tell(_ anchor: Anchor, _ other: Anchor) {
    let list: ExtensionHeader.List
    switch anchor.target {
    case .label: list = .labels
    case .rule: list = .rules
    case .example: list = .examples
    case .section: list = .sections
    }
    problems.append(
      Problem(
        .extending(
          .unmarkedOverride(
            what: list.part(anchor.id.value), base: other.id.span, list: list.rawValue)),
        at: anchor.id.span))
  }
}

extension LabelFields {
  /// Takes every fact that the extension states; what it does not state stays.
  fileprivate mutating func overlay(_ new: LabelFields, hasName: Bool) {
    if hasName { name = new.name }
    if !new.definition.isEmpty { definition = new.definition }
    if !new.includes.isEmpty { includes = new.includes }
    if !new.excludes.isEmpty { excludes = new.excludes }
    for contrast in new.contrasts {
      if let place = contrasts.firstIndex(where: { $0.label.value == contrast.label.value }) {
        contrasts[place] = contrast
      } else {
        contrasts.append(contrast)
      }
    }
    parent = new.parent ?? parent
    colour = new.colour ?? colour
    shortcut = new.shortcut ?? shortcut
    code = new.code ?? code
    export = new.export ?? export
    status = new.status ?? status
    group = new.group ?? group
    form = new.form ?? form
    if !new.bindings.isEmpty { bindings = new.bindings }
    elements += new.elements
    id = new.id
    span = new.span
  }
}
