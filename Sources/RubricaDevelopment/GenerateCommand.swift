package import ArgumentParser

/// Writes every generated file, or says which of them are stale.
package struct GenerateCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract:
      "Writes the lists of checks and targets, the templates, docs/rules.md, docs/schemas and the reasons of the gate.",
    discussion: """
      The documents are made from the checks and keys that this program was compiled with: after a \
      check was added, the first run adds it to the list and the second one documents it.
      """)

  @Flag(help: "Write nothing; fail if a file is out of date.")
  package var check = false

  @Option(help: "The folder that contains Package.swift.")
  package var root = "."

  package init() {}

  package func run() throws {
    let repository = Repository(root: root)
    let stale = try Self.stale(in: repository)
    if check {
      for file in stale { print("\(file.path) is out of date") }
      guard stale.isEmpty else {
        print("Run: swift run rubrica-dev generate")
        throw ExitCode(1)
      }
    } else {
      for file in stale {
        try repository.write(file)
        print("wrote \(file.path)")
      }
      if stale.contains(where: { $0.path.hasSuffix(".swift") }) {
        print("The lists changed. For docs/rules.md, run again: swift run rubrica-dev generate")
      }
    }
  }

  /// The generated files whose text in the repository is another.
  package static func stale(in repository: Repository) throws -> [GeneratedFile] {
    let single = try [
      Registries.checks(in: repository), Registries.targets(in: repository),
      EmbeddedTemplates.file(in: repository), RulesDocument.file(),
      ReasonsDocument.file(in: repository),
    ]
    return try (single + SchemaFiles.all()).filter { try repository.text(at: $0.path) != $0.text }
  }
}
