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
      corrections, and both are right.
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
    var seen: [WordHash: [Int]] = [:]
    let rules = index.guideline.rules
    for (number, rule) in rules.enumerated()
    where rule.exceptions.isEmpty && rule.audience.isForAnnotators {
      // A rule without a condition is a general one, and a special one may differ from it.
      guard let condition = rule.condition, let action = rule.action else { continue }
      guard let key = Normalised.key(condition) else { continue }
      let earlier = seen[key, default: []].first { place in
        rules[place].label == rule.label
          && rules[place].action.map { isOpposite($0, action) } ?? false
      }
      if let earlier {
        report.add(
          info, at: action.written, "another rule with the same condition asks for the opposite",
          notes: [.init("the other rule is here", at: rules[earlier].action?.written)],
          help: "keep one of them, or say in each when it holds")
      }
      seen[key, default: []].append(number)
    }
  }

  /// Whether two orders differ in a denial and in nothing else.
  private static func isOpposite(_ one: Prose, _ other: Prose) -> Bool {
    let (words, isDenied) = order(Normalised.phrase(one))
    let (others, isOtherDenied) = order(Normalised.phrase(other))
    return words == others && isDenied != isOtherDenied && !words.isEmpty
  }

  /// An order without its denial, and whether it had one.
  private static func order(_ words: String) -> (String, Bool) {
    for denial in ["do not ", "don't ", "don’t ", "never "] where words.hasPrefix(denial) {
      return (String(words.dropFirst(denial.count)), true)
    }
    return (words, false)
  }
}
