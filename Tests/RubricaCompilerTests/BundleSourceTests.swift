import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

struct BundleSourceTests {
  /// Paths in findings begin with the folder that was asked for; those in a bundle do not.
  @Test(arguments: ["", "signs/", "Übung-straße/", "e\u{301}te\u{301}/", "道路/"])
  func pathsBeginAtTheGuideline(display: String) throws {
    let text = Fixture.task("{id: kind, kind: text, question: What?}", "# Kinds")
    let compilation = try Compiler.compile(
      CompileInput(
        document: "guideline.md", defaultID: "fixture",
        files: MemoryFiles(["guideline.md": Array(text.utf8)]), stage: .draft, display: display,
        settings: Fixture.settings()))
    let source = try #require(compilation.artifacts.first { $0.path == BundleSource.path })
    let files = try #require(BundleSource.read(source.bytes))
    #expect(files.map(\.path) == ["guideline.md"])
  }
}
