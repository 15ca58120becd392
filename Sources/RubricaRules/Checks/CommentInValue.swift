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
          header: "purpose: ⟪#12: signs for maps⟫\nowner: ⟪Desk #4⟫ ", "Draw tight boxes."),
        fixed: Sample.signs(
          header: "purpose: \"#12: signs for maps\"\nowner: \"Desk #4\" ",
          "Draw tight boxes.")),
      CheckExample(Sample.signs(header: "owner: ⟪Ada #Park⟫", "Draw tight boxes.")),
      CheckExample(
        Sample.signs(
          layers: "- {id: sign, kind: choice, labels: [stop, other-sign]}",
          record: "sign: ⟪other #sign⟫")),
    ],
    good: [
      CheckExample(Sample.signs(header: "title: Signs # of all zones", "Draw tight boxes.")),
      CheckExample(Sample.signs(header: "title: \"Zone #7\" #draft", "Draw tight boxes.")),
      CheckExample(Sample.signs(header: "title: C#, and A #", "Draw tight boxes.")),
      CheckExample(Sample.signs(header: "#title: Zone #7\nescape: #none yet", "Draw boxes.")),
      CheckExample(
        Sample.signs(
          stage: "draft #todo", header: "version: 0.3.0 #next: 0.4\nlanguage: en #English", "")),
      CheckExample(
        Sample.signs(
          layers: "- {id: sign, kind: choice, labels: [stop, other-sign]}",
          record: "sign: stop #sure")),
      CheckExample(
        Sample.occluded("{label: stop, box: [1, 2, 30, 40], occluded: part #half\n  }")),
    ])

  /// Keys behind which one word or number stands: what follows it is a comment.
  private static let closedKeys: Set<String> = [
    "across-items", "authors-may-sign", "best", "case", "code", "frame-rate", "group", "id", "kind",
    "language", "level", "limit", "maximum", "maximum-age", "maximum-length", "minimum", "modality",
    "numbers", "object-language", "one-person-several-roles", "over", "paired", "parent",
    "pre-annotation", "quorum", "required", "rubrica", "scope", "stage", "state", "status",
    "symmetric", "ties", "type", "value", "version",
  ]

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let sources = index.guideline.sources
    for problem in index.guideline.problems {
      guard case .commentInValue = problem.kind else { continue }
      let text = sources.text(problem.span)
      let (value, comment) = parts(of: text)
      if !value.isEmpty, isWhole(value, behind: key(before: problem.span, sources), index) {
        continue
      }
      // Behind `#`, a number is one; a word may be a remark, which is not for the page.
      let isNumber = comment.dropFirst().utf8.first.map { $0 &- 0x30 < 10 } ?? false
      let isPlain = !text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
      let quoted = isNumber && isPlain ? "\"\(text)\"" : nil
      report.add(
        info, at: problem.span, cut(value),
        help: "put all of it in quotes; or, if this is a comment, write a space behind its `#`",
        fixes: quoted.map {
          [Fix("replace with `\($0)`", edits: [.init(problem.span, $0)], isSafe: false)]
        } ?? [])
    }
  }

  /// Whether a value is all that may stand behind its key.
  private static func isWhole(
    _ value: String, behind key: String, _ index: GuidelineIndex
  ) -> Bool {
    if key.isEmpty { return false }
    if key == "label" { return index.hasLabel(value) }
    if let place = index.layerPlace(key) {
      let layer = index.guideline.layers[place]
      return layer.kind.value.takesLabels ? index.hasLabel(value) : layer.kind.value != .text
    }
    if closedKeys.contains(key) { return true }
    return index.guideline.layers.contains { layer in
      layer.attributes.contains { attribute in
        guard attribute.id.value == key else { return false }
        switch attribute.kind.value {
        case .enum: return attribute.values.contains { $0.id.value == value }
        case .boolean, .number, .reference: return true
        case .text: return false
        }
      }
    }
  }

  /// The key that stands before a value in its line.
  private static func key(before value: Span, _ sources: Sources) -> String {
    let bytes = sources.bytes(of: value.source)
    var end = Int(value.start)
    while end > 0, bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
    guard end > 0, bytes[end - 1] == UInt8(ascii: ":") else { return "" }
    end -= 1
    var start = end
    while start > 0, ByteScan.isWordByte(bytes[start - 1]) { start -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// What stands before the comment, and the comment.
  private static func parts(of text: String) -> (value: String, comment: String) {
    let bytes = Array(text.utf8)
    let sign = bytes.indices.first {
      bytes[$0] == UInt8(ascii: "#") && ($0 == 0 || bytes[$0 - 1] == 32 || bytes[$0 - 1] == 9)
    }
    let end = sign ?? bytes.endIndex
    let value = String(decoding: bytes[..<end], as: UTF8.self)
    return (
      value.split { $0 == " " || $0 == "\t" }.joined(separator: " "),
      String(decoding: bytes[end...], as: UTF8.self)
    )
  }

  private static func cut(_ value: String) -> String {
    value.isEmpty
      ? "`#` begins a comment here, so this key has no value"
      : "`#` begins a comment here, so that the value is only `\(Wording.excerpt(value))`"
  }
}
