internal import ArgumentParser
internal import RubricaSource

/// Options of every command that compiles.
struct CommonOptions: ParsableArguments {
  @Argument(
    help: "A Markdown file, a guideline folder, or a workspace.",
    completion: .file(), transform: PathArgument.checked)
  var path = "."

  @Option(help: "How strict to be: draft, pilot or release. Default: the stage of each guideline.")
  var stage: Stage?

  @Option(help: "The output format of the findings: text, json, sarif or github.")
  var format = ReportFormat.text

  @Option(
    help: "A folder whose files override the built-in templates.",
    completion: .directory, transform: PathArgument.checked)
  var templates: String?
}

extension Stage: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
