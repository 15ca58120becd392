internal import ArgumentParser
internal import RubricaCompiler
internal import RubricaModel
internal import RubricaRules
internal import RubricaSource
internal import RubricaTargets

struct CoverageCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Shows how much of what a guideline asks for is structure.",
    discussion: """
      Counts the sentences that ask for something: those with a word of obligation ("must", "do \
      not"), an instruction at the start ("Label …") or a condition ("if …"). In rules, edge cases, \
      examples, definitions, precedence lists and YAML they are structure; the rest is prose, which no \
      program can check. Lists what the rest could become, and what no example shows.
      """)

  @OptionGroup var given: PathOption

  @Option(help: "The output format: text or json.")
  var format = TextOrJSON.text

  @Flag(help: "List every prose sentence, not only the first few of each kind.")
  var all = false

  func execute(_ console: Console) throws -> Outcome {
    let session = try Session(path: given.path, stage: nil, templates: nil)
    var pages: [JSON] = []
    for document in session.location.documents {
      var compilation = try session.checked(document)
      compilation.guideline.sources = session.location.shown(compilation.sources)
      let page = CoveragePage(
        coverage: Coverage(GuidelineIndex(compilation.guideline)),
        guideline: compilation.guideline, style: console.style, limit: all ? .max : 5)
      switch format {
      case .text: console.output(page.text)
      case .json: pages.append(page.json)
      }
    }
    if format == .json {
      let document: JSON = [
        "schema": "https://rubrica.dev/schemas/coverage/v1", "guidelines": .array(pages),
      ]
      console.output(document.bytes)
    }
    return .fine
  }
}
