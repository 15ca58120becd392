package import RubricaModel
package import RubricaSource

/// One case, one decision.
package enum ContradictoryRules: Check {
  package static let info = CheckInfo(
    id: "contradictory-rules",
    levels: .stumble,
    summary: "Two rules with the same condition do not ask for opposite things.",
    rationale: """
      Each annotator follows the rule that comes to mind. Reviewers then correct each other's \
      corrections, and both believe they are right.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - **If** the sign is folded shut, **then** label it.
          - **If** the sign is folded shut, **then** ⟪do not label it.⟫
          """))
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - **If** the sign is folded shut, **then** do not label it.
          - **If** the sign is open, **then** label it.
          """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard PlainLanguage.of(index.guideline) != nil else { return }
    var cases: [(key: Case, action: Prose)] = []
    for rule in index.guideline.rules
    where rule.exceptions.isEmpty && rule.audience.isForAnnotators {
      // A rule without a condition is a general one, and a special one may differ from it.
      guard let condition = rule.condition, let action = rule.action else { continue }
      guard let key = Normalised.key(condition) else { continue }
      cases.append((Case(condition: key, label: rule.label), action))
    }
    let counts = Dictionary(cases.map { ($0.key, 1) }, uniquingKeysWith: +)
    // The first place of each order. Few conditions stand in several rules: only their orders are read.
    var places: [Order: Span] = [:]
    for (key, action) in cases where counts[key, default: 0] > 1 {
      let (words, isDenied) = order(Normalised.phrase(action))
      guard !words.isEmpty else { continue }
      if let other = places[Order(of: key, words: words, isDenied: !isDenied)] {
        report.add(
          info, at: action.written, "another rule with the same condition asks for the opposite",
          notes: [.init("the other rule is here", at: other)],
          help: "keep one of them, or say in each when it applies")
      }
      let order = Order(of: key, words: words, isDenied: isDenied)
      if places[order] == nil { places[order] = action.written }
    }
  }

  /// When rules hold, and under which label.
  private struct Case: Hashable {
    let condition: WordHash
    let label: String?
  }

  /// What is asked for in a case. Two orders are opposite if they differ in the denial and in nothing else.
  private struct Order: Hashable {
    let of: Case
    let words: String
    let isDenied: Bool
  }

  /// An order without its denial, and whether it had one.
  private static func order(_ words: String) -> (String, Bool) {
    for denial in ["do not ", "don't ", "don’t ", "never "] where words.hasPrefix(denial) {
      return (String(words.dropFirst(denial.count)), true)
    }
    return (words, false)
  }
}
