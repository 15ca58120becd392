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

  /// The originals: `RUBRICA_CORPUS`, or `shared/corpus` beside the package.
  static let corpus =
    ProcessInfo.processInfo.environment["RUBRICA_CORPUS"] ?? package + "/../shared/corpus"
  static let hasCorpus = names.allSatisfy {
    FileManager.default.fileExists(atPath: "\(corpus)/\($0)")
  }

  /// The share that has to be structure, in the rewrite and of the original: per cent.
  private static let share = 70

  @Test func thereAreRewrites() { #expect(Self.names.count >= 2) }

  @Test(arguments: names)
  func aRewriteIsStructure(_ name: String) throws {
    let compilation = try Self.compile(name)
    #expect(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let coverage = Coverage(GuidelineIndex(compilation.guideline))
    #expect(coverage.isMeasured)
    #expect(coverage.total >= 20)
    #expect((coverage.share ?? 0) >= Self.share)
  }

  @Test(arguments: names)
  func theMappingLeadsToStructures(_ name: String) throws {
    let guideline = try Self.compile(name).guideline
    let known = Self.structures(of: guideline)
    let rows = try Self.mapping(name)
    #expect(rows.count >= 50)
    #expect(Set(rows.map(\.place)).count == rows.count)
    #expect(rows.compactMap(\.structure).filter { !known.contains($0) } == [])
  }

  @Test(
    .enabled(if: hasCorpus, "no originals at \(corpus): set RUBRICA_CORPUS"), arguments: names)
  func everySentenceOfTheOriginalIsMapped(_ name: String) throws {
    let rows = try Self.mapping(name)
    let mapped = Dictionary(grouping: rows, by: \.file)
    var asking = 0
    for path in Self.documents(of: name) {
      let bytes = try #require(
        FileManager.default.contents(atPath: "\(Self.corpus)/\(name)/\(path)"))
      let places = try Self.askingSentences(String(decoding: bytes, as: UTF8.self))
      let expected = places.map { "\(path):\($0)" }
      #expect((mapped[path] ?? []).map(\.place) == expected, "\(name): \(path)")
      asking += places.count
    }
    let said = rows.filter { $0.structure != nil }.count
    #expect(said * 100 >= asking * Self.share, "\(said) of \(asking) sentences of \(name)")
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
    return try Compiler.check(compileInput(files, id: name))
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
    let file: String
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
          file: cells[0], place: "\(cells[0]):\(cells[1]).\(cells[2])",
          structure: cells[3] == "-" ? nil : cells[3])
      }
  }

  // MARK: The original

  /// The documents of an original in order; its title page asks for nothing.
  private static func documents(of name: String) -> [String] {
    let all =
      FileManager.default.enumerator(atPath: "\(corpus)/\(name)")?
      .compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()
  }

  /// `line.sentence` of each sentence that asks for something, by the measure of the compiler: every
  /// line is read as a paragraph of prose, so that what stands in it counts wherever it stood.
  private static func askingSentences(_ text: String) throws -> [String] {
    let plain = text.split(separator: "\n", omittingEmptySubsequences: false).map(prose)
      .joined(separator: "\n\n")
    let coverage = Coverage(GuidelineIndex(try checked(plain, id: "original").guideline))
    #expect(coverage.structured == 0)
    let bytes = Array(plain.utf8)
    let lines = LineTable(bytes)
    var count: [Int: Int] = [:]
    return coverage.open.map { sentence in
      let line = lines.line(at: Int(sentence.span.start)) / 2 + 1
      count[line, default: 0] += 1
      return "\(line).\(count[line, default: 0])"
    }
  }

  /// A line without its marks of headings, lists, emphasis and code; nothing for pictures, markup
  /// and data.
  private static func prose(_ line: Substring) -> String {
    var text = line.trimmingCharacters(in: .whitespaces)
    for _ in 0..<2 {
      text = text.replacing(/^(#+|[-+*]|[0-9]+\.|[a-z]+\.)\s+/, with: "")
    }
    text = text.replacing("**", with: "").replacing("`", with: "")
    return text.hasPrefix("![") || "<{}]\"".contains(text.first ?? "<") ? "" : text
  }
}
