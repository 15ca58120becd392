import Foundation
import RubricaCompiler
import RubricaImport
import RubricaModel
import RubricaSource
import RubricaSyntax
import Testing

/// Every snippet of docs/import.md is what an import makes of the document in it.
struct ImportDocumentTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/import.md")

  /// The blocks of code by their info, each of which is there once.
  private static func snippets() throws -> [String: String] {
    let file = SourceFile(name: "import.md", bytes: Array(try Data(contentsOf: page)))
    let tree = try MarkdownParser.parse(file, SourceID(0), body: 0..<file.bytes.count).get()
    var found: [String: String] = [:]
    for node in tree.nodes {
      guard case .codeBlock(let info, let text, isFenced: true) = node.kind else { continue }
      #expect(found.updateValue(text, forKey: info) == nil, "\(info)")
    }
    return found
  }

  @Test func theDocumentBecomesTheDraft() throws {
    let snippets = try Self.snippets()
    #expect(
      Set(snippets.keys) == ["markdown document", "markdown draft", "text report", "yaml task"])
    let imported = try Imported(try #require(snippets["markdown document"]))
    imported.expectSound()
    #expect(imported.body == snippets["markdown draft"])
    #expect(imported.labels == ["stop", "yield"])
    let said = [ImportReport.Kind.structured, .changed, .kept, .suggestion].flatMap {
      imported.entries($0)
    }
    #expect(said.map { $0 + "\n" }.joined() == snippets["text report"])
  }

  @Test func theDraftWithItsTaskIsSound() throws {
    let snippets = try Self.snippets()
    let draft = try Imported(try #require(snippets["markdown document"])).draft
    let task = try #require(snippets["yaml task"])
    let whole = draft.replacing("stage: draft\n", with: "stage: draft\n" + task)
    let compilation = try Imported.check(whole)
    #expect(compilation.guideline.layers.count == 1)
    #expect(!compilation.diagnostics.contains { $0.severity > .note }, "\(compilation.diagnostics)")
  }
}
