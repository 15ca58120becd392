import Foundation
import RubricaCompiler
import RubricaModel
import RubricaSource
import RubricaSyntax
import Testing

/// Every snippet of docs/format/ is compiled: what the specification shows is what works.
struct FormatDocumentTests {
  struct Snippet: CustomTestStringConvertible, Sendable {
    let page: String
    let info: String
    let text: String
    let line: Int
    var testDescription: String { "\(page):\(line): \(info)" }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/format")

  static func page(_ name: String) -> URL { folder.appending(path: name) }

  static let pages: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  static let snippets: [Snippet] = pages.flatMap { page -> [Snippet] in
    guard let data = try? Data(contentsOf: folder.appending(path: page)) else { return [] }
    let file = SourceFile(name: page, bytes: Array(data))
    let body = 0..<file.bytes.count
    guard let tree = try? MarkdownParser.parse(file, SourceID(0), body: body).get() else {
      return []
    }
    let lines = LineTable(file.bytes)
    return tree.nodes.compactMap { node in
      guard case .codeBlock(let info, let text, isFenced: true) = node.kind, !info.isEmpty else {
        return nil
      }
      return Snippet(
        page: page, info: info, text: text, line: lines.line(at: Int(node.span.start)) + 1)
    }
  }

  @Test func thereAreSnippets() { #expect(Self.snippets.count >= 10) }

  /// Every page stands in the table of contents, so that a reader finds it.
  @Test func everyPageIsListed() throws {
    let contents = try String(
      contentsOf: Self.folder.deletingLastPathComponent().appending(path: "format.md"),
      encoding: .utf8)
    let missing = Self.pages.filter { !contents.contains("(format/\($0))") }
    #expect(missing.isEmpty)
  }

  @Test(arguments: snippets)
  func snippetsCompile(_ snippet: Snippet) throws {
    let compilation = try compile(snippet)
    let errors = compilation.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map { "\($0.id): \($0.message)" })")
  }

  private func compile(_ snippet: Snippet) throws -> Compilation {
    switch snippet.info {
    case "markdown", "markdown base": return try check(snippet.text)
    case "markdown extension":
      let base = Self.snippets.first { $0.page == snippet.page && $0.info == "markdown base" }
      return try check(
        snippet.text, ["street-signs/guideline.md": base?.text ?? ""],
        document: "mirrored-signs/guideline.md")
    case "markdown fragment":
      let declares = snippet.text.contains("### Stop sign")
      return try check(guideline(box(), body: snippet.text, labels: !declares))
    case "markdown fragment spans":
      let layers = """
            - {id: names, kind: span, labels: [{id: PER}, {id: ORG}]}
            - {id: links, kind: relation, over: names, relations: [{id: knows, from: [PER], to: [PER]}]}
        """
      return try check(guideline(layers, body: snippet.text, labels: false, modality: "text"))
    case "markdown translation":
      let compilation = try check(
        guideline(box(), body: "", labels: true), ["i18n/fr.md": snippet.text])
      let translation = try #require(compilation.guideline.translations.first)
      #expect(translation.problems.isEmpty)
      #expect(translation.orphans.isEmpty)
      #expect(Set(translation.units.filter { $0.entry != nil }.map(\.state)).count == 3)
      return compilation
    case "yaml fragment layers":
      return try check(guideline(indented(snippet.text, by: 4), body: "", labels: true))
    case "yaml fragment attributes":
      let layer = box() + "\n      attributes:\n" + indented(snippet.text, by: 8)
      return try check(guideline(layer, body: "", labels: true))
    case "markdown fragment tree":
      let layer = "    - {id: objects, kind: box, labels: [vehicle.*, living.*]}"
      return try check(guideline(layer, body: snippet.text, labels: false))
    case "yaml labels":
      return try check(guideline(box(), body: "", labels: true), ["labels.yaml": snippet.text])
    case "yaml governance":
      return try check(guideline(box(), body: "", labels: true), ["governance.yaml": snippet.text])
    case "yaml workspace approval":
      return try check(
        guideline(box(), body: "", labels: true),
        ["rubrica.yaml": snippet.text, "governance.yaml": Self.text("governance approval")])
    case "yaml governance approval":
      return try check(
        guideline(box(), body: "", labels: true),
        ["rubrica.yaml": Self.text("workspace approval"), "governance.yaml": snippet.text])
    case "yaml workspace":
      return try check(guideline(box(), body: "", labels: true), ["rubrica.yaml": snippet.text])
    default:
      Issue.record(
        "\(snippet.page):\(snippet.line): a snippet `\(snippet.info)` that no test compiles")
      return try check("")
    }
  }

  private static func text(_ info: String) -> String {
    snippets.first { $0.info == "yaml \(info)" }?.text ?? ""
  }

  private func box() -> String {
    "    - id: signs\n      kind: box\n      labels: [stop, other-sign]"
  }

  private func indented(_ text: String, by count: Int) -> String {
    text.split(separator: "\n").map { String(repeating: " ", count: count) + $0 }
      .joined(separator: "\n")
  }

  private func guideline(
    _ layers: String, body: String, labels: Bool, modality: String = "image"
  ) -> String {
    """
    ---
    rubrica: 1
    task:
      modality: \(modality)
      layers:
    \(layers)
    ---
    # Signs

    \(body)
    \(labels ? "## Labels\n\n### Stop sign {#stop}\nRed.\n\n### Other sign\nThe rest.\n" : "")
    """
  }

  private func check(
    _ text: String, _ files: [String: String] = [:], document: String = "guideline.md"
  ) throws -> Compilation {
    var all = files.mapValues { Array($0.utf8) }
    all[document] = Array(text.utf8)
    all["media/stop.png"] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
      + [0, 0, 0, 200, 0, 0, 0, 200]
    return try Compiler.check(
      CompileInput(
        document: document, defaultID: "fixture", files: MemoryFiles(all),
        settings: Fixture.settings(files["rubrica.yaml"])))
  }
}
