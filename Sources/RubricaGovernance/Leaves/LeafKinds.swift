package import RubricaModel

/// What a change of a leaf is, by its path alone, so that it can be told of a leaf that is gone. It
/// says what the tables of RubricaDifference say; what they call administration is meaning here, since
/// it is what people sign, and what neither knows is meaning too.
package enum LeafKinds {
  package static func kind(of path: String) -> ApprovalPolicy.ChangeKind {
    let end = path.utf8.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
    guard let rows = table[path[..<end]] else { return .semantic }
    return rows.first { $0.pattern.selects(path) }?.kind ?? .semantic
  }

  private typealias Row = (root: Substring, pattern: Selector, kind: ApprovalPolicy.ChangeKind)

  private static func rows(
    _ kind: ApprovalPolicy.ChangeKind, _ patterns: String...
  ) -> [Row] {
    patterns.map { ($0.prefix { $0 != "/" }, Selector($0), kind) }
  }

  /// By first segment; the first row that fits counts.
  private static let table: [Substring: [Row]] = Dictionary(
    grouping: rows(
      .semantic, "prose/*/audience", "prose/*/tool", "prose/*/under", "entries/*/*/audience",
      "entries/*/*/under",
      "translations/*/translators")
      + rows(
        .presentation, "labels/*/colour", "labels/*/shortcut", "labels/*/group",
        "layers/*/skeleton", "examples/*/picture", "examples/*/warning", "examples/*/label",
        "examples/*/language", "examples/*/under", "arrangement")
      + rows(
        .wording, "guideline/title", "guideline/purpose", "guideline/language",
        "guideline/warnings", "groups/*/name", "groups/*/definition", "labels/*/name",
        "labels/*/text", "layers/*/name", "layers/*/pre-annotated-by", "layers/*/relations/*/name",
        "layers/*/attributes/*/name", "escapes/*/name", "rules/*/title", "rules/*/reasons",
        "examples/*/title", "examples/*/input", "examples/*/reason", "examples/*/content",
        "examples/*/candidates", "entries/change", "prose", "translations")
  ) { $0.root }
}
