internal import Testing

@testable internal import RubricaDevelopment

/// The folder of the package, from the place of this file.
let repository = Repository(
  root: #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/"))

@Suite struct GeneratedFilesTests {
  @Test func generatedFilesAreFresh() throws {
    let stale = try GenerateCommand.stale(in: repository).map(\.path)
    #expect(stale == [], "run: swift run rubrica-dev generate")
  }

  @Test(arguments: [
    ("plain", "#"), (#"a "quote" and a \n"#, "#"), (##"colour: "#c0392b""##, "##"),
    (###"""ends"##"###, "###"), ("####", "#"), (##"\#(x)"##, "##"),
  ])
  func rawLiteralsAreSafe(text: String, fence: String) {
    #expect(EmbeddedTemplates.literal(text) == "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)")
  }

  @Test(arguments: [
    ("UndefinedLabel", "undefined-label"), ("LeftoverTODO", "leftover-todo"),
    ("YAMLSyntax", "yaml-syntax"),
  ])
  func namesBecomeIdentifiers(name: String, id: String) {
    #expect(CheckScaffold.kebabCase(name) == id)
  }
}
