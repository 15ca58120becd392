internal import RubricaModel
internal import RubricaSource

/// A sentence that puts one label before another: `[Stop](#stop) wins over [Other](#other-sign)`.
struct OrderClaim {
  let winner: String
  let loser: String
  /// From the one label to the other.
  let place: Span
}

extension OrderClaim {
  /// The claims in rules, definitions, contrasts and under *When in doubt*, in this order.
  static func all(in index: GuidelineIndex, _ language: PlainLanguage) -> [OrderClaim] {
    var claims: [OrderClaim] = []
    func visit(_ inlines: [Inline]) {
      for place in inlines.indices.dropFirst().dropLast() {
        guard case .text(let words) = inlines[place].kind,
          let winner = inlines[place - 1].labelID, let loser = inlines[place + 1].labelID,
          winner != loser, index.label(winner) != nil, index.label(loser) != nil,
          language.winning.contains(Normalised.phrase(words)),
          language.says(behind: inlines[(place + 2)...].first)
        else { continue }
        claims.append(
          OrderClaim(
            winner: winner, loser: loser,
            place: inlines[place - 1].span.union(inlines[place + 1].span)))
      }
    }
    for rule in index.guideline.rules { rule.content.forEachRun(visit) }
    for label in index.guideline.labels {
      label.definition.forEachRun(visit)
      for contrast in label.contrasts { visit(contrast.text.inlines) }
    }
    index.guideline.doubt?.content.forEachRun(visit)
    return claims
  }
}

extension PlainLanguage {
  /// Whether the text behind the second label says that the first one wins.
  fileprivate func says(behind inline: Inline?) -> Bool {
    if winningAfter.isEmpty { return true }
    guard case .text(let words) = inline?.kind else { return false }
    return winningAfter.contains { words.hasPrefix($0) }
  }
}

extension Inline {
  /// The id in a link to a label, or in backticks.
  var labelID: String? {
    switch kind {
    case .link(let destination, _, _) where destination.utf8.first == UInt8(ascii: "#"):
      String(Substring(destination.utf8.dropFirst()))
    case .code(let id): id
    default: nil
    }
  }
}

extension [Block] {
  /// Every run of inlines that stand beside one another.
  func forEachRun(_ body: ([Inline]) -> Void) {
    for block in self {
      switch block.kind {
      case .paragraph(let inlines), .heading(_, let inlines): body(inlines)
      case .list(_, _, let items): for item in items { item.blocks.forEachRun(body) }
      case .quote(let blocks): blocks.forEachRun(body)
      case .table(let table):
        for row in [table.header] + table.rows { for cell in row { body(cell) } }
      case .code, .html, .thematicBreak: break
      }
    }
  }
}
