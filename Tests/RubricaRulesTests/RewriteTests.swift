import Foundation
import RubricaCompiler
import RubricaModel
import RubricaRules
import RubricaSource
import Testing

/// Two public guidelines, rewritten in the language in other words (`Tests/Fixtures/rewrites`): what
/// real guidelines ask for can be said as structure. Beside each rewrite, `mapping.tsv` says for
/// every sentence of the original that asks for something which structure says it here; it holds no
/// words of the original.
@Suite struct RewriteTests {
  private static let package = #filePath.components(separatedBy: "/Tests/")[0]
  private static let folder = package + "/Tests/Fixtures/rewrites"
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

  /// The share of the original that has to be structure: per cent.
  private static let share = 70

  @Test func thereAreRewrites() { #expect(Self.names.count >= 2) }

  @Test(arguments: names)
  func aRewriteIsStructure(_ name: String) throws {
    let compilation = try Self.compile(name)
    #expect(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test(arguments: names)
  func theMappingLeadsToStructures(_ name: String) throws {
    let guideline = try Self.compile(name).guideline
    let known = Self.structures(of: guideline)
    let rows = try Self.mapping(name)
    #expect(rows.count >= 50)
    #expect(Set(rows.map(\.place)).count == rows.count)
    #expect(rows.compactMap(\.structure).filter { !known.contains($0) } == [])
    #expect(rows.count { $0.structure != nil } * 100 >= rows.count * Self.share)
  }

  // MARK: The rewrite

  private static func compile(_ name: String) throws -> Compilation {
    var files: [String: [UInt8]] = [:]
    for path in ["guideline.md", "governance.yaml"] {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)/\(path)") else {
        continue
      }
      files[path] = Array(data)
    }
    return try Compiler.check(
      CompileInput(
        document: "guideline.md", defaultID: name, files: MemoryFiles(files),
        settings: WorkspaceSettings(
          file: nil, catalogue: Catalogue(items: []), compiler: "rubrica")))
  }

  /// Ids of labels, rules and examples; `layer.attribute`; relations; `governance:section.key`.
  private static func structures(of guideline: Guideline) -> Set<String> {
    var known = Set(guideline.labels.map(\.id.value))
    for anchor in guideline.anchors where anchor.isExplicit && anchor.target != .section {
      known.insert(anchor.id.value)
    }
    for layer in guideline.layers {
      known.insert(layer.id.value)
      for attribute in layer.attributes { known.insert("\(layer.id.value).\(attribute.id.value)") }
      for relation in layer.relations { known.insert(relation.id.value) }
    }
    for section in guideline.governance?.root.fields ?? [] {
      for field in section.value.fields {
        known.insert("governance:\(section.key.value).\(field.key.value)")
      }
    }
    return known
  }

  // MARK: The mapping

  private struct Row {
    /// `file:line.sentence`, both from 1.
    let place: String
    /// Nil if the rewrite has no counterpart.
    let structure: String?
  }

  private static func mapping(_ name: String) throws -> [Row] {
    try String(contentsOfFile: "\(folder)/\(name)/mapping.tsv", encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { line in
        let cells = line.split(separator: "\t").map(String.init)
        try #require(cells.count == 4, "\(name): \(line)")
        return Row(
          place: "\(cells[0]):\(cells[1]).\(cells[2])",
          structure: cells[3] == "-" ? nil : cells[3])
      }
  }
}
