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
        Sample.signs(record: "signs: [{label: stop, ⟪xyxy⟫: [40, 30, 100, 90]}]"),
        fixed: Sample.signs(record: "signs: [{label: stop, box: [40, 30, 100, 90]}]")),
      CheckExample(Sample.signs(record: "signs: [{label: stop, ⟪bbox⟫: [40, 30, 100, 90]}]")),
      CheckExample(
        Sample.signs(record: "signs: [{⟪class⟫: stop, ⟪Box⟫: [40, 30, 100, 90]}]"),
        fixed: Sample.signs(record: "signs: [{label: stop, box: [40, 30, 100, 90]}]")),
      CheckExample(
        Sample.calls(record: "calls: [{label: call, ⟪from⟫: 4.5, ⟪to⟫: 6}]"),
        fixed: Sample.calls(record: "calls: [{label: call, start: 4.5, end: 6}]")),
      CheckExample(
        Sample.calls(record: "calls: [{label: call, ⟪start_ms⟫: 4500, ⟪end_ms⟫: 6000}]")),
    ],
    good: [CheckExample(Sample.signs("Draw tight boxes."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .missingKey(let key, let owner, let instead) = problem.kind else { continue }
      if let instead {
        let sources = index.guideline.sources
        let open = openHelp(key, instead, sources)
        report.add(
          info, at: problem.span,
          missing(key, owner) + "; `\(Wording.excerpt(instead.value))` stands in its place",
          help: open ?? "write `\(key)`",
          fixes: open != nil
            ? []
            : Fix.replacing(
              instead, with: key, in: sources,
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

  /// What to write where the value under the other word may mean something else than under the key.
  private static func openHelp(
    _ key: String, _ instead: Located<String>, _ sources: Sources
  ) -> String? {
    switch key {
    case "box":
      guard Suggestion.same(as: instead.value, among: sizedBoxes) != nil else { return nil }
      let meant = sized(behind: instead.span, sources) ?? "[left, top, left + width, top + height]"
      return """
        write `box` if the numbers are `[left, top, right, bottom]`; if the last two are width and \
        height, write `box: \(meant)`
        """
    case "start", "end":
      guard Suggestion.same(as: instead.value, among: otherUnits.map { key + $0 }) != nil else {
        return nil
      }
      return "write `\(key)`, in seconds"
    default: return nil
    }
  }

  /// Words under which some formats give corners, and others a corner and the size.
  private static let sizedBoxes = [
    "bbox", "boundingbox", "bndbox", "rect", "rectangle", "coordinates",
  ]
  private static let otherUnits = ["Ms", "Frame", "Sample", "Minutes"]

  /// The corners of a box whose four numbers, behind a key, are its left and top, width and height.
  private static func sized(behind key: Span, _ sources: Sources) -> String? {
    let bytes = sources[key.source].bytes
    let start = min(Int(key.end), bytes.count)
    let text = String(decoding: bytes[start...].prefix(100), as: UTF8.self)
    guard let open = text.firstIndex(of: "["), let close = text[open...].firstIndex(of: "]"),
      text[..<open].allSatisfy({ $0 == ":" || $0.isWhitespace })
    else { return nil }
    let numbers = text[open..<close].dropFirst().split(separator: ",").compactMap { part in
      Double(part.filter { !$0.isWhitespace })
    }
    guard numbers.count == 4 else { return nil }
    let corners = [numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3]]
    return "[\(corners.map { $0.written }.joined(separator: ", "))]"
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
