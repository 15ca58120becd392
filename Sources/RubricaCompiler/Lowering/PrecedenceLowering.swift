internal import RubricaModel
internal import RubricaSource

/// What comes first: a numbered list of labels, or of criteria in words.
extension Lowering {
  mutating func lowerPrecedence(
    _ inner: ArraySlice<Piece>, _ context: Context
  ) -> [Element] {
    var elements: [Element] = []
    var rest = inner
    while let piece = rest.first {
      if let hidden = takeHidden(&rest) {
        elements.append(hidden)
        continue
      }
      guard case .block(let block, _) = piece else { break }
      rest.removeFirst()
      collect(block)
      guard case .list(let start, _, let items) = block.kind,
        start != nil || items.contains(where: { namesLabel($0) })
      else {
        elements.append(.prose(block))
        continue
      }
      if start == nil {
        guideline.problems.append(
          Problem(
            .misplaced(
              what: "a list of labels without numbers",
              expected: "under `Precedence` as a numbered list, the winner first"),
            at: block.span))
        elements.append(.prose(block))
        continue
      }
      if let first = guideline.precedence {
        guideline.problems.append(
          Problem(.duplicateDeclaration(what: "the precedence", first: first.span), at: block.span))
        elements.append(.prose(block))
        continue
      }
      guideline.precedence = Precedence(
        entries: items.map { (nil, Self.precedenceText($0)) }, span: block.span, audience: audience)
      elements.append(.precedence)
    }
    return elements + lower(rest, Context(role: .prose, label: context.label))
  }

  /// The text of an entry; what it names is decided when all labels are known.
  private static func precedenceText(_ item: Block.Item) -> Prose {
    guard case .paragraph(let inlines)? = item.blocks.first?.kind else {
      return Prose([], item.span)
    }
    return inlines.trimmed.prose(or: item.span)
  }

  /// Whether an item of a list surely starts with a label.
  private func namesLabel(_ item: Block.Item) -> Bool {
    labelNamed(by: Self.precedenceText(item)).isCertain
  }

  /// An entry in plain words that names no label is a criterion ("the most specific label wins"),
  /// unless it looks like a label that is written wrongly.
  mutating func resolvePrecedence() {
    guard let entries = guideline.precedence?.entries, entries.contains(where: { $0.label == nil })
    else { return }
    let found = entries.map { entry in
      entry.label.map { ($0, true) } ?? labelNamed(by: entry.text)
    }
    let namesLabels = found.contains { $0.1 }
    for (place, entry) in found.enumerated() where entry.1 || isSlip(entry.0, namesLabels) {
      guideline.precedence?.entries[place].label = entry.0
    }
  }

  /// One to three words among labels, or words that are nearly a label.
  private func isSlip(_ words: String, _ isAmongLabels: Bool) -> Bool {
    guard !words.isEmpty, !namesSeveral(words) else { return false }
    if isAmongLabels, words.utf8.count(where: { $0 == 32 }) < 3 { return true }
    return Suggestion.nearest(
      to: words, among: guideline.labels.lazy.flatMap { [$0.id.value, $0.name.value] }) != nil
  }

  /// Whether it is nothing but labels: which of them wins is not said.
  private func namesSeveral(_ words: String) -> Bool {
    let parts = LabelOrder.parts(of: words)
    return parts.count > 1
      && parts.allSatisfy { part in
        labelPlaces[part] != nil
          || guideline.labels.contains { Self.folded($0.name.value) == Self.folded(part) }
      }
  }

  private func labelNamed(by text: Prose) -> (words: String, isCertain: Bool) {
    guard let first = text.inlines.first else { return ("", false) }
    if let reference = Self.labelReference(first) { return (reference.value, true) }
    let words = text.plainText.withPlainBlanks
    let head = Substring(words.unicodeScalars.prefix { !Self.endsName($0) })
    for candidate in [words[...], head] {
      let trimmed = Self.withSingleBlanks(candidate)
      if labelPlaces[trimmed] != nil || Wildcard.root(of: trimmed) != nil { return (trimmed, true) }
      let lower = trimmed.lowercased()
      if let label = guideline.labels.first(where: { Self.folded($0.name.value) == lower }) {
        return (label.id.value, true)
      }
    }
    return (Self.withSingleBlanks(head), false)
  }

  /// A name as it is compared: whatever its capitals, and whichever blanks are in it.
  private static func folded(_ name: String) -> String { name.withPlainBlanks.lowercased() }

  /// Whether it stands between a name and what is said of it.
  private static func endsName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", "—", "(", ",", "：", "、", "（": true
    default: false
    }
  }

  private static func withSingleBlanks(_ words: Substring) -> String {
    words.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      .joined(separator: " ")
  }
}
