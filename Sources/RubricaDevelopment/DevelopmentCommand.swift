package import ArgumentParser

/// `rubrica-dev`: what is done by hand only once, and kept fresh by a test from then on.
package struct DevelopmentCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "rubrica-dev",
    abstract: "Writes the files of the compiler that are made from other files of it.",
    subcommands: [GenerateCommand.self, NewCommand.self])

  package init() {}
}
