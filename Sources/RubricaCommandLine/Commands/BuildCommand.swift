internal import ArgumentParser
internal import RubricaSource

struct BuildCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compiles guidelines into bundles: instructions, task templates, checklist.",
    discussion: """
      Each guideline becomes the folder OUTPUT/<id>. Either every guideline passes and the output is \
      replaced, or nothing in it changes. A folder that holds anything but a bundle is never replaced. A \
      bundle with the seal of a release is replaced by one without, which is told: build into another \
      folder than `rubrica release` to keep it.
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    name: [.short, .long], help: "The folder for the bundles. Default: `build` in the workspace.",
    completion: .directory, transform: PathArgument.checked)
  var output: String?

  func execute(_ console: Console) throws -> Outcome {
    let start = Clock.seconds
    let session = try Session(
      path: common.given.path, stage: common.stage, templates: common.overrides.templates)
    Strays.Unseen(by: session.location).tell(console)
    let folder = WorkspaceLocation.trimmed(
      output ?? session.location.path("build"))
    let reporter = common.format.reporter(console.style)
    let progress = ProgressLine(console, verb: "compiling")
    let result = try Builder(session: session, output: folder, reporter: reporter)
      .run { progress.show($0, of: $1) }
    progress.clear()
    console.output(reporter.document(result.findings.fragments))
    if result.findings.hasErrors {
      console.status("refused: \(result.findings.summary ?? ""); nothing was written")
      return .refused
    }
    for kept in result.kept { console.status(kept.text) }
    for place in result.unsealed {
      console.status(
        "unsealed: \(place) was a release, and is a build without a seal now, which every gate denies"
      )
    }
    if !result.unsealed.isEmpty {
      console.status("  `rubrica release` seals again; `--output` builds elsewhere")
    }
    let total = result.bundles.count
    var summary = "built \(total) guideline\(total == 1 ? "" : "s") into \(folder)"
    if result.compiled < total { summary += " (\(total - result.compiled) unchanged)" }
    if let found = result.findings.summary { summary += ": \(found)" }
    console.status("\(summary) [\(Clock.text(since: start))]")
    if common.format == .text, total <= 10 {
      for bundle in result.bundles { console.output("  \(folder)/\(bundle)/") }
    }
    return .fine
  }
}
