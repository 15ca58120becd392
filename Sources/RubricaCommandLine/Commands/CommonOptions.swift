internal import ArgumentParser
internal import RubricaSource

/// Options of every command that compiles.
struct CommonOptions: ParsableArguments {
  @Argument(
    help: "A Markdown file, the folder of a guideline, or a workspace.",
    transform: PathArgument.checked)
  var path = "."

  @Option(help: "How strict to be: draft, pilot or release. Default: what each guideline says.")
  var stage: Stage?

  @Option(help: "How findings are written: text, json, sarif or github.")
  var format = ReportFormat.text

  @Option(
    help: "A folder whose files override the templates that the program carries.",
    transform: PathArgument.checked)
  var templates: String?
}

extension Stage: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
