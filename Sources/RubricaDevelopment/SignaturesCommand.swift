package import ArgumentParser

/// What is built of signatures, to be compared with the software of others.
package struct SignaturesCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "signatures",
    abstract: "Checks and makes signatures, for tests and benchmarks.",
    subcommands: [
      SignaturesBenchCommand.self, SignaturesSealCommand.self, SignaturesOpenCommand.self,
      SignaturesStatementCommand.self,
    ])

  package init() {}
}
