import RubricaImport
import RubricaModel
import RubricaSource
import Testing

/// Words and marks that are structure by accident must not stop the build of a draft.
struct GuardTests {
  @Test(arguments: [
    "## Precedence\n\nFirst come, first served.\n",
    "## Precedence\n\n1. The longest span\n2. The first span\n",
    "## Labels\n\n### A\nOne.\n\n### B\nTwo.\n\n## Precedence\n\n1. A\n2. B\n\nand\n\n1. B\n2. A\n",
    "## Labels\n\n### A\nOne.\n\n## Precedence\n\n1. A\n\n## Precedence\n\n1. A\n",
    "## When in doubt\n\nUse `unknown`.\n",
    "## When in doubt\n\nSee [there](#nowhere).\n",
    "## Rules\n\n- [x]{y} [z]{\n- **If**\n- **Then** **Unless** **Because**\n-\n- ```yaml expected\n  a: [\n  ```\n- > quote\n- | a |\n",
    "## Examples\n\n- [x]{y} and ]{z}\n- > [a]{B\n\n### One\n\n> [x]{y\n>\n> #a -b-> #c\n\n```yaml expected\nsigns: [\n```\n\n```yaml expected\nx: 1\n```\n",
    "## Labels\n\n### A\nOne.\n\n**Not** for children.\n\n**Not** `b`: it is two.\n\n**Includes** **Excludes**\n\n```yaml label\ncolour: red\nshortcut: long\n```\n",
    "## Labels\n\n### Labels\n\n### Rules\n\n### Rule: one\n\n### Example:\n\n#### A\n\n#### A\n",
    "# A {#x}\n\n# B {#x}\n\n## x\n\n## Labels\n\n### x\n\n### y {#x}\n",
    "# A {.unnumbered}\n\n# B {audience=reviewer}\n\n# C {x=1}\n\n# D {#d .e f=g}\n\n# E {}\n\n# {#f}\n",
    "# Steps\n\n# Tool\n\n# FAQ\n\n# Glossary\n\n# Content warning\n\n# Attributes\n\n## a\n\n# Relations\n\n## b\n",
    "### Good: x\n\n### Bad:\n\n### Contrast: y\n\n#### z\n\n**Because**\n",
    "## Rules\n\n- `height < 10` -> banana.\n- `x > y`\n- `a < 1e999 px` -> label\n",
    "```yaml label\n- 1\n```\n\n~~~ yaml   EXPECTED\n]\n~~~\n",
    "## Changelog\n\n### 1.0.0\n\n### 1.0.0\n",
    "# Group: A\n\n## Tool: hammer\n\n### Group: x\n\nSee [it](#tool-hammer).\n\n## Group:\n",
    "## Labels\n\n### Group: A\n\n#### B\nOne.\n\n##### Group: C\n\n### Tool: D\nTwo.\n",
  ])
  func accidentsAreNoErrors(_ text: String) throws {
    let imported = try Imported(text)
    imported.expectSound()
    try Imported([SourceFile(name: "a.md", text: text), SourceFile(name: "b.md", text: text)])
      .expectSound()
  }

  @Test(arguments: [
    "# T\n\n## Labels\n\n**Overview**\n| Label | Definition |\n|---|---|\n| A | x |\n| - | - |\n",
    "# Labels\n\n**Overview**\n| Label | Definition |\n|---|---|\n| A | x |\n|---|---|\n| B | y |\n",
    "# Clases\r**A**\r |||\r-|-g",
    "# Label\n**B**\nL\n-|\n|-",
    "# Label\n***B***\nL\n-|\n|-",
  ])
  func aBoldLineOnATableIsRead(_ text: String) throws {
    let imported = try Imported(text)
    #expect(imported.lost == [])
  }

  @Test func aGoodPrecedenceStays() throws {
    let imported = try Imported(
      "## Labels\n\n### Big car\nOne.\n\n### Bus\nTwo.\n\n## Precedence\n\n1. Bus\n2. [Big car](#big-car)\n"
    )
    imported.expectSound()
    #expect(imported.guideline.precedence?.entries.compactMap(\.label) == ["bus", "big-car"])
  }

  @Test func groupsAndToolsOfOtherDocumentsAreHeadings() throws {
    let imported = try Imported(
      "# Team\n\n## Group: night shift\n\nCall Ada.\n\n## Tool: hammer\n\nSee [it](#tool-hammer).\n"
    )
    imported.expectSound()
    #expect(imported.body.contains("## Group \u{2013} night shift\n"))
    #expect(imported.body.contains("## Tool \u{2013} hammer\n"))
    #expect(imported.guideline.groups.isEmpty)
  }

  @Test func aGroupOfLabelsStays() throws {
    let imported = try Imported(
      "# Cars\n\n## Labels\n\n### Group: Big\n\n#### Bus\nOne.\n\n#### Truck\nTwo.\n")
    imported.expectSound()
    #expect(imported.guideline.groups.map(\.name.value) == ["Big"])
    #expect(imported.guideline.labels.map(\.id.value) == ["bus", "truck"])
  }

  @Test func attributesOfHeadingsAreNoWords() throws {
    let imported = try Imported("# A {.unnumbered}\n\n## B {#b .c}\n\nSee [B](#b).\n\n## C {x=1}\n")
    imported.expectSound()
    #expect(imported.guideline.title.value == "A")
    #expect(imported.body.contains("## B <!-- {#b .c} --> {#b}\n"))
    #expect(imported.body.contains("## C `{x=1}`\n"))
  }

  @Test func attributesStayWhereTheIDIsTaken() throws {
    let imported = try Imported("# A {#x .c}\n\n## B {#x .d}\n\n## C {y=1 #x}\n")
    imported.expectSound()
    #expect(imported.body.contains("# A <!-- {#x .c} --> {#x}\n"))
    #expect(imported.body.contains("## B <!-- {#x .d} --> {#x-2}\n"))
    #expect(imported.body.contains("## C `{y=1 #x}` {#x-3}\n"))
  }

  @Test(arguments: [
    "- HATEFUL\n\n> Ban them all.\n\n- NOT HATEFUL tweet:\n\n> It is fine.\n",
    "> A quote.\n\n### Reference\n\nA paper.\n",
    "- Ada is a person.\n",
  ])
  func examplesThatMayBeSomethingElseStayProse(_ examples: String) throws {
    for heading in ["## Examples", "## Examples:", "## 3. Examples", "Examples\n---"] {
      let imported = try Imported("# Hate\n\n\(heading)\n\n\(examples)\n## End\n\nWords.\n")
      imported.expectSound()
      #expect(imported.guideline.examples.isEmpty)
      #expect(!imported.body.contains(":."))
    }
  }

  @Test func theTitleHasNoStop() throws {
    let imported = try Imported("# Examples\n\n- Ada is a person.\n")
    imported.expectSound()
    #expect(imported.guideline.title.value == "Examples")
    #expect(imported.body.hasPrefix("# Examples.\n"))
    #expect(imported.report.prose.map(\.heading) == ["Examples"])
  }

  @Test(arguments: [
    "# T\n\n## Examples\n\n- > a quote\n- ![a](a.png)\n\n### One\n\n```text\nwords\n```\n",
    "# T\n\n## Labels\n\n### A\nOne.\n\n#### Examples\n\n- Ada\n- Bob\n- Cleo\n",
    "# T\n\n## Good examples\n\n- Ada\n- Bob\n- Cleo\n",
  ])
  func examplesThatShowSomethingAreExamples(_ text: String) throws {
    let imported = try Imported(text)
    imported.expectSound()
    #expect(imported.guideline.examples.count == 3)
  }
}
