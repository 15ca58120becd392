package import ArgumentParser

/// `rubrica-dev`: what is done by hand only once, and kept fresh by a test from then on; and what tests ask
/// of a part that has no command of its own.
package struct DevelopmentCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "rubrica-dev",
    abstract: "Generates files of the compiler from other files, and tests parts of it.",
    subcommands: [GenerateCommand.self, NewCommand.self, SignaturesCommand.self])

  package init() {}
}
