package import RubricaModel
package import RubricaSource

/// A glossary that explains words explains those that the author points at.
package enum TermNotInGlossary: Check {
  package static let info = CheckInfo(
    id: "term-not-in-glossary",
    levels: Levels(draft: nil, pilot: .note, release: .note),
    summary: "In a guideline with a glossary, a term in bold or in quotes is explained.",
    rationale: """
      A word in bold or in quotes signals a special meaning. An annotator who looks it up and does not \
      find it assumes the everyday meaning. Words that are in a heading, begin a sentence in bold, or \
      name a label, a value or another part of the task count as explained. Guidelines for texts and \
      speech are not checked: there, bold and quoted words belong to the items.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          stage: "pilot",
          """
          ## Rules

          - Label every sign with a **⟪back plate⟫**.
          - A back plate that has come off is not a sign.

          ## Glossary

          - **Octagon**: a figure with eight sides.
          """)),
      CheckExample(
        Sample.signs(
          stage: "pilot",
          """
          ## Rules

          - Panels on a “⟪gantry⟫” are signs.
          - The gantry itself is none.

          ## Glossary

          - **Octagon**: a figure with eight sides.
          """)),
    ],
    good: [
      CheckExample(
        Sample.signs(
          stage: "pilot",
          """
          ## Rules

          - Label every sign with a **back plate**. It is **not** a sign itself.
          - **Gantries.** Panels on a "gantry" are signs, and so is a **stop** sign in **red**.
          - A back plate that has come off is not a sign. Press **Next** then.

          ## Glossary

          - **Back plates**: the black boards behind signals.
          """)),
      CheckExample(
        Sample.signs(
          stage: "pilot",
          "## Rules\n\n- Label every **back plate**.\n- A **back plate** is black.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard report.level(of: info) != nil, index.guideline.hasSection(.glossary),
      let language = PlainLanguage.of(index.guideline)
    else { return }
    var terms = MarkedTerms(index, language)
    terms.dropKnown()
    for term in terms.remaining {
      report.add(
        info, at: term.place, unexplained(index.guideline.sources.text(term.place)),
        help: "add it to the glossary, or remove the bold type or quotes")
    }
  }

  private static func unexplained(_ words: String) -> String {
    "the glossary does not explain \"\(Wording.excerpt(words))\""
  }
}
