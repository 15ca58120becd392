package import ArgumentParser

/// Scaffolds what has a shape of its own.
package struct NewCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Starts a new file at its place.",
    subcommands: [NewCheckCommand.self])

  package init() {}
}

/// Writes the file of a check, ready to be filled in, and lists it.
package struct NewCheckCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Starts a check.")

  @Argument(help: "The name of what is wrong, as a type: UndefinedLabel.")
  package var name: String

  @Option(help: "The folder that contains Package.swift.")
  package var root = "."

  package init() {}

  package func run() throws {
    let repository = Repository(root: root)
    let file = try CheckScaffold.file(named: name)
    guard try repository.text(at: file.path) == nil else {
      throw ValidationError("\(file.path) already exists")
    }
    try repository.write(file)
    try repository.write(Registries.checks(in: repository))
    print("wrote \(file.path)")
  }
}

/// The text of a new check.
package enum CheckScaffold {
  package static func file(named name: String) throws -> GeneratedFile {
    guard name.first?.isUppercase == true, name.utf8.allSatisfy({ $0 < 128 }),
      name.allSatisfy({ $0.isLetter || $0.isNumber })
    else { throw ValidationError("a check is named like a type: UndefinedLabel") }
    return GeneratedFile(
      path: "Sources/RubricaRules/Checks/\(name).swift",
      text: """
        package import RubricaModel
        package import RubricaSource

        /// The rule in one sentence.
        package enum \(name): Check {
          package static let info = CheckInfo(
            id: "\(kebabCase(name))",
            levels: .warning,
            summary: "The rule in one line.",
            rationale: "Who is hurt when it is broken, and how.",
            bad: [],
            good: [])

          package static func check(_ index: GuidelineIndex, _ report: inout Report) {
          }
        }

        """)
  }

  /// `UndefinedLabel` as `undefined-label`, `YAMLSyntax` as `yaml-syntax`.
  package static func kebabCase(_ name: String) -> String {
    let letters = Array(name)
    var words = ""
    for (place, letter) in letters.enumerated() {
      let follows = place > 0 && letter.isUppercase
      if follows,
        !letters[place - 1].isUppercase || letters.dropFirst(place + 1).first?.isLowercase == true
      {
        words += "-"
      }
      words += letter.lowercased()
    }
    return words
  }
}
