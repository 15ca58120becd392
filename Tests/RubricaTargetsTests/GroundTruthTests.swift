import Foundation
import RubricaCompiler
import RubricaModel
import RubricaSource
import RubricaTargets
import Testing

/// Names, requests, labels and templates of labeling jobs.
@Suite struct GroundTruthTests {
  private static let workspace = """
    rubrica: 1
    targets:
      ground-truth:
        region: eu-west-1
        role: arn:aws:iam::123456789012:role/GroundTruth
        workteam: arn:aws:sagemaker:eu-west-1:123456789012:workteam/private-crowd/desk
        bucket: s3://example-labeling
        workers: 3
        time-limit: 600
    """

  private func compile(_ text: String, files: [String: String] = [:]) throws -> Compilation {
    try Compiling.compile(
      files.merging(["guideline.md": text, "rubrica.yaml": Self.workspace]) { $1 })
  }

  private func messages(
    id: String = "messages", version: String = "1.0.0", layers: String? = nil, more: String = ""
  ) -> String {
    let layers = layers ?? "    - {id: topic, kind: choice, labels: [sport, money]}"
    return """
      ---
      rubrica: 1
      id: \(id)
      version: \(version)
      owner: Private Person
      task:
        modality: text
        layers:
      \(layers)
      ---

      # Messages

      ## Labels

      ### Sport
      Games and matches.

      ### Money
      Prices and wages.

      \(more)
      """
  }

