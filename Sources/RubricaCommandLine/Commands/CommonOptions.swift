internal import ArgumentParser
internal import RubricaSource

/// What a command is about: one guideline, or those of a workspace.
struct PathOption: ParsableArguments {
  @Argument(
    help: "A Markdown file, a guideline folder, or a workspace.",
    completion: .file(), transform: PathArgument.checked)
  var path = "."
}

/// What pages are made with.
struct TemplatesOption: ParsableArguments {
  @Option(
    help: "A folder whose files override the built-in templates.",
    completion: .directory, transform: PathArgument.checked)
  var templates: String?
}

/// A format of answers, for people or for programs.
enum TextOrJSON: String, CaseIterable, ExpressibleByArgument { case text, json }

/// Options of every command that compiles.
struct CommonOptions: ParsableArguments {
  @OptionGroup var given: PathOption

  @Option(help: "How strict to be: draft, pilot or release. Default: the stage of each guideline.")
  var stage: Stage?

  @Option(help: "The output format of the findings: text, json, sarif or github.")
  var format = ReportFormat.text

  @OptionGroup var overrides: TemplatesOption
}

extension Stage: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
