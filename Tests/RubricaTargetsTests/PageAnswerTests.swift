import Foundation
import RubricaCompiler
import RubricaModel
import RubricaSource
import RubricaTargets
import Testing

/// What the page and the panels of the tools say of answers: numbers, keys, doubt, completeness.
struct PageAnswerTests {
  private static func compile(
    _ task: String, _ body: String, language: String = "en", warnings: String = ""
  ) throws -> Compilation {
    let document = """
      ---
      rubrica: 1
      language: \(language)
      \(warnings)
      \(task)
      ---
      # Things

      \(body)
      """
    return try Compiling.compile([
      "guideline.md": document,
      "rubrica.yaml": "rubrica: 1\ntargets: {instructions: {}, label-studio: {}}\n",
    ])
  }

  private static func page(_ compilation: Compilation) throws -> String {
    try #require(compilation.text("instructions/index.html"))
  }

  private static let labels = """
    ## Labels

    ### Car
    A car.

    ### Bus
    A bus.

    """

  private static func choice(_ more: String = "") -> String {
    """
    task:
      modality: text
      layers:
        - {id: first, kind: choice, labels: [car, bus], required: true}
    \(more)
    """
  }

  // MARK: Doubt

  @Test(arguments: [
    ("In doubt take `bus`.", true), ("When nothing is seen, take `bus`.", false),
    ("Take `bus` if the roof is high.", false), ("Ask. Then take `bus`.", false),
  ])
  func theLastRungHasNoLabelWhoseConditionItDrops(doubt: String, isShown: Bool) throws {
    let page = try Self.page(
      Self.compile(
        Self.choice(),
        Self.labels + "\n## Precedence\n1. Car\n2. Bus\n\n## When in doubt\n\n\(doubt)\n"))
    let start = try #require(page.firstRange(of: "<li class=\"last\">"))
    let end = try #require(page[start.upperBound...].firstRange(of: "</li>"))
    let rung = page[start.upperBound..<end.lowerBound]
    #expect(rung.contains("Still in doubt: <a href=\"#when-in-doubt\">When in doubt</a>"))
    #expect(rung.contains("class=\"chip") == isShown)
  }

  // MARK: Keys

  @Test func onlyKeysOfTheToolAreOnThePage() throws {
    let ids = (1...60).map { "l\($0)" }
    let list = ids.map { "{id: \($0), definition: \($0).}" }.joined(separator: ", ")
    let compilation = try Self.compile(
      """
      task:
        modality: text
        layers:
          - {id: one, kind: choice, labels: [\(list)]}
          - {id: two, kind: choice, labels: [l1, l2]}
      """, "Words.")
    let config = try #require(compilation.text("label-studio/config.xml"))
    let page = try Self.page(compilation)
    let overview = try #require(page.components(separatedBy: "<article").first)
    let promised = overview.components(separatedBy: " <kbd>").count - 1
    #expect(promised == config.components(separatedBy: "hotkey=").count - 1)
    #expect(promised > 0 && promised < 60)
  }

  @Test func pointsHaveNoKeys() throws {
    let page = try Self.page(
      Self.compile(
        """
        task:
          modality: image
          layers:
            - {id: pose, kind: keypoints, labels: [{id: cow, definition: A cow.}], points: [nose, tail]}
        """, "Words."))
    #expect(!page.contains(" <kbd>"))
    #expect(!page.contains("class=\"key\""))
  }

  // MARK: Answers

  @Test func aMistakeIsNeverSaidToBeComplete() throws {
    let task = Self.choice("    - {id: second, kind: choice, labels: [car, bus]}")
    func example(_ role: String, _ record: String) -> String {
      "### \(role): one\n> Words.\n\n```yaml expected\n\(record)\n```\n\nBecause.\n\n"
    }
    let page = try Self.page(
      Self.compile(
        task,
        Self.labels + "## Examples\n\n" + example("Good", "first: car\nsecond: bus")
          + example("Bad", "first: car\nsecond: bus") + example("Good", "first: car")))
    #expect(page.components(separatedBy: "Every question is answered").count == 2)
    #expect(
      page.contains("<p class=\"title\">Answer <small>Every question is answered</small></p>"))
  }

  // MARK: Tools

  @Test func panelsSpeakTheLanguageOfTheGuideline() throws {
    let compilation = try Self.compile(
      Self.choice("escape: [{id: unklar, name: Unklar, means: skip-item}]"),
      """
      ## Labels

      ### Auto {#car}
      Ein Auto.

      **Umfasst** Busse

      **Umfasst nicht** Züge

      ### Bus {#bus}
      Ein Bus.

      ## Beispiele

      ### Gut: eins
      > Worte.

      ```yaml expected
      first: car
      ```

      **Weil** es passt.
      """, language: "de", warnings: "warnings: [{category: medical, text: Blut}]")
    let project = try #require(
      compilation.json("label-studio/project.json") as? [String: Any])
    let guide = try #require(project["expert_instruction"] as? String)
    for words in ["Umfasst nicht", "Gut: ", "Weil", "First: Auto"] {
      #expect(guide.contains(words), "\(words) in \(guide)")
    }
    for words in ["Excludes", "Includes", "Because", "Good example"] {
      #expect(!guide.contains(words))
    }
    let title = try #require(guide.firstRange(of: "Things"))
    let warning = try #require(guide.firstRange(of: "Vor dem Beginn"))
    #expect(title.lowerBound < warning.lowerBound)
    #expect(guide.contains("Medical:</strong> Blut"))
    let config = try #require(compilation.text("label-studio/config.xml"))
    #expect(config.contains("Wenn Sie nicht antworten können"))
    #expect(config.contains("Bitte antworten: first"))
  }
}
