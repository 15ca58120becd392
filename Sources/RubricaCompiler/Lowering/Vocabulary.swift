internal import RubricaModel

/// The reserved words of headings and lead-ins in one language.
struct Vocabulary: Sendable {
  /// What a heading `Word: title` announces.
  enum Entry: Sendable, Equatable { case good, bad, borderline, rule, edgeCase, contrast }

  /// What a bold word begins.
  enum LeadIn: Sendable, Equatable {
    case includes, excludes, not
    case condition, action, exception, reason, threshold

    var isForLabels: Bool { self == .includes || self == .excludes || self == .not }
  }

  let sections: [String: SectionRole]
  let entries: [String: Entry]
  let leadIns: [String: LeadIn]
  /// The heading of a Labels section that the compiler adds.
  let labelsHeading: String
  /// Bytes of the longest reserved heading and of the longest prefix: longer ones need no look-up.
  let longestSection: Int
  let longestEntry: Int
  /// The word that stands for "explicitly nothing" in records, in every language.
  static let none = "none"

  private init(
    sections: [String: SectionRole], entries: [String: Entry], leadIns: [String: LeadIn],
    labelsHeading: String
  ) {
    self.sections = sections
    self.entries = entries
    self.leadIns = leadIns
    self.labelsHeading = labelsHeading
    longestSection = sections.keys.map(\.utf8.count).max() ?? 0
    longestEntry = entries.keys.map(\.utf8.count).max() ?? 0
  }

  static let english = Vocabulary(
    sections: [
      "labels": .labels, "attributes": .attributes, "relations": .relations, "rules": .rules,
      "edge cases": .edgeCases, "good examples": .goodExamples, "bad examples": .badExamples,
      "examples": .examples, "precedence": .precedence, "when in doubt": .doubt,
      "steps": .steps, "self-check": .selfCheck, "glossary": .glossary, "faq": .questions,
      "changelog": .changelog, "content warning": .warning, "tool": .tool,
    ],
    entries: [
      "good": .good, "bad": .bad, "borderline": .borderline, "example": .good, "rule": .rule,
      "edge case": .edgeCase, "contrast": .contrast,
    ],
    leadIns: [
      "includes": .includes, "excludes": .excludes, "not": .not, "if": .condition,
      "then": .action, "unless": .exception, "because": .reason, "threshold": .threshold,
    ],
    labelsHeading: "Labels")
}
