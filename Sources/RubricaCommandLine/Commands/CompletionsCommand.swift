internal import ArgumentParser

struct CompletionsCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Prints the completion script for a shell.",
    discussion: "Example: `rubrica completions bash > /etc/bash_completion.d/rubrica`.")

  @Argument(help: "bash, zsh or fish.", completion: .list(CompletionShell.allCases.map(\.rawValue)))
  var shell: String

  func execute(_ console: Console) throws -> Outcome {
    guard let shell = CompletionShell(rawValue: shell) else {
      throw Failure("there are no completions for `\(shell)`", help: "Shells: bash, zsh, fish.")
    }
    console.output(Rubrica.completionScript(for: shell))
    return .fine
  }
}
