import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

/// A guideline and the one that it extends, as one.
struct ExtensionTests {
  static let base = """
    ---
    rubrica: 1
    id: signs
    title: Signs
    purpose: Find signs.
    task:
      modality: image
      layers:
        - id: signs
          kind: box
          labels: [stop, yield, other]
          attributes:
            - {id: tilt, type: number, unit: degrees, applies-to: [yield]}
            - {id: occluded, type: enum, values: [none, part]}
        - {id: light, kind: choice, labels: [day, night]}
    escape: [{id: unreadable, means: skip-item}]
    ---

    # Signs

    Box every sign.

    ## Labels

    ### Stop
    An octagon. See [the notes](notes.txt).

    **Includes** signs of workers
    **Not** [Yield](#yield): it is a triangle.

    ```yaml label
    colour: "#c0392b"
    ```

    #### Good: a stop sign
    ![A stop sign](media/stop.png)

    ```yaml expected
    signs: [{label: stop, box: [1, 1, 9, 9], occluded: none}]
    light: day
    ```

    ### Yield
    A triangle.

    #### Rule: tips
    The tip counts.

    ### Other
    The rest.

    ### Day
    Bright.

    ### Night
    Dark.

    ## Attributes

    ### occluded
    How much is hidden.

    ## Rules

    - **Smallest.** `height < 10 px` -> do not label.
    - **Windows.** A reflection is no sign.

    ## Precedence

    1. stop
    2. yield
    3. other

    ## Changelog

    - 1.0.0: the first.
    """

  private func compile(
    _ extends: String, layers: String = "", body: String = "", base: String = Self.base,
    files: [String: String] = [:]
  ) throws -> Compilation {
    let task = layers.isEmpty ? "" : "task:\n  layers:\n" + layers + "\n"
    let text =
      "---\nrubrica: 1\nid: more\ntitle: More\n\(extends)\n\(task)---\n\n# More\n\n\(body)\n"
    var all = files.mapValues { Array($0.utf8) }
    all["signs/guideline.md"] = Array(base.utf8)
    all["signs/notes.txt"] = Array("Notes.".utf8)
    all["signs/media/stop.png"] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
      + [0, 0, 0, 20, 0, 0, 0, 20]
    all["more/guideline.md"] = Array(text.utf8)
    return try Compiler.compile(
      CompileInput(
        document: "more/guideline.md", defaultID: "more", files: MemoryFiles(all),
        settings: Fixture.settings()))
  }

  private func errors(_ compilation: Compilation) -> [String] {
    compilation.diagnostics.filter { $0.severity == .error }.map { "\($0.id): \($0.message)" }
  }

