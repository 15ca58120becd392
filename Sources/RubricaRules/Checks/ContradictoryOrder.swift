package import RubricaModel
package import RubricaSource

/// There is one order of labels.
package enum ContradictoryOrder: Check {
  package static let info = CheckInfo(
    id: "contradictory-order",
    levels: .warning,
    summary:
      "Lists and sentences that rank labels agree with the precedence and with each other.",
    rationale: """
      Annotators follow the diagram or the list that they remember. If two of them rank the labels \
      differently, every item that both labels fit is answered in two ways.
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
      CheckExample(
        Sample.order(
          """
          ## Precedence
          1. stop
          2. yield

          ## Rules

          - [Yield](#yield) > [No entry](#no-entry).
          - ⟪[No entry](#no-entry) wins over [Stop](#stop)⟫.
          """)),
      CheckExample(
        Sample.order(
          """
          ## Rules

          - [Stop](#stop) wins over [Yield](#yield).
          - [Yield](#yield) wins over [No entry](#no-entry).
          - ⟪[No entry](#no-entry) wins over [Stop](#stop)⟫.
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
          """)),
      CheckExample(
        Sample.order(
          """
          ## Precedence
          1. stop
          2. no-entry

          ## Rules

          - [Stop](#stop) wins over [Yield](#yield).
          - [Yield](#yield) wins over [No entry](#no-entry).
          """)),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    var ranks: [String: (rank: Int, place: Span)] = [:]
    for (rank, entry) in (guideline.precedence?.entries ?? []).enumerated() {
      let labels =
        entry.label.map { [$0] } ?? guideline.precedence?.expansions[entry.text.span] ?? []
      for label in labels where ranks[label] == nil { ranks[label] = (rank, entry.text.span) }
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
          help: "put both into the same order, or let the page show the order of the precedence"
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
    let claims = OrderClaim.all(in: index, language)
    guard !claims.isEmpty else { return }
    var places: [[String]: Span] = [:]
    var kept: [OrderClaim] = []
    for claim in claims {
      if let winner = ranks[claim.winner], let loser = ranks[claim.loser], winner.rank > loser.rank
      {
        report.add(
          info, at: claim.place, "the precedence says the opposite",
          notes: [.init("`\(claim.loser)` wins here", at: loser.place)],
          help: "correct one of the two")
      } else if let other = places[[claim.loser, claim.winner]] {
        report.add(
          info, at: claim.place, "another sentence says the opposite",
          notes: [.init("here", at: other)], help: "correct one of the two")
      } else if places[[claim.winner, claim.loser]] == nil {
        places[[claim.winner, claim.loser]] = claim.place
        kept.append(claim)
      }
    }
    // Two labels that go before one another are reported above: what is left has three or more.
    guard kept.count > 1 || ranks.count > 1 else { return }
    for circle in OrderGraph(ranks: ranks, claims: kept).circles() { add(circle, ranks, &report) }
  }

  private static func add(
    _ circle: [OrderGraph.Step], _ ranks: [String: (rank: Int, place: Span)],
    _ report: inout Report
  ) {
    guard let place = circle.first?.claim else { return }
    let words = circle.map { "`\($0.winner)` before `\($0.loser)`" }
    report.add(
      info, at: place, "the order is circular: \(words.joined(separator: ", "))",
      notes: circle.dropFirst().map { step in
        step.claim.map { .init("`\(step.winner)` goes before `\(step.loser)` here", at: $0) }
          ?? .init(
            "the precedence puts `\(step.winner)` before `\(step.loser)`",
            at: ranks[step.winner]?.place)
      }, help: "remove one of them, so that one label comes first")
  }
}

extension Sample {
  fileprivate static func order(_ body: String) -> String {
    signs(
      layers: "- {id: signs, kind: box, labels: [stop, other-sign, yield, no-entry]}",
      """
      ### Yield
      A triangle that stands on its tip.

      ### No entry
      A red disc with a white bar.

      \(body)
      """)
  }
}
