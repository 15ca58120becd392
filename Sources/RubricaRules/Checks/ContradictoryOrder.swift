package import RubricaModel
package import RubricaSource

/// There is one order of labels.
package enum ContradictoryOrder: Check {
  package static let info = CheckInfo(
    id: "contradictory-order",
    levels: .warning,
    summary: "Lists and sentences that rank labels agree with the precedence.",
    rationale: """
      Annotators follow the drawing or the list that they remember. Where two of them rank the labels \
      differently, every item on which both labels fit is answered in two ways.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          ## Precedence
          1. stop
          2. other-sign

          ## How to decide
          1. Is anything else on the plate? Choose [Other sign](#other-sign).
          2. Is it an octagon? Choose ⟪[Stop](#stop)⟫.
          """)),
      CheckExample(
        Sample.signs(
          """
          ## Precedence
          1. stop
          2. other-sign

          ## Rules

          - ⟪[Other sign](#other-sign) wins over [Stop](#stop)⟫.
          """)),
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          ## Precedence
          1. stop
          2. other-sign

          ## How to decide
          1. Is it an octagon? Choose [Stop](#stop).
          2. Is anything else on the plate? Choose [Other sign](#other-sign).

          ## Rules

          - [Stop](#stop) wins over [Other sign](#other-sign).
          """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    var ranks: [String: (rank: Int, place: Span)] = [:]
    for (rank, entry) in (guideline.precedence?.entries ?? []).enumerated() {
      if let label = entry.label, ranks[label] == nil { ranks[label] = (rank, entry.text.span) }
    }
    if ranks.count > 1 {
      forEachNumberedList(in: guideline.body) { items in check(items, ranks, index, &report) }
    }
    checkSentences(ranks, index, &report)
  }

  // MARK: Lists

  private static func forEachNumberedList(
    in elements: [Element], _ body: ([Block.Item]) -> Void
  ) {
    for element in elements {
      switch element {
      case .prose(let block):
        if case .list(let start, _, let items) = block.kind, start != nil { body(items) }
      case .section(let section): forEachNumberedList(in: section.elements, body)
      default: break
      }
    }
  }

  /// Compares the items that name one label each with the precedence.
  private static func check(
    _ items: [Block.Item], _ ranks: [String: (rank: Int, place: Span)], _ index: GuidelineIndex,
    _ report: inout Report
  ) {
    var highest: (rank: Int, label: String)?
    var named: [(label: String, rank: Int, place: Span)] = []
    for item in items {
      let labels = labels(in: item, index)
      guard let label = labels.first, labels.allSatisfy({ $0.id == label.id }),
        let rank = ranks[label.id]
      else { continue }
      // A list that comes back to a label is a list of steps.
      guard !named.contains(where: { $0.label == label.id }) else { return }
      named.append((label.id, rank.rank, label.place))
    }
    for (label, rank, place) in named {
      if let highest, rank < highest.rank {
        report.add(
          info, at: place, "this list puts `\(highest.label)` before `\(label)`",
          notes: [.init("the precedence puts `\(label)` first", at: ranks[label]?.place)],
          help: "bring both into the same order, or let the page draw the order from the precedence"
        )
        return
      }
      highest = (rank, label)
    }
  }

  private static func labels(
    in item: Block.Item, _ index: GuidelineIndex
  ) -> [(id: String, place: Span)] {
    var found: [(id: String, place: Span)] = []
    item.blocks.forEachInline { inline in
      if let id = inline.labelID, index.label(id) != nil { found.append((id, inline.span)) }
    }
    return found
  }

  // MARK: Sentences

  private static func checkSentences(
    _ ranks: [String: (rank: Int, place: Span)], _ index: GuidelineIndex, _ report: inout Report
  ) {
    guard let language = PlainLanguage.of(index.guideline), index.guideline.labels.count > 1 else {
      return
    }
    var claims: [(winner: String, loser: String, place: Span)] = []
    func visit(_ inlines: [Inline]) {
      for place in inlines.indices.dropFirst().dropLast() {
        guard case .text(let words) = inlines[place].kind,
          let winner = inlines[place - 1].labelID, let loser = inlines[place + 1].labelID,
          winner != loser, index.label(winner) != nil, index.label(loser) != nil,
          says(words, language)
        else { continue }
        claims.append((winner, loser, inlines[place - 1].span.union(inlines[place + 1].span)))
      }
    }
    for rule in index.guideline.rules { rule.content.forEachRun(visit) }
    for label in index.guideline.labels {
      for contrast in label.contrasts { visit(contrast.text.inlines) }
    }
    for block in index.guideline.doubt?.content ?? [] { [block].forEachRun(visit) }
    for (number, claim) in claims.enumerated() {
      if let winner = ranks[claim.winner], let loser = ranks[claim.loser], winner.rank > loser.rank
      {
        report.add(
          info, at: claim.place, "the precedence says the opposite",
          notes: [.init("`\(claim.loser)` wins here", at: loser.place)],
          help: "correct one of the two")
      } else if let other = claims.prefix(number).first(where: {
        $0.winner == claim.loser && $0.loser == claim.winner
      }) {
        report.add(
          info, at: claim.place, "another sentence says the opposite",
          notes: [.init("here", at: other.place)], help: "correct one of the two")
      }
    }
  }

  /// Whether the words between two labels say that the first one wins.
  private static func says(_ words: String, _ language: PlainLanguage) -> Bool {
    language.winning.contains(Normalised.phrase(words))
  }
}

extension Inline {
  /// The id in a link to a label, or in backticks.
  var labelID: String? {
    switch kind {
    case .link(let destination, _, _) where destination.hasPrefix("#"):
      String(destination.dropFirst())
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
