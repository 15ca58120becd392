internal import ArgumentParser
internal import RubricaFiles

/// The command line: one file a subcommand, each of which parses, calls and prints.
struct Rubrica: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rubrica",
    abstract: "Compiles annotation guidelines.",
    discussion: """
      A guideline is Markdown with a little YAML. Rubrica checks it and compiles it into annotator \
      instructions, task templates for labeling platforms, and a compliance checklist.

      Exit codes: 0 success; 1 refused (there are errors); 2 could not evaluate (usage, files).
      """,
    version: Release.name,
    subcommands: [
      CheckCommand.self, CoverageCommand.self, BuildCommand.self, DiffCommand.self, NewCommand.self,
      ImportCommand.self, ExplainCommand.self, SchemaCommand.self, TranslationCommand.self,
      StatusCommand.self, ReviewCommand.self, SignCommand.self, WhyCommand.self, GateCommand.self,
      ReleaseCommand.self, CorpusCommand.self,
      LintCommand.self, CompletionsCommand.self,
    ])
}

/// The entry of the program.
package enum CommandLineTool {
  /// Runs the command line and returns how it ended.
  package static func run(_ arguments: [String]) -> Outcome {
    StandardStreams.reserve()
    let console = Console()
    return console.ended(run(arguments, console))
  }

  private static func run(_ arguments: [String], _ console: Console) -> Outcome {
    // The most common call of all, in scripts: no need to build the parser for it.
    if arguments == ["--version"] {
      console.output(Release.name)
      return .fine
    }
    Memory.keepFreedPages()
    do {
      var command = try Rubrica.parseAsRoot(arguments)
      guard let command = command as? any RubricaCommand else {
        try command.run()
        return .fine
      }
      return try command.execute(console)
    } catch let failure as Failure {
      console.report(failure)
      return failure.outcome
    } catch {
      let message = Rubrica.fullMessage(for: error)
      if Rubrica.exitCode(for: error).isSuccess {
        console.output(message)
        return .fine
      }
      console.status(message)
      return .failed
    }
  }
}

/// A subcommand of ours: it says how it ended instead of exiting.
protocol RubricaCommand: ParsableCommand {
  func execute(_ console: Console) throws -> Outcome
}
