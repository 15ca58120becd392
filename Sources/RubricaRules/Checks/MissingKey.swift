package import RubricaModel
package import RubricaSource

/// What cannot be guessed is written.
package enum MissingKey: Check {
  package static let info = CheckInfo(
    id: "missing-key",
    levels: .error,
    summary: "A mapping has all required keys.",
    rationale: """
      A layer without a kind or an escape answer without a meaning cannot be built; guessing would ask \
      annotators a question that nobody wrote.
      """,
    bad: [
      CheckExample(
        "---\n⟪⟫title: Signs\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\ntitle: Signs\n---\n\n# Signs\n"),
      CheckExample(
        Sample.task(layers: "- ⟪{id: signs, labels: [stop]}⟫", "# Signs\n\n## Labels\n\n### Stop\n")
      ),
      CheckExample(
        Sample.drive(record: "tracks: [⟪{label: car, frames: {0: [10, 10, 30, 30]}}⟫]")),
      CheckExample(
        Sample.signs(record: "signs: [{label: stop, ⟪bbox⟫: [40, 30, 100, 90]}]"),
        fixed: Sample.signs(record: "signs: [{label: stop, box: [40, 30, 100, 90]}]")),
      CheckExample(
        Sample.signs(record: "signs: [{⟪class⟫: stop, ⟪Box⟫: [40, 30, 100, 90]}]"),
        fixed: Sample.signs(record: "signs: [{label: stop, box: [40, 30, 100, 90]}]")),
      CheckExample(
        Sample.calls(record: "calls: [{label: call, ⟪from⟫: 4.5, ⟪to⟫: 6}]"),
        fixed: Sample.calls(record: "calls: [{label: call, start: 4.5, end: 6}]")),
    ],
    good: [CheckExample(Sample.signs("Draw tight boxes."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .missingKey(let key, let owner, let instead) = problem.kind else { continue }
      if let instead {
        report.add(
          info, at: problem.span,
          missing(key, owner) + "; `\(Wording.excerpt(instead.value))` stands in its place",
          help: "write `\(key)`",
          fixes: Fix.replacing(
            instead, with: key, in: index.guideline.sources,
            isSafe: Suggestion.same(as: instead.value, among: [key]) != nil))
        continue
      }
      let isVersion = key == "rubrica"
      report.add(
        info, at: problem.span, missing(key, owner),
        help: isVersion ? versionHelp(owner) : "add `\(key)`",
        fixes: isVersion && !isMisspelt(key, index.guideline.problems)
          ? versionFix(problem.span, index.guideline.sources) : [])
    }
  }

  private static func versionHelp(_ owner: String) -> String {
    owner == "the front matter"
      ? """
      add the line `rubrica: 1`; or, if this is the front matter of another tool, let `rubrica import` \
      make a draft of the document
      """ : "add the line `rubrica: 1` at the head of the file"
  }

  /// The version of the language is the one missing value that has only one answer. Keys in braces
  /// leave no line for it.
  private static func versionFix(_ span: Span, _ sources: Sources) -> [Fix] {
    let bytes = sources[span.source].bytes
    let start = Int(span.start)
    guard start < bytes.count, bytes[start] != UInt8(ascii: "{") else { return [] }
    let isWindows = start >= 2 && bytes[start - 1] == 10 && bytes[start - 2] == 13
    let line = "rubrica: 1" + (isWindows ? "\r\n" : "\n")
    return [Fix("add `rubrica: 1`", edits: [.init(span.head, line)], isSafe: true)]
  }

  /// Whether the key is there after all, with a slip in it that has an edit of its own.
  private static func isMisspelt(_ key: String, _ problems: [Problem]) -> Bool {
    problems.contains { problem in
      guard case .unknownKey(let other, _, _) = problem.kind else { return false }
      return Suggestion.nearest(to: other, among: [key]) != nil
    }
  }

  private static func missing(_ key: String, _ owner: String) -> String {
    "\(owner) must have the key `\(key)`"
  }
}
