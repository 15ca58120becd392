import RubricaCompiler
import RubricaModel
import RubricaSource
import RubricaTemplates
import Testing

/// What `rubrica new` writes has no findings that its author has not made.
struct StarterTests {
  private static let starters = Templates.files.filter {
    $0.path.hasPrefix("starters/") && $0.path.hasSuffix("/guideline.md")
  }

  /// A picture is the author's to add; what a tool does not enforce is no fault of the text.
  private static let expected: Set<String> = [
    "example-without-input", "label-studio-not-enforced",
  ]

  @Test(arguments: starters.map(\.path), [Stage.draft, .pilot])
  func startersAreClean(_ path: String, _ stage: Stage) throws {
    #expect(Self.starters.count >= 8)
    let found = try findings(try #require(Self.text(path)), stage)
    #expect(found.filter { !Self.expected.contains($0) } == [])
  }

  /// Whatever makes the front matter unreadable is the one thing that is said of the guideline, at any
  /// stage: nothing that stands in it is said to be missing.
  @Test(
    arguments: [
      ("title: \"", "title: \"\""), ("owner: ", "owner: a: "), ("labels: [", "labels: [["),
      ("task:", "task"), ("  modality:", "\tmodality:"), ("---\n", "\n---\n"), ("task:", "tasks:"),
      ("  layers:", "layers:"), ("kind: choice ", "kind: chooses "),
      ("modality: text", "modality: texts"),
    ], Stage.allCases)
  func oneCauseGivesOneFinding(_ edit: (from: String, to: String), _ stage: Stage) throws {
    var text = try #require(Self.text("starters/text-classification/guideline.md"))
    let place = try #require(text.firstRange(of: edit.from))
    text.replaceSubrange(place, with: edit.to)
    #expect(try findings(text, stage).count == 1, "\(edit.to)")
  }

  @Test(arguments: Stage.allCases)
  func unreadableLabelsAreTheOneFinding(_ stage: Stage) throws {
    let text = try #require(Self.text("starters/text-classification/guideline.md"))
    let found = try findings(text, stage, more: ["labels.yaml": "- {id: question\n- {id: order}\n"])
    #expect(found == ["yaml-syntax"])
  }

  @Test(arguments: Stage.allCases)
  func unreadableGovernanceIsTheOneFinding(_ stage: Stage) throws {
    let text = try #require(Self.text("starters/text-classification/guideline.md"))
    let found = try findings(text, stage, more: ["governance.yaml": "contacts: {questions\n"])
    #expect(found == ["yaml-syntax"])
  }

  /// A value that cannot be read is not a missing one, at the place where it is missed.
  @Test(
    arguments: [
      ("helpful: 4", "helpful: high"), ("helpful: 4", "helpful: [4"),
    ], Stage.allCases)
  func wrongValuesAreNotMissing(_ edit: (from: String, to: String), _ stage: Stage) throws {
    var text = try #require(Self.text("starters/rating-scale/guideline.md"))
    let place = try #require(text.firstRange(of: edit.from))
    text.replaceSubrange(place, with: edit.to)
    #expect(try findings(text, stage).count == 1, "\(edit.to)")
  }

  private static func text(_ path: String) -> String? {
    Templates.files.first { $0.path == path }?.text
      .replacing("{{id}}", with: "starter").replacing("{{title}}", with: "Starter")
  }

  /// The ids of the findings of a guideline beside the governance of starters, but for what stands in
  /// these to be replaced.
  private func findings(
    _ text: String, _ stage: Stage, more: [String: String] = [:]
  ) throws -> [String] {
    var files: [String: String] = [:]
    files["governance.yaml"] = Self.text("starters/governance.yaml")
    files.merge(more) { $1 }
    return try Fixture.check(text, files, id: "x", stage: stage).diagnostics.map(\.id)
      .filter { $0 != "leftover-placeholder" }
  }
}
