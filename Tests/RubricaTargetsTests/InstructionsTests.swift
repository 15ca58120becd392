import Foundation
import RubricaCompiler
import RubricaModel
import RubricaSource
import RubricaTargets
import Testing

/// The annotator's page: what must be on it, what must never be, and how marks are drawn.
struct InstructionsTests {
  private static func page(_ markdown: String, _ files: [String: String] = [:]) throws -> String {
    var files = files
    files["guideline.md"] = markdown
    files["rubrica.yaml"] = "rubrica: 1\ntargets:\n  instructions: {}\n"
    let compilation = try Compiling.compile(files)
    let errors = compilation.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.message))")
    return try #require(compilation.text("instructions/index.html"))
  }

  private static func spans(
    _ example: String = "", after: String = "", language: String = "en"
  ) -> String {
    """
    ---
    rubrica: 1
    language: \(language)
    owner: OWNERNAME
    authors: [AUTHORNAME]
    warnings:
      - {category: grief, text: WARNINGTEXT}
    task:
      modality: text
      layers:
        - {id: names, kind: span, labels: [person, place]}
        - {id: links, kind: relation, over: names, relations: [{id: knows}]}
    ---
    # Names

    ## Labels

    ### Person
    A name of somebody.

    \(example)

    ### Place
    A name of somewhere.

    \(after)
    """
  }

  /// A first heading of level 2, and a second one of level 1.
  @Test(arguments: ["## Names\n\nMark names.\n", "# Names\n\nMark names.\n\n# Tool\n\nUse it.\n"])
  func theTitleStandsOnThePageOnce(body: String) throws {
    let page = try Self.page(
      """
      ---
      rubrica: 1
      title: Names
      task:
        modality: text
        layers:
          - {id: marks, kind: span, labels: [{id: person, definition: A name.}]}
      ---

      \(body)
      """)
    #expect(page.contains("<h1 id=\"names\">Names</h1>"))
    #expect(!page.contains(">Names</h2>"))
    #expect(page.contains("Mark names."))
    #expect(page.contains("Use it.") == body.contains("Use it."))
  }

  @Test func labelsBelowASectionAreAmongTheContents() throws {
    let page = try Self.page(
      """
      ---
      rubrica: 1
      task:
        modality: text
        layers:
          - {id: signs, kind: choice, question: Which?, labels: [stop, yield]}
      ---
      # Signs

      ## Classes

      ### Shapes

      #### Labels

      ##### Stop
      A red octagon.

      ##### Yield
      A triangle.

      ### Remarks

      #### More
      Signs may be dirty.
      """)
    let start = try #require(page.firstRange(of: "<details class=\"contents\"")).lowerBound
    let end = try #require(page[start...].firstRange(of: "</details>")).lowerBound
    let contents = page[start..<end]
    for anchor in ["classes", "shapes", "labels", "stop", "yield"] {
      #expect(contents.contains("href=\"#\(anchor)\""), "\(anchor)")
    }
    #expect(!contents.contains("href=\"#more\""))
  }

  @Test func labelsOfOneNameAreCalledWithTheirBranch() throws {
    let page = try Self.page(
      """
      ---
      rubrica: 1
      task:
        modality: text
        layers:
          - {id: topic, kind: choice, question: What is it?, labels: [food.*, tools.*]}
          - {id: things, kind: span, labels: [food.*, tools.*]}
      ---
      # Things

      ## Labels

      ### Food
      Something to eat.

      #### Other {#food.other}
      Any other food.

      **Not** [Other](#tools.other): nobody eats it.

      ### Tools
      Something to work with.

      #### Other {#tools.other}
      Any other tool.

      ## Examples

      ### Good: a saw
      > A [saw]{tools.other}.

      ```yaml expected
      topic: food.other
      ```
      """)
    func follows(_ words: String, _ place: String) throws -> Bool {
      let start = try #require(page.range(of: place)).upperBound
      return page[start...].prefix(300).contains(words)
    }
    #expect(try follows("<i></i>Tools: Other</a>", "class=\"contrasts\""))
    #expect(try follows("<i></i>Food: Other</a>", "class=\"given\""))
    #expect(page.contains(">Tools: Other</span>"))
    // Below its parent the name is enough.
    #expect(page.contains("<i></i>Other</a>"))
  }

  @Test func notesAreInTheLanguageOfThePage() throws {
    let page = try Self.page(Self.spans(after: "> [!TIP]\n> TIPTEXT\n", language: "de"))
    #expect(page.contains("</svg>Tipp</p><p>TIPTEXT</p>"))
    #expect(!page.contains("[!TIP]"))
  }

  /// A task of one layer, and a body.
  private static func task(_ layers: String, _ body: String = "", header: String = "") -> String {
    "---\nrubrica: 1\n\(header)task:\n  modality: image\n  layers:\n\(layers)---\n# T\n\n"
      + "## Labels\n\n### Stop\nA red octagon.\n\n\(body)"
  }

  @Test func patternsAreShownByAText() throws {
    let layer =
      "    - {id: plate, kind: text, question: What is it?, pattern: \"[A-Z]{2}-[0-9]+\"}\n"
    #expect(try Self.page(Self.task(layer)).contains("Must look like <code>[A-Z]{2}-[0-9]+</code>"))
    let example =
      "## Examples\n\n### Bad: a\n![A](a.png)\n\n```yaml expected\nplate: ka\n```\nBecause.\n\n"
      + "### Good: b\n![B](b.png)\n\n```yaml expected\nplate: KA-17\n```\n"
    let shown = try Self.page(Self.task(layer, example))
    #expect(shown.contains("Must look like (for example) <code>KA-17</code>"))
    #expect(!shown.contains("[A-Z]"))
    let quoted = layer.replacing("What is it?", with: "\"What is it, as in `NO-1`?\"")
    let page = try Self.page(Self.task(quoted))
    #expect(page.contains("(for example) <code>NO-1</code>"))
    #expect(page.contains("What is it, as in <code>NO-1</code>?"))
    let attribute = layer.replacing(
      "text, question: What is it?, pattern: \"[A-Z]{2}-[0-9]+\"}",
      with: "box, attributes: [{id: bay, type: text, definition: Such as `S01` or 2 * 3 * 4.}]}")
    #expect(
      try Self.page(Self.task(attribute)).contains("Such as <code>S01</code> or 2 * 3 * 4."))
  }

  /// As Label Studio offers it: beside a mark, and in place of any other answer.
  @Test func doubtIsSaidAsItCanBeGiven() throws {
    let marks = "    - {id: signs, kind: box, labels: [stop]}\n"
    let choice = "    - {id: kind, kind: choice, question: Which?, labels: [stop]}\n"
    let header = "escape: [{id: guess, means: unsure-flag}]\n"
    func says(_ layers: String, _ words: String) throws -> Bool {
      try Self.page(Self.task(layers, header: header)).contains(words)
    }
    #expect(try says(marks, "Keeps your answer and marks it as unsure."))
    #expect(try says(choice, "Says that you are unsure, in place of an answer."))
    #expect(try says(marks + choice, "For a mark: keeps it and marks it as unsure."))
  }

  @Test func nothingForOtherReadersIsOnThePage() throws {
    let page = try Self.page(
      Self.spans(
        after: """
          ## Notes {#notes audience=reviewer}

          REVIEWERWORDS

          ### Inner

          INNERWORDS

          ## Law {audience=legal}

          LEGALWORDS

          ## Rules

          - Keep to it.
          """),
      ["governance.yaml": "contacts:\n  questions: {name: CONTACTNAME, email: c@example.com}\n"])
    for secret in [
      "OWNERNAME", "AUTHORNAME", "REVIEWERWORDS", "INNERWORDS", "LEGALWORDS", "CONTACTNAME",
      "c@example.com", "id=\"notes\"",
    ] { #expect(!page.contains(secret), "\(secret)") }
    #expect(page.contains("Keep to it."))
  }

  @Test func warningsStandBeforeEveryExample() throws {
    let page = try Self.page(
      Self.spans("#### Good: one\n> [Ann]{person} sings."))
    let warning = try #require(page.firstRange(of: "WARNINGTEXT"))
    let example = try #require(page.firstRange(of: "class=\"example"))
    #expect(warning.lowerBound < example.lowerBound)
  }

  @Test func marksNestAndSayTheirLabels() throws {
    let page = try Self.page(
      Self.spans("#### Good: one\n> [[Paris]{place} Hilton]{person} sings."))
    #expect(
      page.contains(
        """
        <mark class="l0"><mark class="l1">Paris<wbr><span class="name">Place</span></mark> Hilton\
        <wbr><span class="name">Person</span></mark> sings.
        """))
  }

  @Test func marksInPiecesAreNumbered() throws {
    let page = try Self.page(
      Self.spans("#### Good: one\n> [Ann]{person #a} and [Bo Ek]{person #a} sing."))
    #expect(page.contains("<b>1</b> Person \u{B7} part 1 of 2</span>"))
    #expect(page.contains("<mark class=\"l0 continued\">Bo Ek"))
  }

  @Test func marksThatCrossAreCutAndNeverLost() throws {
    let page = try Self.page(
      Self.spans(
        """
        #### Good: one
        > Ann of Rome sings.

        ```yaml expected
        names:
          - {label: person, start: 0, end: 6, text: Ann of}
          - {label: place, start: 4, end: 11, text: of Rome}
        ```
        """))
    #expect(
      page.contains(
        """
        <mark class="l0">Ann <mark class="l1">of</mark><wbr><span class="name">Person</span></mark>\
        <mark class="l1 continued"> Rome<wbr><span class="name">Place</span></mark> sings.
        """))
  }

  @Test func relationsAreSaidInWords() throws {
    let page = try Self.page(
      Self.spans(
        "#### Good: one\n> [Ann]{person #a} met [Bo]{person #b}.\n>\n> #a -knows-> #b"))
    #expect(
      page.contains(
        """
        <span class="end l0"><b>1</b> Ann</span> <span class="arrow">\u{2014} knows \
        <span class="to">\u{2192}</span></span> <span class="end l0"><b>2</b> Bo</span>
        """))
  }

  @Test func itemsForOtherReadersAreNotOnThePage() throws {
    let page = try Self.page(
      Self.spans(
        after: """
          ## Rules

          - **For reviewers:** REVIEWERWORDS
          - Keep to it.
            **For lawyers:** LEGALWORDS

          ## Notes {audience=everybody}

          UNKNOWNWORDS
          """))
    for secret in ["REVIEWERWORDS", "LEGALWORDS", "UNKNOWNWORDS"] {
      #expect(!page.contains(secret), "\(secret)")
    }
    #expect(page.contains("Keep to it."))
  }

  @Test(arguments: [
    ("de", "1,125", "Länge"), ("en", "1,125", "length"), ("en", "10 000", "length"),
  ])
  func thresholdsAreShownAsTheyAreWritten(language: String, number: String, quantity: String) throws
  {
    let page = try Self.page(
      Self.spans(
        after:
          "## \(language == "de" ? "Regeln" : "Rules")\n\n- `\(quantity) > \(number) mm` -> \(language == "de" ? "prüfen" : "review").",
        language: language))
    #expect(page.contains("\(quantity) &gt; \(number)\u{A0}mm</span>"))
  }

  @Test func criteriaInWordsAreNoListOfLabels() throws {
    let caption = "The first label that fits"
    let words = "## Precedence\n\n1. Harmless before helpful.\n2. Short before long.\n"
    #expect(try !Self.page(Self.spans(after: words)).contains(caption))
    #expect(
      try Self.page(Self.spans(after: "## Precedence\n\n1. person\n2. place\n")).contains(caption))
  }

  /// When a detail is asked for, on the cards of two labels.
  @Test func conditionsAreSaidPerLabel() throws {
    let page = try Self.page(
      """
      ---
      rubrica: 1
      task:
        modality: image
        layers:
          - id: things
            kind: box
            labels: [car, bus]
            attributes:
              - {id: colour, type: enum, values: [red, blue], required-when: {label: car}}
              - {id: seats, type: number, unit: seats, applies-when: {colour: red}}
              - {id: doors, type: number, unit: doors, applies-when: {colour: red}, required: true}
              - {id: line, type: text, applies-when: {label: bus}, required-when: {colour: red}}
      ---
      # Things

      ## Labels

      ### Car
      A car.

      ### Bus
      A bus.
      """)
    func duties(_ label: String) -> [String] {
      guard let card = page.firstRange(of: "id=\"\(label)\""),
        let end = page[card.upperBound...].firstRange(of: "</article>")
      else { return [] }
      return page[card.upperBound..<end.lowerBound].components(
        separatedBy: "</b><span class=\"soft\">"
      )
      .dropFirst().map { String($0.prefix { $0 != "<" }) }
    }
    #expect(
      duties("car") == [
        "always", "only when colour is red, if it applies", "required when colour is red",
      ])
    #expect(
      duties("bus") == [
        "if it applies", "only when colour is red, if it applies", "required when colour is red",
        "required when colour is red",
      ])
  }

  @Test func thresholdsAreBadgesAndTheTextBehindThemStays() throws {
    let page = try Self.page(
      Self.spans(
        after: "## Rules\n\n- **Short.** `length < 2 characters` -> do not label. See above."))
    #expect(
      page.contains(
        """
        <span class="measure">length &lt; 2\u{A0}characters</span><span class="arrow"> \
        <span class="to">\u{2192}</span> </span><strong>do not label</strong></span>. See above.
        """))
  }

  @Test(arguments: [
    ("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("ur-Latn", "ltr"),
  ]) func direction(language: String, expected: String) throws {
    let page = try Self.page(Self.spans(language: language))
    #expect(page.contains("<html lang=\"\(language)\" dir=\"\(expected)\">"))
  }

  @Test func picturesElsewhereAreLinksAndNotLoaded() throws {
    let page = try Self.page(
      "# Title\n\n![A cat](https://example.com/cat.png) [![B](https://example.com/b.png)](#title)\n"
    )
    #expect(!page.contains("src=\"http"))
    #expect(page.contains("class=\"box\" href=\"https://example.com/cat.png\""))
    #expect(page.contains("<a href=\"#title\">B</a>"))
  }

  // MARK: - The example guidelines

  static let guidelines: [String] =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: Compiling.repository.appending(path: "guidelines").path)) ?? [])
    .filter { !$0.contains(".") && $0 != "build" }.sorted()

  private static func example(_ id: String) throws -> (Compilation, page: String) {
    let compilation = try Compiling.compile(folder: "guidelines/\(id)")
    return (compilation, try #require(compilation.text("instructions/index.html")))
  }

  @Test(arguments: guidelines) func everyWordOfTheProseIsOnThePage(id: String) throws {
    let (compilation, page) = try Self.example(id)
    let words = Set(Self.text(of: page).split { !$0.isLetter && !$0.isNumber })
    var missing: [Substring] = []
    func visit(_ elements: [Element]) {
      for element in elements {
        switch element {
        case .prose(let block): look(block.plainText)
        case .section(let section) where section.audience.isForAnnotators:
          look(section.heading.plainText)
          visit(section.elements)
        case .label(let place):
          look(compilation.guideline.labels[place].definition.plainText)
          visit(compilation.guideline.labels[place].elements)
        case .rule(let place): look(compilation.guideline.rules[place].content.plainText)
        case .example(let place):
          look(compilation.guideline.examples[place].content.plainText)
          look(compilation.guideline.examples[place].reason?.plainText ?? "")
        case .doubt: look(compilation.guideline.doubt?.content.plainText ?? "")
        case .entry(let place):
          let entry = compilation.guideline.entries[place]
          if entry.audience.isForAnnotators {
            look((entry.title?.plainText ?? "") + "\n" + entry.content.plainText)
          }
        case .section, .precedence: break
        }
      }
    }
    func look(_ text: String) {
      missing += text.split { !$0.isLetter && !$0.isNumber }.filter { !words.contains($0) }
    }
    visit(compilation.guideline.body)
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test(arguments: guidelines) func idsAreUniqueAndHeadingsInOrder(id: String) throws {
    let page = try Self.example(id).page
    let ids = page.matches(of: /<[a-z0-9]+ [^>]*?id="([^"]+)"/).map(\.output.1)
    #expect(ids.count == Set(ids).count)
    for link in page.matches(of: /href="#([^"]+)"/).map(\.output.1) {
      #expect(ids.contains(link), "a link to #\(link) leads nowhere")
    }
    let levels = page.matches(of: /<h([1-6])/).compactMap { Int($0.output.1) }
    #expect(levels.filter { $0 == 1 }.count == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(levels)")
  }

  @Test(arguments: guidelines) func tagsStayInsideTheirPicture(id: String) throws {
    let page = try Self.example(id).page
    for tag in page.matches(of: /style="left:([0-9.-]+)%;top:([0-9.-]+)%"/) {
      let places = [tag.output.1, tag.output.2].compactMap { Double($0) }
      #expect(places.count == 2 && places.allSatisfy { $0 >= 0 && $0 <= 100 }, "\(tag.output.0)")
    }
  }

  @Test(arguments: guidelines) func sameSourceSameBytes(id: String) throws {
    #expect(try Self.example(id).page == Self.example(id).page)
  }

  /// The words between the tags.
  private static func text(of page: String) -> String {
    page.replacing(/<(style|script)>.*?<\/\1>/.dotMatchesNewlines(), with: " ")
      .replacing(/<[^>]*>/, with: " ")
      .replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&quot;", with: "\"")
  }
}
