extension ReservedWords {
  static let english = ReservedWords(
    language: "en", name: "English",
    sections: [
      (.labels, ["Labels"]), (.attributes, ["Attributes"]), (.relations, ["Relations"]),
      (.rules, ["Rules"]), (.edgeCases, ["Edge cases"]), (.goodExamples, ["Good examples"]),
      (.badExamples, ["Bad examples"]), (.examples, ["Examples"]), (.precedence, ["Precedence"]),
      (.doubt, ["When in doubt"]), (.steps, ["Steps"]), (.selfCheck, ["Self-check"]),
      (.glossary, ["Glossary"]), (.questions, ["FAQ"]), (.changelog, ["Changelog"]),
      (.warning, ["Content warning"]), (.tool, ["Tool"]),
    ],
    entries: [
      (.good, ["Good"]), (.bad, ["Bad"]), (.borderline, ["Borderline"]), (.example, ["Example"]),
      (.rule, ["Rule"]), (.edgeCase, ["Edge case"]), (.contrast, ["Contrast"]),
      (.group, ["Group"]), (.tool, ["Tool"]),
    ],
    leadIns: [
      (.includes, ["Includes"]), (.excludes, ["Excludes"]), (.not, ["Not"]),
      (.condition, ["If"]), (.action, ["Then"]), (.exception, ["Unless"]),
      (.alternative, ["Otherwise", "Else", "Or else"]),
      (.reason, ["Because"]), (.threshold, ["Threshold"]),
    ],
    audiences: [
      (
        .reviewer,
        [
          "For reviewers", "For reviewer", "For the reviewers", "For the reviewer",
          "For reviewers only", "Only for reviewers", "Reviewers only",
        ]
      ),
      (
        .legal,
        [
          "For lawyers", "For lawyer", "For legal", "For the lawyers", "For lawyers only",
          "Lawyers only",
        ]
      ),
    ],
    consequences: [
      (.label, ["label"]), (.doNotLabel, ["do not label"]), (.ignore, ["ignore"]),
      (.escalate, ["escalate"]), (.review, ["review"]),
    ],
    hasDecimalComma: false,
    conjunctions: ["and", "or"], rangeWords: ["to", "x"])
}
