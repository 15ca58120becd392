package import RubricaModel
package import RubricaSource

/// A word that was meant to be a reserved one is spelt like it.
package enum MisspeltStructure: Check {
  package static let info = CheckInfo(
    id: "misspelt-structure",
    levels: .warning,
    summary: "No heading or lead-in is a misspelt reserved word, or only looks like one.",
    rationale: """
      It is read as plain text: the labels, the rule or the example in it reach neither the tool nor \
      the checks.
      """,
    bad: [
      CheckExample(
        Sample.signs("## ⟪Exmaples⟫\n\n#### ⟪Godo⟫: one sign\n"),
        fixed: Sample.signs("## Examples\n\n#### Good: one sign\n")),
      CheckExample(
        Sample.leadIns("⟪**Include**⟫ temporary signs\n⟪**Exclude:**⟫ toys", ""),
        fixed: Sample.leadIns("**Includes** temporary signs\n**Excludes:** toys", "")),
      CheckExample(
        Sample.signs("## Rules\n\n- Draw it ⟪**unles**⟫ it is hidden.\n"),
        fixed: Sample.signs("## Rules\n\n- Draw it **unless** it is hidden.\n")),
      CheckExample(
        Sample.signs(
          "## ⟪2. Rules⟫\n\n## ⟪Edge case⟫\n\n## ⟪✅ Examples (12)⟫\n\n## ⟪When in doubt?⟫\n"),
        fixed: Sample.signs("## Rules\n\n## Edge cases\n\n## Examples\n\n## When in doubt\n")),
      CheckExample(
        Sample.signs("## Pictures\n\n### ⟪Counterexample:⟫ a toy\n![A toy](media/toy.png)\n"),
        fixed: Sample.signs("## Pictures\n\n### Bad: a toy\n![A toy](media/toy.png)\n")),
      CheckExample(
        Sample.signs(
          header: "language: fr", "## Images\n\n### ⟪Bon exemple :⟫ un\n![Un](media/toy.png)\n"),
        fixed: Sample.signs(
          header: "language: fr", "## Images\n\n### Bon : un\n![Un](media/toy.png)\n")),
      CheckExample(
        Sample.misspelt(
          "```yaml expected\nsigns: none\n```", section: "Pictures", heading: "⟪1. Good –⟫ one sign"
        ),
        fixed: Sample.misspelt(
          "```yaml expected\nsigns: none\n```", section: "Pictures", heading: "Good: one sign")),
      CheckExample(
        Sample.misspelt(
          "```YAML  Expected\nsigns: none\n```", section: "Pictures",
          heading: "⟪1. Good –⟫ one sign"),
        fixed: Sample.misspelt(
          "```YAML  Expected\nsigns: none\n```", section: "Pictures", heading: "Good: one sign")),
      CheckExample(
        Sample.misspelt("It is red.", section: "Pictures", heading: "⟪Example 2⟫"),
        fixed: Sample.misspelt("It is red.", section: "Pictures", heading: "Example: 2")),
      CheckExample(
        Sample.leadIns(
          "⟪**Does not include**⟫ toys\n⟪**Not to be confused with**⟫ [Other](#other-sign)", ""),
        fixed: Sample.leadIns("**Excludes** toys\n**Not** [Other](#other-sign)", "")),
      CheckExample(
        Sample.signs(
          "## Rules\n\n- Draw it, ⟪**except**⟫ in a mirror. ⟪**Reason:**⟫ it is seen.\n"),
        fixed: Sample.signs(
          "## Rules\n\n- Draw it, **unless** in a mirror. **Because:** it is seen.\n")),
      CheckExample(
        Sample.leadIns(
          "**Includes** temporary signs\n⟪Excludes:⟫ toys", "⟪** Includes **⟫ the rest"),
        fixed: Sample.leadIns(
          "**Includes** temporary signs\n**Excludes:** toys", "**Includes** the rest")),
      CheckExample(
        Sample.leadIns("**Excludes** toys\n⟪Not⟫ [Other](#other-sign): it has no octagon.", ""),
        fixed: Sample.leadIns(
          "**Excludes** toys\n**Not** [Other](#other-sign): it has no octagon.", "")),
      CheckExample(
        Sample.signs("⟪**Rules**⟫\n\n- Draw tight boxes.\n\n⟪**Edge cases:**⟫\n\n- Toys.\n")),
      CheckExample(
        Sample.signs(
          "## FAQ\n\n### How tight?\nVery.\n\n⟪**2. Precedence**⟫\n\n1. Stop\n2. Other sign\n")),
    ],
    good: [
      CheckExample(
        Sample.leadIns(
          "Often red. Includes: nothing.\nNot [the other sign](#other-sign) but this one is red.",
          "")
      ),
      CheckExample(Sample.signs("## Roles\n\n## Tools\n\n## Corner cases\n\n## Goods: one\n")),
      CheckExample(Sample.signs("## Rules.\n\n## Correct: what we call so\n\nIt is right.\n")),
      CheckExample(
        Sample.misspelt("```yaml expected\nsigns: none\n```", heading: "Example 1: a sign")),
      CheckExample(Sample.signs("## Rules\n\n- **Exception.** Draw it in a mirror.\n")),
      CheckExample(Sample.leadIns("Often red. **Exclude** nothing.", "")),
      CheckExample(
        Sample.signs("## Rules\n\n- **Labels**\n- Boxes.\n\n**Rules** are kept.\n\n**Hint**\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let slips = ReservedWordSlips(index)
    // Where labels are looked for in vain, it is told there.
    let told = Set(index.lostLabels.map(\.cause))
    for (words, span, word) in slips.found where !told.contains(span) {
      report.add(
        info, at: span, "`\(Wording.excerpt(words))` is read as plain text",
        help: "did you mean `\(word)`?",
        fixes: Fix.replacing(Located(words, span), with: word, in: index.guideline.sources))
    }
    for (word, span, isInLabel) in slips.boldLines where !told.contains(span) {
      report.add(
        info, at: span, "`\(word)` is a bold line, not a heading",
        help: isInLabel
          ? """
          what stands below it is read as plain text; if this is a part of the label, write it as a heading of \
          a lower level than the label's, such as `#### \(word)`
          """
          : """
          what stands below it is read as plain text; if the section begins here, write `## \(word)`
          """)
    }
  }
}

extension Sample {
  fileprivate static func misspelt(
    _ fence: String, section: String = "Examples", heading: String = "Good: one sign"
  ) -> String {
    signs("## \(section)\n\n### \(heading)\n![A stop sign](media/stop.png)\n\n\(fence)\n")
  }
}
