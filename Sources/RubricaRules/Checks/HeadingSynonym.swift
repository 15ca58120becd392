package import RubricaModel
package import RubricaSource

/// A heading that often stands for a section of structure is called like it.
package enum HeadingSynonym: Check {
  package static let info = CheckInfo(
    id: "heading-synonym",
    levels: .note,
    summary: "A section that is structure has the reserved heading, not another word for it.",
    rationale: """
      Under another heading the rules, the questions or the changes are mere text: they reach neither \
      the tool nor the checks.
      """,
    bad: [
      CheckExample(Sample.signs("## ⟪Version history⟫\n\n- 1.0.0 (2026-01-31): first.\n")),
      CheckExample(Sample.signs("## ⟪4. Corner cases⟫\n\n- A sign in a mirror.\n")),
      CheckExample(Sample.signs(header: "language: de", "## ⟪Ausnahmen⟫\n\n- Spiegelbilder.\n")),
      CheckExample(Sample.signs("## ⟪Priority order⟫\n\n1. Stop\n2. Other sign\n")),
      CheckExample(Sample.signs("## ⟪Q&A⟫\n\n- How tight? Very.\n")),
      CheckExample(Sample.signs("## ⟪Procedure⟫\n\n1. Look.\n2. Draw.\n")),
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box}",
          "# Signs\n\n## ⟪Categories⟫\n\n### Stop\nA red octagon.\n")),
    ],
    good: [
      CheckExample(Sample.signs("## Procedure\n\nIt takes a minute.\n\n## Terms\n\nBe fair.\n")),
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box}", "# Signs\n\n## Classes\n\nThere are two.\n")),
      CheckExample(Sample.signs("## Change log\n\n- 1.0.0 (2026-01-31): first.\n")),
      CheckExample(Sample.signs("## History of street signs\n\nThey are old.\n")),
      CheckExample(
        Sample.signs("## Corner cases\n\nSee below.\n\n## Edge cases\n\n- A sign in a mirror.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    var found: [(heading: Prose, role: SectionRole)] = []
    for section in index.guideline.body.sections
    where section.role == .prose && section.heading.span.end - section.heading.span.start <= 80 {
      let words = section.heading.plainText
      if !words.hasSuffix("."), let role = Self.role(of: words, above: section.elements),
        index.vocabulary.sectionMeant(by: words) == nil, !index.guideline.hasSection(role)
      {
        found.append((section.heading, role))
      }
    }
    if found.isEmpty { return }
    // One that is nearly the reserved word itself has a finding that is more certain, and where labels are
    // looked for in vain, it is told there.
    let misspelt = ReservedWordSlips(index).found.map { $0.span }
    let told = Set(index.lostLabels.map(\.cause))
    for (heading, role) in found
    where !told.contains(heading.span)
      && !misspelt.contains(where: { heading.span.contains($0) })
    {
      report.add(
        info, at: heading.span, "`\(Wording.excerpt(heading.plainText))` is read as mere text",
        help: """
          it may be what the heading `\(index.vocabulary.word(role))` is for; if so, call it that
          """)
    }
  }

  /// What a heading may be meant for; for words that say little, by what stands below it.
  private static func role(of heading: String, above elements: [Element]) -> SectionRole? {
    let words = Vocabulary.undecorated(heading).lowercased()
    if let role = Vocabulary.synonyms[words] { return role }
    if let role = Vocabulary.synonymsAboveEntries[words] {
      return elements.contains { $0.isSection || $0.isListed } ? role : nil
    }
    guard Vocabulary.labelSynonyms.contains(words) else { return nil }
    return elements.contains { $0.isSection } ? .labels : nil
  }
}

extension Element {
  fileprivate var isSection: Bool {
    if case .section = self { true } else { false }
  }

  fileprivate var isListed: Bool {
    guard case .prose(let block) = self else { return false }
    return switch block.kind {
    case .list, .table: true
    default: false
    }
  }
}
