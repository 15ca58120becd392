import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

/// Entries of sections, parts for some readers, parts for one tool, and pairs of examples.
struct EntryTests {
  private func entries(_ body: String) throws -> [Entry] {
    let guideline = try Fixture.guideline("# A\n\n" + body)
    #expect(guideline.problems.isEmpty)
    return guideline.entries
  }

  @Test(arguments: [
    "- **IoU**: the overlap.\n- `AP`: the area.\n- Recall: how much is found.\n",
    "### IoU\nthe overlap.\n### AP\nthe area.\n### Recall\nhow much is found.\n",
    "| T | M |\n|---|---|\n| IoU | the overlap. |\n| AP | the area. |\n| Recall | how much is found. |\n",
  ])
  func termsHaveTheirText(list: String) throws {
    let terms = try entries("## Glossary\n\n" + list)
    #expect(terms.map { $0.title?.plainText } == ["IoU", "AP", "Recall"])
    #expect(
      terms.map(\.content.plainText) == ["the overlap.", "the area.", "how much is found."])
    #expect(terms.allSatisfy { $0.kind == .term })
  }

  @Test func termsAndQuestionsMayBeParagraphs() throws {
    let found = try entries(
      """
      ## Glossary

      All terms.

      **Plate**: the front.

      It is red.

      **Pole:**
      what carries it.

      ## FAQ

      **How tight?**

      To the pixel.

      - Always.

      **How fast?** Slowly.

      ### How wide?
      Very.
      """)
    #expect(
      found.map { $0.title?.plainText } == [
        "Plate", "Pole:", "How tight?", "How fast?", "How wide?",
      ])
    #expect(
      found.map(\.content.plainText) == [
        "the front.\nIt is red.", "what carries it.", "To the pixel.\nAlways.", "Slowly.", "Very.",
      ])
    let body = try Fixture.guideline("# A\n\n## Rules\n\n**How?** Well.\n")
    #expect(body.entries.isEmpty)
  }

  @Test func whatToDoOtherwiseIsAPartOfItsOwn() throws {
    let rules = try Fixture.guideline(
      """
      # A

      ## Rules

      - **If** it is covered **then** skip it. **Otherwise** draw a box.
      - Draw it, **unless** it is torn: **else**, mark it. **Because** it helps.
      """
    ).rules
    #expect(rules[0].action?.plainText == "skip it.")
    #expect(rules.map { $0.alternatives.map(\.plainText) } == [["draw a box."], ["mark it."]])
    #expect(rules[1].exceptions.map(\.plainText) == ["it is torn:"])
    #expect(rules[1].reasons.map(\.plainText) == ["it helps."])
  }

  @Test func severalLabelsInAnItemAreNoLabel() throws {
    let compilation = try Fixture.check(
      Fixture.task(
        "{id: t, kind: choice, labels: [a, b, c]}",
        "# A\n\n## Labels\n\n### A\nX.\n\n### B\nY.\n\n### C\nZ.\n\n## Precedence\n\n1. a and b\n2. c\n"
      ))
    let ids = compilation.diagnostics.map(\.id)
    #expect(ids.contains("unread-precedence"))
    #expect(!ids.contains("undefined-label"))
  }

  @Test func aNoteIsNeverTheItemOfAnExample() throws {
    let example = try Fixture.guideline(
      Fixture.task(
        "{id: t, kind: choice, labels: [a]}",
        "# A\n\n## Examples\n\n### Good: one\n> [!NOTE]\n> Look.\n\n> The text.\n")
    ).examples[0]
    guard case .text(let text) = example.input else {
      Issue.record("no text")
      return
    }
    #expect(text.text == "The text.")
    #expect(example.content.count == 1)
  }

  @Test func aNoteForOthersLeavesNothing() throws {
    let guideline = try Fixture.guideline("# A\n\n> [!NOTE]\n> **For reviewers** SECRET\n\nEnd.\n")
    guard case .section(let title) = guideline.body[0] else {
      Issue.record("no section")
      return
    }
    let shown = title.elements.compactMap { element -> String? in
      if case .prose(let block) = element { block.plainText } else { nil }
    }
    #expect(shown == ["End."])
  }

  @Test func linksFindTerms() throws {
    let compilation = try Fixture.check("# A\n\nSee [it](#iou).\n\n## Glossary\n- **IoU**: x\n")
    #expect(!compilation.diagnostics.contains { $0.id == "dangling-reference" })
  }

  @Test func questionsStepsAndChecks() throws {
    let found = try entries(
      """
      ## FAQ
      - **How tight?** To the pixel.
      - How fast? Slowly.

      ## Steps {audience=reviewer}
      1. Look.
      2. Draw.

      ## Self-check
      - [ ] Is it tight?
      """)
    #expect(found.map(\.kind) == [.question, .question, .step, .step, .check])
    #expect(
      found.map { $0.title?.plainText } == ["How tight?", "How fast?", nil, nil, nil])
    #expect(
      found.map(\.content.plainText)
        == ["To the pixel.", "Slowly.", "Look.", "Draw.", "Is it tight?"])
    #expect(found.map(\.audience) == [.annotator, .annotator, .reviewer, .reviewer, .annotator])
  }

  @Test func changesHaveVersionsAndDates() throws {
    let found = try entries(
      """
      ## Changelog

      ### [1.2.0] - 2026-01-31
      - New.

      ### v1.1
      Old.
      """)
    #expect(found.map { $0.version?.value } == ["1.2.0", "1.1"])
    #expect(found.map { $0.date?.value } == ["2026-01-31", nil])
    let list = try entries(
      """
      ## Changelog
      - **1.0.0** (2025-12-01): first
      - 0.9.0-rc (2025-11-01): before

      | Version | Date | What |
      |---|---|---|
      | 0.8.0 | 2025-10-01 | a table |
      """)
    #expect(list.map { $0.version?.value } == ["1.0.0", "0.9.0-rc", "0.8.0"])
    #expect(list.map { $0.date?.value } == ["2025-12-01", "2025-11-01", "2025-10-01"])
    #expect(list[2].content.plainText == "2025-10-01\na table")
    #expect(list.map(\.anchor) == ["1-0-0", "0-9-0-rc-2025-11-01", "0-8-0"])
  }

  @Test func oneParagraphIsForReviewers() throws {
    let guideline = try Fixture.guideline(
      Fixture.task(
        "{id: a, kind: choice, labels: [x]}",
        """
        # A

        Open.

        **For reviewers:** hidden [link](#x).

        **For lawyers**

        - a hidden list

        ## Labels

        ### X
        Shown.

        **For reviewers** hidden too.

        ## Rules

        ### Rule
        Do it.

        **For reviewers** left out.
        """))
    #expect(guideline.problemKinds == ["misplaced"])
    #expect(guideline.label("x")?.definition.plainText == "Shown.")
    #expect(guideline.rules[0].content.plainText == "Do it.")
    #expect(guideline.references.map(\.audience) == [.reviewer])
    guard case .section(let title)? = guideline.body.first else { return }
    let audiences = title.elements.prefix(3).map { element -> Audience? in
      if case .section(let section) = element { section.audience } else { nil }
    }
    #expect(audiences == [nil, .reviewer, .legal])
  }

  @Test func itemsAndLinesAreForReviewers() throws {
    let guideline = try Fixture.guideline(
      Fixture.task(
        "{id: a, kind: choice, labels: [x]}",
        """
        # A

        - Open.
        - **For reviewers:** hidden 1.

          Hidden 2.
        - Open
          **For reviewer:** hidden 3.

        > Open.
        >
        > **For lawyers**
        >
        > Hidden 4.

        ## Rules

        - **For reviewers:** hidden 5.
        - Draw tight.

        ## Steps

        1. **For the reviewers** hidden 6.
        2. Look.

        ## Quota {audience=reviewers}

        Hidden 7.
        """))
    #expect(guideline.rules.map(\.content.plainText) == ["Draw tight."])
    #expect(guideline.entries.map(\.content.plainText) == ["Look."])
    var open: [String] = []
    var hidden: [String] = []
    func visit(_ elements: [Element], _ isOpen: Bool) {
      for element in elements {
        switch element {
        case .prose(let block):
          if isOpen { open.append(block.plainText) } else { hidden.append(block.plainText) }
        case .section(let section):
          visit(section.elements, isOpen && section.audience.isForAnnotators)
        default: break
        }
      }
    }
    visit(guideline.body, true)
    #expect(!open.joined().lowercased().contains("hidden"), "\(open)")
    for number in 1...7 {
      #expect(hidden.joined(separator: "\n").lowercased().contains("hidden \(number)"), "\(number)")
    }
    // An audience that there is not.
    #expect(guideline.problemKinds == ["unknownKey"])
  }

  @Test func sectionsForATool() throws {
    let guideline = try Fixture.guideline(
      "# A\n\n## Tool: Label Studio\nX.\n\n## Keys {target=cvat}\nY.\n\n## Rules\n\n### R {target=a}\nZ.\n"
    )
    #expect(guideline.problemKinds == ["misplaced"])
    guard case .section(let title)? = guideline.body.first else { return }
    let tools = title.elements.map { element -> String? in
      if case .section(let section) = element { section.tool?.value } else { nil }
    }
    #expect(tools == ["label-studio", "cvat", nil])
  }

  private let pair = """
    # A

    ## Labels

    ### X
    Shown.

    ## Rules

    ### Edges {#edges}
    Stay inside.

    ## Examples

    ### Example: edges {#e warning=blood}
    Shared words.

    > the text

    **Good**

    ```yaml expected
    a: x
    ```
    Because of [Edges](#edges) and [nothing](#a).

    **Bad:**

    > another text

    Because it is not [X](#x).
    """

  @Test func aPairIsTwoRolesOfOneExample() throws {
    let guideline = try Fixture.guideline(
      Fixture.task("{id: a, kind: choice, labels: [x]}", pair))
    #expect(guideline.problems.isEmpty)
    #expect(guideline.examples.map(\.role) == [.good, .bad])
    #expect(guideline.examples.map(\.id) == ["e-good", "e-bad"])
    #expect(guideline.examples.map { $0.warning?.value } == ["blood", "blood"])
    let texts = guideline.examples.map { example -> String? in
      if case .text(let text) = example.input { text.text } else { nil }
    }
    #expect(texts == ["the text", "another text"])
    #expect(guideline.examples.map { $0.expected != nil } == [true, false])
    #expect(guideline.examples.map { $0.illustrates.map(\.value) } == [["edges"], ["x"]])
  }
}