  @Test func everythingOfTheBaseIsThere() throws {
    let compilation = try compile("extends: ../signs")
    #expect(errors(compilation) == [])
    let guideline = compilation.guideline
    #expect(guideline.id.value == "more")
    #expect(guideline.purpose?.value == "Find signs.")
    #expect(guideline.labels.map(\.id.value) == ["stop", "yield", "other", "day", "night"])
    #expect(guideline.rules.map(\.number).sorted() == ["R1", "R2", "R3"])
    #expect(guideline.media.map(\.path) == ["../signs/notes.txt", "../signs/media/stop.png"])
    #expect(guideline.media.allSatisfy { $0.bytes != nil })
    #expect(guideline.layers[0].attributes[1].definition?.value == "How much is hidden.")
    #expect(guideline.bases.map(\.id) == ["signs"])
    let stop = try #require(guideline.label("stop"))
    #expect(guideline.sources[stop.span.source].name == "signs/guideline.md")
    #expect(guideline.base(of: stop.span)?.title == "Signs")
    let page = try #require(
      compilation.artifacts.first { $0.path == "instructions/index.html" }.map {
        String(decoding: $0.bytes, as: UTF8.self)
      })
    #expect(page.contains("data:image/png;base64,"))
    #expect(!page.contains("the first."))
  }

  @Test func anOverrideChangesWhatItStates() throws {
    let compilation = try compile(
      """
      extends:
        guideline: ../signs
        override: {labels: [stop], rules: [smallest]}
        layers:
          - {id: light, override: {question: How light is it?}}
          - {id: signs, override: {attributes: [{id: occluded, type: boolean}]}}
      """,
      body: """
        ## Labels

        ### Stop
        A red octagon.

        ## Rules

        - **Smallest.** `height < 16 px` -> do not label.
        - **Twins.** Two are two.
        """)
    let guideline = compilation.guideline
    let stop = try #require(guideline.label("stop"))
    #expect(stop.definition.plainText == "A red octagon.")
    #expect(stop.includes.map(\.plainText) == ["signs of workers"])
    #expect(stop.colour?.value.hex == "#c0392b")
    #expect(guideline.sources[stop.span.source].name == "more/guideline.md")
    #expect(guideline.rules.flatMap(\.thresholds).map(\.value) == [16])
    let byNumber = guideline.rules.sorted { $0.number < $1.number }
    #expect(byNumber.map { $0.title?.plainText } == ["tips", "Smallest.", "Windows.", "Twins."])
    #expect(guideline.layer("light")?.question?.value == "How light is it?")
    #expect(guideline.layer("light")?.labels.map(\.value) == ["day", "night"])
    #expect(guideline.layer("signs")?.attributes.map(\.kind.value) == [.number, .boolean])
    // The example of the base gives a value that the attribute does not have any more.
    #expect(
      errors(compilation).map { String($0.prefix { $0 != ":" }) } == ["invalid-attribute-value"])
  }

  @Test func whatIsRemovedIsGoneEverywhere() throws {
    let compilation = try compile(
      "extends:\n  guideline: ../signs\n  remove: {labels: [yield], rules: [windows]}")
    #expect(errors(compilation) == [])
    let guideline = compilation.guideline
    #expect(guideline.labels.map(\.id.value) == ["stop", "other", "day", "night"])
    #expect(guideline.layer("signs")?.labels.map(\.value) == ["stop", "other"])
    // An attribute of that label alone goes with it.
    #expect(guideline.layer("signs")?.attributes.map(\.id.value) == ["occluded"])
    #expect(guideline.label("stop")?.contrasts.isEmpty == true)
    #expect(guideline.precedence?.entries.map(\.label) == ["stop", "other"])
    #expect(guideline.rules.map { $0.title?.plainText } == ["Smallest."])
  }

  @Test func whatIsAddedStandsBehindTheBase() throws {
    let compilation = try compile(
      "extends: {guideline: ../signs, layers: [{id: signs, add: {labels: [mirror]}}]}",
      layers: "    - {id: rain, kind: choice, labels: [wet, dry]}",
      body: """
        What a mirror shows counts.

        ## Labels

        ### Mirror
        A round mirror. ![Here](mirror.png)

        ### Wet
        It rains.

        ### Dry
        It does not.
        """, files: ["more/mirror.png": "x"])
    #expect(errors(compilation) == [])
    let guideline = compilation.guideline
    #expect(guideline.layer("signs")?.labels.map(\.value) == ["stop", "yield", "other", "mirror"])
    #expect(guideline.layers.map(\.id.value) == ["signs", "light", "rain"])
    #expect(guideline.body.count == 1)
    guard case .section(let title)? = guideline.body.first else { return }
    #expect(title.heading.plainText == "More")
    let sections = title.elements.compactMap { element in
      if case .section(let section) = element { section.heading.plainText } else { nil }
    }
    #expect(sections == ["Labels", "Attributes", "Rules", "Precedence"])
    #expect(guideline.media.map(\.path).contains("mirror.png"))
  }

  @Test func chainsAreFollowed() throws {
    let middle = """
      ---
      rubrica: 1
      id: middle
      extends:
        guideline: ../../signs
        remove: {labels: [yield]}
        layers: [{id: signs, add: {labels: [mirror]}}]
      ---

      # Middle

      ## Labels

      ### Mirror
      A round mirror.
      """
    let compilation = try compile(
      """
      extends:
        guideline: ../deep/middle
        override: {labels: [mirror]}
        layers: [{id: signs, add: {labels: [lamp]}}]
      """,
      body: "## Labels\n\n### Mirror\nA square mirror.\n\n### Lamp\nA lamp.\n",
      files: ["deep/middle/guideline.md": middle])
    #expect(errors(compilation) == [])
    let guideline = compilation.guideline
    #expect(guideline.layer("signs")?.labels.map(\.value) == ["stop", "other", "mirror", "lamp"])
    #expect(guideline.label("mirror")?.definition.plainText == "A square mirror.")
    #expect(guideline.bases.map(\.id) == ["middle", "signs"])
    #expect(guideline.media.allSatisfy { $0.bytes != nil })
    #expect(guideline.media.count == 2)
  }

  @Test func bothPlacesOfAConflictAreNamed() throws {
    let compilation = try compile(
      """
      extends:
        guideline: ../signs
        layers: [{id: signs, add: {attributes: [{id: tilt, type: boolean}]}}]
      """,
      body: """
        ## Labels

        ### Stop
        Another octagon.

        ## Rules

        - **Smallest.** `height < 16 px` -> do not label.

        ## Precedence

        1. other
        2. stop
        3. yield
        """)
    let found = compilation.diagnostics.filter { $0.id == "unmarked-override" }
    let places = found.map { finding in
      let other = finding.notes.first?.span
      return compilation.sources[finding.span.source].name + " "
        + (other.map { compilation.sources[$0.source].name } ?? "")
    }
    #expect(Set(places) == ["more/guideline.md signs/guideline.md"])
    #expect(
      found.map { String($0.message.prefix { $0 != "," }) } == [
        "`tilt` in `attributes` of layer `signs` is also in the base",
        "label `stop` is also in the base", "rule `smallest` is also in the base",
        "section `precedence` is also in the base",
      ])
  }

  @Test func theDigestCoversTheBase() throws {
    let digest = { (base: String) in
      try self.compile("extends: ../signs", base: base).sourceDigest
    }
    #expect(try digest(Self.base) != digest(Self.base.replacing("The rest.", with: "All else.")))
  }

  @Test func aCircleIsNamed() throws {
    let compilation = try compile(
      "extends: ../signs",
      base: Self.base.replacing("id: signs\ntitle", with: "id: signs\nextends: ../more\ntitle"))
    #expect(
      errors(compilation).first
        == "circular-extension: the guidelines extend each other in a circle: `more/guideline.md` extends `signs/guideline.md` extends `more/guideline.md`"
    )
  }
}
