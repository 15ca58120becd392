internal import RubricaModel
internal import RubricaSource

/// Rules and edge cases.
extension Lowering {
  mutating func lowerRule(
    _ heading: Heading, _ kind: RuleKind, _ inner: ArraySlice<Piece>, _ context: Context
  ) -> Element {
    let anchor = addAnchor(heading, .rule)
    let blocks = take(inner)
    return .rule(
      add(kind, anchor: anchor, title: heading.text, blocks, context, span: heading.span))
  }

  mutating func lowerRule(_ item: Block.Item, _ kind: RuleKind, _ context: Context) -> Element {
    var title: Prose?
    if case .paragraph(let inlines)? = item.blocks.first?.kind {
      title = Self.leadingTitle(inlines)
    }
    return .rule(
      add(kind, anchor: nil, title: title, item.blocks, context, span: item.span))
  }

  /// `**Smallest sign.**` or `**Smallest sign**:` at the head of an entry.
  static func leadingTitle(_ inlines: [Inline]) -> Prose? {
    let inlines = inlines.trimmed
    guard let first = inlines.first, case .strong(let words) = first.kind else { return nil }
    let text = words.plainText
    if let last = text.unicodeScalars.last,
      ".:?\u{3002}\u{FF1A}\u{FF1F}".unicodeScalars.contains(last)
    {
      return Prose(words, first.span)
    }
    if inlines.count > 1, case .text(let next) = inlines[1].kind,
      [":", "\u{FF1A}", " :", "\u{A0}:", "\u{202F}:"].contains(where: next.hasPrefix)
    {
      return Prose(words, first.span)
    }
    return nil
  }

  private mutating func add(
    _ kind: RuleKind, anchor: String?, title: Prose?, _ blocks: [Block], _ context: Context,
    span: Span
  ) -> Int {
    let number: String
    switch kind {
    case .rule:
      ruleCount += 1
      number = "R\(ruleCount)"
    case .edgeCase:
      edgeCaseCount += 1
      number = "E\(edgeCaseCount)"
    }
    var rule = RuleFields(
      kind: kind, number: number, anchor: anchor, title: title, content: blocks,
      label: context.label, audience: audience, span: span)
    let vocabulary = vocabulary
    var problems: [Problem] = []
    for block in blocks { Self.takeParts(of: block, vocabulary, into: &rule, &problems) }
    guideline.problems += problems
    if let group = context.group, context.label == nil {
      rule.named.append(group.map { $0 + ".*" })
    }
    blocks.forEachText { text in
      text.forEachReference { inline in
        if let name = Self.labelReference(inline), !name.value.utf8.contains(32) {
          rule.named.append(name)
        }
      }
    }
    guideline.rules.append(Rule(consume rule))
    return guideline.rules.count - 1
  }

  static func takeParts(
    of block: Block, _ vocabulary: Vocabulary, into rule: inout RuleFields,
    _ problems: inout [Problem]
  ) {
    switch block.kind {
    case .paragraph(let inlines):
      rule.thresholds += ThresholdReader.read(inlines, vocabulary, &problems)
      let leadIns = LeadIns(inlines, vocabulary, accepts: { !$0.isForLabels })
      problems += leadIns.foreign
      for part in leadIns.parts {
        let prose = part.inlines.prose(or: part.keyword ?? block.span)
        switch part.kind {
        case .condition: rule.condition = rule.condition ?? prose
        case .action: rule.action = prose
        case .exception: rule.exceptions.append(prose)
        case .alternative: rule.alternatives.append(prose)
        case .reason: rule.reasons.append(prose)
        case .threshold: break
        default:
          let rest = rule.title.map { title in
            prose.inlines.filter { !title.span.contains($0.span) }
          }
          let words = (rest ?? prose.inlines).droppingLeading(":")
          if rule.action == nil, !words.isEmpty { rule.action = words.prose(or: block.span) }
        }
      }
    case .list(_, _, let items):
      for item in items {
        for inner in item.blocks { takeParts(of: inner, vocabulary, into: &rule, &problems) }
      }
    case .quote(let blocks):
      for inner in blocks { takeParts(of: inner, vocabulary, into: &rule, &problems) }
    default: break
    }
  }
}
