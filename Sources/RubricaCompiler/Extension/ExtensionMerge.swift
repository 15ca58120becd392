internal import RubricaModel
internal import RubricaSource

/// The base and the extension, each lowered by itself, to one guideline.
extension Lowering {
  mutating func merge(_ extending: Extending) {
    let own = guideline
    let base = extending.base
    let header = extending.header
    reportUnknownParts(extending)
    let parts = BaseParts(base, own, header)
    mergeLayers(extending)
    mergeHead(base)
    mergeEscapes(base, header)
    mergeOrder(base, own, header)

    var body = BodyMerge(base, own, parts, header)
    guideline.labels = body.labels(declaredNames: labelsWithNames)
    guideline.rules = parts.rules.map { base.rules[$0] } + own.rules
    guideline.examples = parts.examples.map { base.examples[$0] } + own.examples
    guideline.entries = parts.entries.map { base.entries[$0] } + own.entries
    let ownGroups = Set(own.groups.map(\.id.value))
    guideline.groups = base.groups.filter { !ownGroups.contains($0.id.value) } + own.groups
    // Labels of the base may stand under each other's headings.
    hasNestedLabels = true
    for place in guideline.labels.indices {
      guideline.labels[place].contrasts.removeAll { header.removes($0.label.value, .labels) }
    }
    if !guideline.bases.isEmpty { guideline.bases[0].removedLabels = header.removed[.labels] ?? [] }
    guideline.body = body.merged()
    guideline.anchors = body.mergeAnchors()
    guideline.problems += body.problems
    guideline.references = parts.references + own.references
    masks = parts.examples.flatMap { base.examples[$0].masks } + masks
    guideline.suppressions = base.suppressions.map(\.withoutHead) + own.suppressions
    labelPlaces = Dictionary(
      guideline.labels.enumerated().map { ($1.id.value, $0) },
      uniquingKeysWith: { first, _ in first })
    numberRules()
  }

  /// Labels whose name the extension states: under a heading, or with `name`.
  private var labelsWithNames: Set<String> {
    Set(labelsDeclared.lazy.filter { $0.isHeading || $0.name != nil }.map(\.id))
  }

  private mutating func mergeHead(_ base: Guideline) {
    guideline.purpose = guideline.purpose ?? base.purpose
    // The place of the language is the head of the document unless it is stated.
    if guideline.language.span.isEmpty { guideline.language = base.language }
    if guideline.objectLanguages.isEmpty { guideline.objectLanguages = base.objectLanguages }
    let stated = Set(guideline.warnings.map(\.category.value))
    guideline.warnings =
      base.warnings.filter { !stated.contains($0.category.value) } + guideline.warnings
  }

  private mutating func mergeEscapes(_ base: Guideline, _ header: ExtensionHeader) {
    var escapes: [Escape] = []
    var own = guideline.escapes
    for escape in base.escapes where !header.removes(escape.id.value, .escape) {
      guard let place = own.firstIndex(where: { $0.id.value == escape.id.value }) else {
        escapes.append(escape)
        continue
      }
      if !header.overrides(escape.id.value, .escape) {
        report(
          .unmarkedOverride(
            what: ExtensionHeader.List.escape.part(escape.id.value), base: escape.id.span,
            list: "escape"), at: own[place].id.span)
      }
      escapes.append(own.remove(at: place))
    }
    guideline.escapes = escapes + own
  }

  /// Precedence and doubt: one of the two, never a mixture.
  private mutating func mergeOrder(
    _ base: Guideline, _ own: Guideline, _ header: ExtensionHeader
  ) {
    if let theirs = base.precedence {
      if let ours = own.precedence {
        // Two headings of one name are told as such.
        let areHeadings = [base, own].allSatisfy { guideline in
          guideline.anchors.contains { $0.id.value == "precedence" }
        }
        if !areHeadings, !header.overrides("precedence", .sections) {
          report(
            .unmarkedOverride(what: "the precedence", base: theirs.span, list: "sections"),
            at: ours.span)
        }
        guideline.precedence?.entries = ours.entries.map { entry in
          (Self.label(of: entry, among: base.labels + own.labels), entry.text)
        }
      } else if !header.removes("precedence", .sections) {
        var kept = theirs
        kept.entries.removeAll { $0.label.map { header.removes($0, .labels) } ?? false }
        guideline.precedence = kept
      }
    }
    if let theirs = base.doubt {
      if own.doubt == nil, !header.removes("when-in-doubt", .sections) { guideline.doubt = theirs }
    }
  }

  /// An entry may name a label of the base by its name.
  private static func label(
    of entry: (label: String?, text: Prose), among labels: [Label]
  ) -> String? {
    guard let word = entry.label, !labels.contains(where: { $0.id.value == word }) else {
      return entry.label
    }
    let name = word.withPlainBlanks.lowercased()
    return labels.first { $0.name.value.withPlainBlanks.lowercased() == name }?.id.value ?? word
  }

  /// Rules and edge cases have their numbers by their order in the document.
  private mutating func numberRules() {
    var counts: [RuleKind: Int] = [:]
    func walk(_ elements: [Element], _ guideline: inout Guideline) {
      for element in elements {
        switch element {
        case .section(let section): walk(section.elements, &guideline)
        case .label(let place): walk(guideline.labels[place].elements, &guideline)
        case .rule(let place):
          let kind = guideline.rules[place].kind
          counts[kind, default: 0] += 1
          guideline.rules[place].number = (kind == .rule ? "R" : "E") + "\(counts[kind] ?? 0)"
        default: break
        }
      }
    }
    walk(guideline.body, &guideline)
  }

  // MARK: What `override` and `remove` name

  private mutating func reportUnknownParts(_ extending: Extending) {
    let (base, header) = (extending.base, extending.header)
    for list in ExtensionHeader.List.allCases {
      let (override, remove) = (header.overridden[list] ?? [], header.removed[list] ?? [])
      guard !override.isEmpty || !remove.isEmpty else { continue }
      let known = Self.parts(of: base, list)
      for id in override + remove where !known.contains(id.value) {
        report(.unknownBasePart(id.value, list: list.rawValue, known: known), at: id.span)
      }
      let stated = Set(Self.parts(of: guideline, list))
      for id in override where known.contains(id.value) && !stated.contains(id.value) {
        report(.emptyOverride(id.value, list: list.rawValue), at: id.span)
      }
    }
  }

  private static func parts(of guideline: Guideline, _ list: ExtensionHeader.List) -> [String] {
    switch list {
    case .labels: guideline.labels.map { $0.id.value }
    case .layers: guideline.layers.map { $0.id.value }
    case .attributes:
      guideline.layers.flatMap { layer in
        layer.attributes.map { "\(layer.id.value).\($0.id.value)" }
      }
    case .escape: guideline.escapes.map(\.id.value)
    case .rules: guideline.rules.compactMap(\.overrideID)
    case .examples: guideline.examples.map { $0.id }
    case .sections:
      guideline.anchors.filter { $0.target == .section }.map(\.id.value)
        + (guideline.precedence == nil ? [] : ["precedence"])
    }
  }
}

extension Example {
  /// Masks that the record names.
  fileprivate var masks: [String] {
    (self.expected?.answers ?? []).flatMap { answer -> [String] in
      guard case .regions(let regions) = answer.value else { return [] }
      return regions.flatMap { $0.geometry.masks.map(\.value) }
    }
  }
}

extension Suppression {
  /// A comment at the head of a base says nothing of the head of its extension.
  fileprivate var withoutHead: Suppression {
    var suppression = self
    suppression.coversHead = false
    return suppression
  }
}
