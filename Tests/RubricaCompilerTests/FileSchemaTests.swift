import RubricaModel
import Testing

@testable import RubricaCompiler

/// The tables of keys make sense by themselves. That lowering reads just these keys is asserted
/// wherever a file is read.
struct FileSchemaTests {
  static let tables: [Keys] = [
    .frontMatter, .labelFile, .labelFence, .governance, .workspace, .catalogue,
  ].flatMap(all)

  private static func all(_ keys: Keys) -> [Keys] {
    [keys] + keys.rows.flatMap { inner($0.value).flatMap(all) }
  }

  private static func inner(_ value: Key.Value) -> [Keys] {
    switch value {
    case .mapping(let keys): [keys]
    case .list(let value), .oneOrMore(let value), .pair(let value), .named(let value, _):
      inner(value)
    case .either(let first, let second): inner(first) + inner(second)
    default: []
    }
  }

  @Test(arguments: tables.map(\.name))
  func everyKeyStandsOnceAndIsExplained(name: String) throws {
    let keys = try #require(Self.tables.first { $0.name == name })
    for row in keys.rows { #expect(row.help.hasSuffix("."), "\(name): \(row.name)") }
    var choices: [String?] = [nil]
    if let chooser = keys.chooser, case .oneOf(let words) = keys.row(chooser)?.value {
      choices = words
    }
    for choice in choices {
      let names = keys.names(choice: choice)
      #expect(Set(names).count == names.count, "\(name) \(choice ?? "")")
    }
    for row in keys.rows {
      for word in row.choices ?? [] { #expect(choices.contains(word), "\(name): \(row.name)") }
    }
  }

  /// A name is one definition of a schema.
  @Test func equalNamesAreEqualTables() {
    let first = Dictionary(Self.tables.map { ($0.name, $0.names()) }) { first, _ in first }
    for keys in Self.tables { #expect(first[keys.name] == keys.names()) }
  }

  @Test func aKindHasItsOwnKeysOnly() {
    #expect(Keys.layer.row("points", choice: "scale")?.help.contains("scale") == true)
    #expect(Keys.layer.row("points", choice: "keypoints")?.help.contains("ids") == true)
    #expect(Keys.layer.row("points", choice: "box") == nil)
    #expect(Keys.layer.row("points") == nil)
    #expect(!Keys.layer.names(choice: "text").contains("labels"))
  }

  @Test func unknownKeysAreMeasuredAgainstTheTable() throws {
    let guideline = try Fixture.guideline(
      Fixture.task("{id: signs, kind: box, maximun: 3}", modality: "image", "# Signs"))
    let known = guideline.problems.compactMap { problem -> [String]? in
      if case .unknownKey("maximun", let known, "a layer") = problem.kind { known } else { nil }
    }
    #expect(known.first.map(Set.init) == Set(Keys.layer.names(choice: "box")))
    #expect(known.first.map { Set($0).count } == known.first?.count, "each is named once")
  }
}
