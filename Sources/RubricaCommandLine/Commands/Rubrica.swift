internal import ArgumentParser
internal import RubricaFiles
internal import RubricaSource

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
      if let unknown = unknownCommand(arguments) {
        console.report(unknown)
      } else {
        console.status(message)
      }
      return .failed
    }
  }

  /// A first word that is no command: the parser would complain of all that follows it.
  private static func unknownCommand(_ arguments: [String]) -> Failure? {
    guard let word = arguments.first, !word.isEmpty, !word.hasPrefix("-") else { return nil }
    let known = Rubrica.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard word != "help", !known.contains(word) else { return nil }
    let near = Suggestion.nearest(to: word, among: known)
    return Failure(
      "there is no command `\(word)`",
      help: near.map { "Did you mean `rubrica \($0)`?" }
        ?? "`rubrica check PATH` checks a guideline; `rubrica --help` lists the commands.")
  }
}

/// A subcommand of ours: it says how it ended instead of exiting.
protocol RubricaCommand: ParsableCommand {
  func execute(_ console: Console) throws -> Outcome
}
