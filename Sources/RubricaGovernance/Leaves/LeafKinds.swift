package import RubricaModel
internal import RubricaSource

/// What a change of a leaf is, by its path and by what became of it, so that it can be told of a leaf that is
/// gone and by a gate that has digests alone. It never says less than the tables of RubricaDifference: what
/// they call administration is meaning here, since it is what people sign, and so is whatever has no row.
package enum LeafKinds {
  /// The last segment of running text that says or shows something of an answer, or could: with HTML in it nobody
  /// looks further.
  static let ofAnswers = "answers"

  /// Other words are a change of wording only where words stood before: a text that is new or gone has nothing
  /// that it could say in another way.
  package static func kind(
    of path: String, _ action: LeafChange.Action = .changed
  ) -> ApprovalPolicy.ChangeKind {
    let end = path.utf8.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
    let row = table[path[..<end]]?.first { $0.pattern.selects(path) }
    let kind: ApprovalPolicy.ChangeKind = isPiece(path) ? .wording : row?.kind ?? .semantic
    return kind == .wording && action != .changed ? .semantic : kind
  }

  /// `prose/ANCHOR/NUMBER`, and nothing behind it: neither a heading, which can turn round what is below it,
  /// nor what is said of answers.
  private static func isPiece(_ path: String) -> Bool {
    guard path.utf8.starts(with: "prose/".utf8) else { return false }
    let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return segments.count == 3 && segments[2].allSatisfy { $0.isDigit }
  }

  /// What a text refers to that an answer is made of, or that says or shows which one to give.
  static func areAnswers(_ references: Set<String>) -> Bool {
    references.contains { path in roots.contains { LeafPath.isBelow($0, path) } }
  }

  private static let roots = [
    "labels", "layers", "escapes", "groups", "rules", "examples", "media",
  ]

  private typealias Row = (root: Substring, pattern: Selector, kind: ApprovalPolicy.ChangeKind)

  private static func rows(
    _ kind: ApprovalPolicy.ChangeKind, _ patterns: String...
  ) -> [Row] {
    patterns.map { ($0.prefix { $0 != "/" }, Selector($0), kind) }
  }

  /// By first segment; the first row that fits counts.
  private static let table: [Substring: [Row]] = Dictionary(
    grouping: rows(
      .presentation, "labels/*/colour", "labels/*/shortcut", "labels/*/group",
      "layers/*/skeleton", "examples/*/picture", "examples/*/warning", "examples/*/label",
      "examples/*/language", "examples/*/under", "arrangement")
      + rows(
        .wording, "guideline/title", "guideline/purpose", "guideline/warnings/*/text",
        "rules/*/reasons", "examples/*/reason", "entries/change/*/title",
        "entries/change/*/content")
  ) { $0.root }
}
