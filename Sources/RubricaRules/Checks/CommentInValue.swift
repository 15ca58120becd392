package import RubricaModel
package import RubricaSource

/// A value does not end at a `#` by accident.
package enum CommentInValue: Check {
  package static let info = CheckInfo(
    id: "comment-in-value",
    levels: .warning,
    summary: "A value of YAML in which a word begins with `#` stands in quotes.",
    rationale: """
      Behind a space, `#` begins a comment. Nothing reads what follows, so the page and the tool ask half of \
      the question, and nobody sees that there was more.
      """,
    bad: [
      CheckExample(
        Sample.signs(header: "title: ⟪Signs in zone #7 and around it⟫", "Draw tight boxes."),
        fixed: Sample.signs(
          header: "title: \"Signs in zone #7 and around it\"", "Draw tight boxes.")),
      CheckExample(
        Sample.signs(
          header: "purpose: ⟪#12: signs for maps⟫\nowner: ⟪Ada #Park⟫ ", "Draw tight boxes."),
        fixed: Sample.signs(
          header: "purpose: \"#12: signs for maps\"\nowner: \"Ada #Park\" ",
          "Draw tight boxes.")),
    ],
    good: [
      CheckExample(Sample.signs(header: "title: Signs # of all zones", "Draw tight boxes.")),
      CheckExample(Sample.signs(header: "title: \"Zone #7\" #draft", "Draw tight boxes.")),
      CheckExample(Sample.signs(header: "title: C#, and A #", "Draw tight boxes.")),
      CheckExample(Sample.signs(header: "#title: Zone #7\nescape: #none yet", "Draw boxes.")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .commentInValue = problem.kind else { continue }
      let text = index.guideline.sources.text(problem.span)
      let quoted = text.contains("\"") || text.contains("\\") ? nil : "\"\(text)\""
      report.add(
        info, at: problem.span, cut(Self.read(of: text)),
        help: "put all of it in quotes; or, if this is a comment, write a space behind its `#`",
        fixes: quoted.map {
          [Fix("replace with `\($0)`", edits: [.init(problem.span, $0)], isSafe: false)]
        } ?? [])
    }
  }

  /// What stands before the comment.
  private static func read(of text: String) -> String {
    let bytes = Array(text.utf8)
    let sign = bytes.indices.first {
      bytes[$0] == UInt8(ascii: "#") && ($0 == 0 || bytes[$0 - 1] == 32 || bytes[$0 - 1] == 9)
    }
    let value = String(decoding: bytes[..<(sign ?? bytes.endIndex)], as: UTF8.self)
    return value.split(separator: " ").joined(separator: " ")
  }

  private static func cut(_ value: String) -> String {
    value.isEmpty
      ? "`#` begins a comment here, so this key has no value"
      : "`#` begins a comment here, so that the value is only `\(Wording.excerpt(value))`"
  }
}