  private func request(_ compilation: Compilation, _ layer: String) throws -> [String: Any] {
    try #require(
      compilation.json("ground-truth/\(layer)/request.json") as? [String: Any],
      "\(compilation.diagnostics.map(\.message))")
  }

  @Test func eachStateHasItsOwnJob() throws {
    let names = try [
      messages(), messages(version: "1.0.1"), messages(more: "## Rules\n\n- Read twice.\n"),
      messages(),
    ].map { try #require(try request(compile($0), "topic")["LabelingJobName"] as? String) }
    #expect(Set(names).count == 3)
    #expect(names[0] == names[3])
    #expect(names[1].hasPrefix("messages-topic-v1-0-1-"))
  }

  @Test func namesOfJobsFitAndDiffer() throws {
    let id = String(repeating: "very-long-", count: 9) + "name"
    let layers = """
          - {id: first, kind: choice, labels: [sport, money]}
          - {id: second_one, kind: choices, labels: [sport, money]}
      """
    let compilation = try compile(messages(id: id, layers: layers))
    let names = try ["first", "second-one"].map {
      try #require(try request(compilation, $0)["LabelAttributeName"] as? String)
    }
    #expect(names[0] != names[1])
    for name in names {
      #expect(name.utf8.count <= 63)
      #expect(name.wholeMatch(of: /[a-zA-Z0-9](-*[a-zA-Z0-9])*/) != nil)
      #expect(!name.hasSuffix("-ref"))
    }
  }

  @Test func tagsCarryVersionAndDigest() throws {
    let compilation = try compile(messages())
    let tags = try #require(try request(compilation, "topic")["Tags"] as? [[String: String]])
    let values = Dictionary(uniqueKeysWithValues: tags.map { ($0["Key"] ?? "", $0["Value"] ?? "") })
    #expect(values["rubrica:version"] == "1.0.0")
    #expect(values["rubrica:digest"] == compilation.sourceDigest)
  }

  @Test func escapesStandBehindTheLabels() throws {
    let layers = """
          - {id: topic, kind: choices, labels: [sport, money]}
      escape: [{id: unclear, means: unsure-flag, name: Not clear}]
      """
    let compilation = try compile(messages(layers: layers))
    let ids = try #require(
      try compilation.json("ground-truth/topic/class-ids.json") as? [[String: Any]])
    #expect(ids.map { $0["id"] as? String } == ["sport", "money", "unclear"])
    #expect(ids.map { $0["class-id"] as? Int } == [0, 1, 2])
    let template = try #require(compilation.text("ground-truth/topic/template.liquid.html"))
    #expect(template.contains("exclusion-category=\"&#123;&quot;text&quot;:"))
    #expect(template.contains("Not clear"))
  }

  @Test func labelsOfOneNameAreCalledWithTheirBranch() throws {
    let layers = "    - {id: topic, kind: choice, labels: [food.*, tools.*]}"
    let compilation = try compile(
      messages(
        layers: layers,
        more: """
          ### Food
          Something to eat.

          #### Other {#food.other}
          Any other food.

          ### Tools
          Something to work with.

          #### Other {#tools.other}
          Any other tool.
          """))
    let ids = try #require(
      try compilation.json("ground-truth/topic/class-ids.json") as? [[String: Any]],
      "\(compilation.diagnostics.map(\.message))")
    #expect(ids.map { $0["label"] as? String } == ["Food: Other", "Tools: Other"])
    #expect(ids.map { $0["id"] as? String } == ["food.other", "tools.other"])
  }

  @Test func aPageOffersOnlyTheEscapeAnswersOfItsLayer() throws {
    let layers = """
          - {id: topic, kind: choice, labels: [sport, money]}
          - {id: tone, kind: choice, labels: [sport, money]}
      escape: [{id: no-tone, means: not-applicable, name: Without tone, layers: [tone]}]
      """
    let compilation = try compile(messages(layers: layers))
    let topic = try #require(compilation.text("ground-truth/topic/template.liquid.html"))
    #expect(!topic.contains("Without tone") && !topic.contains("If you cannot answer"))
    let tone = try #require(compilation.text("ground-truth/tone/template.liquid.html"))
    #expect(tone.contains("Without tone"))
  }

  @Test func whatThePageSaysItselfIsInItsLanguage() throws {
    let french = """
      ---
      rubrica: 1
      id: messages
      language: fr
      version: 1.0.0
      owner: Private Person
      task:
        modality: text
        layers:
          - {id: topic, kind: choices, labels: [sport, argent]}
          - {id: better, kind: pairwise, candidates: [a, b], ties: true}
      ---

      # Messages

      ## Étiquettes

      ### Sport
      Les matchs.

      ### Argent
      Les prix.
      """
    let compilation = try compile(french)
    let template = try #require(compilation.text("ground-truth/topic/template.liquid.html"))
    #expect(template.contains("Choisissez toutes les réponses qui conviennent."))
    #expect(template.contains("Aucune de ces réponses"))
    #expect(!template.contains("None of these"))
    let request = try request(compilation, "topic")
    let configuration = try #require(request["HumanTaskConfig"] as? [String: Any])
    #expect(
      configuration["TaskDescription"] as? String
        == "Choisissez toutes les réponses qui conviennent.")
    let ties = try compilation.json("ground-truth/better/class-ids.json") as? [[String: Any]]
    #expect(ties?.last?["label"] as? String == "À égalité")
  }

  @Test func privateWordsStayOut() throws {
    let more = """
      ## For reviewers {audience=reviewer}

      Secret of the reviewers.

      ## Examples {audience=legal}

      ### Good: secret of the lawyers
      > Two goals.

      ```yaml expected
      topic: sport
      ```
      """
    let compilation = try compile(
      messages(more: more),
      files: ["governance.yaml": "contacts:\n  legal: {name: Secret Lawyer, email: a@b.example}\n"])
    for artifact in compilation.artifacts where artifact.path.hasPrefix("ground-truth/") {
      let text = String(decoding: artifact.bytes, as: UTF8.self)
      #expect(!text.localizedCaseInsensitiveContains("secret"), "\(artifact.path)")
      #expect(!text.contains("Private Person"), "\(artifact.path)")
    }
    #expect(compilation.artifacts.contains { $0.path.hasSuffix("template.liquid.html") })
  }

  @Test func authorsNeverWriteLiquid() throws {
    for fixture in ["hostile-labels", "hostile-pictures"] {
      let compilation = try Compiling.compile(folder: "Tests/Fixtures/\(fixture)")
      #expect(!compilation.hasErrors, "\(compilation.diagnostics.map(\.message))")
      let templates = compilation.artifacts.filter { $0.path.hasSuffix(".liquid.html") }
      #expect(!templates.isEmpty)
      for template in templates {
        let text = String(decoding: template.bytes, as: UTF8.self)
        for tag in text.matches(of: /\{\{(.*?)\}\}/) {
          #expect(
            tag.output.1.contains(/^ (task\.input\.[a-zA-Z-]+|'s3:[a-z0-9\/.-]+')/),
            "\(tag.output.0)")
        }
        #expect(!text.contains("{%"))
        #expect(!text.contains("%}"))
      }
    }
  }

  @Test func tooLongATemplateIsReported() throws {
    let words = String(repeating: "Read every message twice before you answer. ", count: 3_200)
    let compilation = try compile(messages(more: words))
    let finding = compilation.diagnostics.first { $0.id == "ground-truth-template-size" }
    #expect(finding?.severity == .error)
  }

  @Test(arguments: [
    ("region: eu-west-1", "region: mars-1"), ("workers: 3", "workers: 0"),
    ("workers: 3", "workers: three"), ("time-limit: 600", "time-limit: 29"),
    ("time-limit: 600", "time-limit: 28801"), ("role/GroundTruth", "user/GroundTruth"),
    ("iam::123456789012", "iam::12345678901"), ("sagemaker:eu-west-1", "sagemaker:eu-west-2"),
    ("s3://example-labeling", "https://example-labeling"),
    ("s3://example-labeling", "s3://Example"),
    ("s3://example-labeling", "s3://example-labeling/"), ("s3://example-labeling", "s3://a'b"),
    ("workers: 3", "workers: 3\n    availability: 59"),
    ("workers: 3", "workers: 3\n    keywords: []"),
    ("workers: 3", "workers: 3\n    keywords: [a, b, c, d, e, f]"),
    ("workers: 3", "workers: 3\n    keywords: [\"two  blanks\"]"), ("    workers: 3\n", ""),
  ])
  func settingsAreHeldAgainstTheService(good: String, bad: String) throws {
    let workspace = Self.workspace.replacing(good, with: bad)
    #expect(workspace != Self.workspace)
    let compilation = try Compiling.compile(
      ["guideline.md": messages(), "rubrica.yaml": workspace])
    let findings = compilation.diagnostics.filter { $0.id == "ground-truth-setting" }
    #expect(findings.count == 1)
    #expect(findings.first.map { compilation.sources[$0.span.source].name } == "rubrica.yaml")
    #expect(compilation.artifacts.isEmpty)
  }

  @Test func unknownSettingsAreReported() throws {
    let workspace = Self.workspace + "\n    wokers: 3"
    let compilation = try Compiling.compile(
      ["guideline.md": messages(), "rubrica.yaml": workspace])
    let finding = compilation.diagnostics.first { $0.id == "unknown-key" }
    #expect(finding?.message.contains("wokers") == true)
    #expect(finding?.fixes.first?.edits.first?.replacement == "workers")
  }
}
