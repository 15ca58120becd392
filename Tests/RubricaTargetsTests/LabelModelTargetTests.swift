import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

/// Trees and forms of labels, conditions, grammars and entries in what is made for people and tools.
struct LabelModelTargetTests {
  private static let workspace = """
    rubrica: 1
    targets: {instructions: {}, schema: {}, label-studio: {}}
    """

  private func compile(_ front: String, _ body: String, _ files: [String: String] = [:]) throws
    -> Compilation
  {
    let text = "---\nrubrica: 1\nid: test\nversion: 1.0.0\n\(front)\n---\n\n# Things\n\n\(body)\n"
    let compilation = try Compiling.compile(
      files.merging(["guideline.md": text, "rubrica.yaml": Self.workspace]) { first, _ in first })
    #expect(
      !compilation.hasErrors, "\(compilation.diagnostics.filter { $0.severity == .error })")
    return compilation
  }

  private func page(_ compilation: Compilation) throws -> String {
    try #require(compilation.text("instructions/index.html"))
  }

  @Test func formsAndBindingsAreSaidEverywhere() throws {
    let compilation = try compile(
      """
      task:
        modality: text
        layers: [{id: a, kind: choice, labels: [element, cat]}]
      """, "## Good: one\n> x\n\n```yaml expected\na: 12b\n```",
      [
        "labels.yaml": """
        labels:
          - {id: element, definition: Song., pattern: "[0-9]+[a-z]"}
          - {id: cat, definition: Cat., binding: {scheme: wikidata, id: Q146, uri: "https://example.com/Q146"}}
        """
      ])
    let page = try page(compilation)
    #expect(page.contains("(for example) <code>12b</code>"))
    #expect(!page.contains("[0-9]+[a-z]"))
    #expect(
      page.contains(
        "href=\"https://example.com/Q146\" rel=\"noopener noreferrer\">wikidata:Q146</a>"))
    // The text of the label stands in the record, and leads to the label.
    #expect(page.contains("href=\"#element\"><i></i>12b</a>"))
    let schema = try #require(compilation.text("schema/record.schema.json"))
    #expect(schema.contains("^(?:[0-9]+[a-z])$"))
    #expect(schema.contains("x-bindings"))
    #expect(
      compilation.diagnostics.contains {
        $0.id == "label-studio-not-enforced" && $0.message.contains("`element`")
      })
  }

  @Test func theOverviewListsLabelsAsATree() throws {
    let page = try page(
      compile(
        """
        task:
          modality: text
          layers: [{id: a, kind: choice, labels: [car, car.van, dog, cat, none-of-it]}]
        """,
        """
        ## Labels

        ### Group: Vehicles

        #### Car
        A car.

        ##### Van {#car.van}
        A van.

        ### Group: Animals

        #### Dog
        A dog.

        #### Cat
        A cat.

        ### None of it
        Else.
        """))
    let overview =
      try page
      .replacing(Regex("<a class=\"chip [^>]*><i></i>([^<]*)( <kbd>.</kbd>)?</a>")) { match in
        match.output[1].substring ?? ""
      }
    #expect(
      overview.contains(
        """
        <ul class="chips"><li class="branch"><b>Vehicles</b><ul class="chips">\
        <li class="branch">Car<ul class="chips"><li>Van</li></ul></li></ul></li>\
        <li class="branch"><b>Animals</b><ul class="chips"><li>Dog</li><li>Cat</li></ul></li>\
        <li>None of it</li></ul>
        """))
  }

  @Test func linksFindRowsOfAGlossary() throws {
    let page = try page(
      compile(
        "task: {modality: text, layers: []}",
        """
        See [overlap](#overlap), not [this](#secret).

        ## Glossary

        | Term | Meaning |
        |---|---|
        | **Overlap** | What two share |
        | | Nothing |

        ## Glossary {#more audience=reviewer}

        | Term | Meaning |
        |---|---|
        | Secret | For others |
        """))
    #expect(page.contains("<a href=\"#overlap\">overlap</a>, not this."))
    #expect(page.contains("<tr id=\"overlap\"><td>"))
    #expect(!page.contains("secret"))
  }

  @Test func aPageNamesItsBaseInOneLine() throws {
    let base = """
      ---
      rubrica: 1
      version: 1.4.0
      title: Street signs
      task: {modality: text, layers: [{id: a, kind: choice, labels: [stop, yield]}]}
      ---

      # Signs

      ## Labels

      ### Stop
      A stop sign.

      ### Yield
      A yield sign.
      """
    let german = try page(
      compile("language: de\nextends: base", "Mehr.", ["base/guideline.md": base]))
    #expect(german.contains("<p class=\"soft\">Baut auf: Street signs 1.4.0</p>"))
    #expect(try !page(compile("task: {modality: text, layers: []}", "Mehr.")).contains("Builds on"))
  }

  @Test func treesAreShown() throws {
    let page = try page(
      compile(
        """
        task:
          modality: image
          layers: [{id: a, kind: box, labels: [traffic.*]}]
        """,
        """
        ## Labels

        ### Group: Traffic

        #### Vehicle
        Wheels.

        ##### Car {#vehicle.car}
        Small.

        ## Rules
        - Every `vehicle.*` counts.
        """))
    #expect(page.contains("<section class=\"section in-labelGroup\">"))
    #expect(page.contains("Kinds <a class=\"chip"))
    #expect(page.contains("Related rules <a href=\"#R1\">R1</a>"))
  }

  @Test func grammarsAreTables() throws {
    let compilation = try compile(
      """
      task:
        modality: audio
        layers:
          - id: transcript
            kind: text
            grammar:
              tags: [{id: noise, means: no speech}, {id: foreign, paired: true}]
              forbidden-characters: ";"
              spelling: [{wrong: gonna, right: going to}]
              case: lower
      """, "Words.")
    let page = try page(compilation)
    #expect(page.contains("<td><code>[noise]</code></td><td>no speech</td>"))
    #expect(page.contains("<code>[foreign]</code> … <code>[/foreign]</code>"))
    #expect(page.contains("<td><b>going to</b></td><td><s>gonna</s></td>"))
    #expect(page.contains("Lower-case letters only."))
    let config = try #require(compilation.text("label-studio/config.xml"))
    #expect(config.contains("[noise]: no speech"))
    #expect(compilation.diagnostics.contains { $0.message.contains("the grammar of the layer") })
    #expect(try #require(compilation.text("schema/record.schema.json")).contains("allOf"))
  }

  @Test func partsForOneToolAreInItsPanelOnly() throws {
    let compilation = try compile(
      """
      task:
        modality: text
        layers: [{id: a, kind: choice, labels: [{id: x, definition: X.}]}]
      """,
      """
      ## Tool: Label Studio
      Press enter.

      ## Keys {target=ground-truth}
      Press space.

      **For reviewers** Look twice.
      """)
    let page = try page(compilation)
    #expect(page.contains("Press enter."))
    #expect(page.contains("Press space."))
    #expect(page.contains("Only for people who work in Label Studio"))
    #expect(!page.contains("Look twice"))
    let project = try #require(compilation.text("label-studio/project.json"))
    #expect(project.contains("Press enter."))
    #expect(!project.contains("Press space."))
    #expect(!project.contains("Look twice"))
  }

  @Test func distressingExamplesAreClosedAndPairsStandSideBySide() throws {
    let page = try page(
      compile(
        """
        warnings: [violence]
        task:
          modality: text
          layers: [{id: a, kind: choice, labels: [{id: x, definition: X.}]}]
        """,
        """
        ## Example: a threat {warning=violence}
        > I know where you live.

        **Good**

        ```yaml expected
        a: x
        ```

        **Bad**

        Because it was skipped.
        """))
    #expect(page.contains("<details class=\"distressing\"><summary>"))
    #expect(page.contains("Content warning: violence</summary>"))
    #expect(page.contains("<div class=\"examples pair\">"))
  }

  @Test func entriesAreLists() throws {
    let page = try page(
      compile(
        "task: {modality: text, layers: [{id: a, kind: choice, labels: [{id: x, definition: X.}]}]}",
        """
        See [it](#iou).

        ## Glossary
        - **IoU**: overlap.

        ## Steps
        1. Look.

        ## Changelog
        ### 1.0.0 (2026-01-31)
        - First.
        """))
    #expect(page.contains("<div id=\"iou\"><dt>IoU</dt>"))
    #expect(page.contains("href=\"#iou\""))
    #expect(page.contains("<ol class=\"entries step\">"))
    #expect(page.contains("<section class=\"entry change\"><h3 id=\"100-2026-01-31\">"))
  }

  @Test func conditionsAreAskedForInTheTools() throws {
    let compilation = try compile(
      """
      task:
        modality: text
        layers:
          - id: a
            kind: choice
            labels: [{id: x, definition: X.}, {id: y, definition: Y.}]
            explanation-when: {label: {not: x}}
            attributes:
              - {id: p, type: enum, values: [one, two, three]}
              - {id: q, type: text, applies-when: {p: {not: [one]}}, blank-means: no idea}
      """, "Words.")
    let config = try #require(compilation.text("label-studio/config.xml"))
    #expect(config.contains("whenChoiceValue=\"two,three\""))
    #expect(config.contains("required when label is not x"))
    let page = try page(compilation)
    #expect(page.contains("p is not one"))
    #expect(page.contains("Left out: no idea"))
  }
}
