package import RubricaModel
package import RubricaSource

/// A value is of the kind that its key asks for.
package enum WrongValue: Check {
  package static let info = CheckInfo(
    id: "wrong-value",
    levels: .error,
    summary: "Every value is of the kind that its key requires.",
    rationale: """
      A value that cannot be read is a lost decision: the stage, the kind of a layer or the box of an \
      example would silently be different.
      """,
    bad: [
      CheckExample(
        "---\nrubrica: 1\nstage: ⟪pilt⟫\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\nstage: pilot\n---\n\n# Signs\n"),
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["governance.yaml": "approvals: [{role: legal, state: ⟪maybe⟫}]\n"]),
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["labels.yaml": "labels:\n  - id: stop\n    colour: ⟪#c0392b⟫\n"]),
      CheckExample(
        Sample.task(
          layers: """
            - id: signs
              kind: box
              labels:
                - ⟪stop: A red octagon.⟫
                - {id: yield, definition: A triangle.}
            """, "# Signs\n"),
        fixed: Sample.task(
          layers: """
            - id: signs
              kind: box
              labels:
                - {id: stop, definition: A red octagon.}
                - {id: yield, definition: A triangle.}
            """, "# Signs\n")),
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, labels: ⟪{stop: A red octagon., yield: A triangle.}⟫}",
          "# Signs\n")),
      CheckExample("---\nrubrica: 1\nescape: [⟪unsure⟫]\n---\n\n# Signs\n"),
      CheckExample(
        "---\nrubrica: 1\nescape:\n  ⟪id: unsure\n  means: unsure-flag⟫\n---\n\n# Signs\n"),
      CheckExample(
        "---\nrubrica: 1\nwarnings: ⟪violence⟫\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\nwarnings: [violence]\n---\n\n# Signs\n"),
      CheckExample(
        Sample.signs(layers: "- {id: signs, kind: box, required: ⟪\"true\"⟫}", "Draw tight boxes."),
        fixed: Sample.signs(
          layers: "- {id: signs, kind: box, required: true}", "Draw tight boxes.")),
      CheckExample(
        Sample.task(
          layers: """
            - id: signs
              kind: box
              labels:
                - {id: stop, definition: ⟪A sign, or a picture of one⟫, includes: [a]}
                - {id: yield, definition: ⟪A triangle, yellow⟫}
            """, "# Signs\n"),
        fixed: Sample.task(
          layers: """
            - id: signs
              kind: box
              labels:
                - {id: stop, definition: "A sign, or a picture of one", includes: [a]}
                - {id: yield, definition: "A triangle, yellow"}
            """, "# Signs\n")),
      CheckExample(
        Sample.task(
          layers: "- {id: a, kind: text, question: ⟪Yes, a bit, no, a bit, or not?⟫}", "# Signs\n"),
        fixed: Sample.task(
          layers: "- {id: a, kind: text, question: \"Yes, a bit, no, a bit, or not?\"}",
          "# Signs\n")),
      CheckExample(
        Sample.task(
          layers: "- {id: a, kind: text, question: ⟪Is it too dark, or: bright, or not?⟫}",
          "# Signs\n"),
        fixed: Sample.task(
          layers: "- {id: a, kind: text, question: \"Is it too dark, or: bright, or not?\"}",
          "# Signs\n")),
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: ⟪stop, other-sign⟫}", "Draw tight boxes."),
        fixed: Sample.signs("Draw tight boxes.")),
      CheckExample(
        Sample.signs(record: "signs: [{label: stop, box: ⟪1, 20, 20, 40⟫}]"),
        fixed: Sample.signs(record: "signs: [{label: stop, box: [1, 20, 20, 40]}]")),
      CheckExample(
        Sample.signs(
          layers: outlines, record: "signs: [{label: stop, polygon: ⟪(1,2) (9,2) (9,8)⟫}]"),
        fixed: Sample.signs(
          layers: outlines, record: "signs: [{label: stop, polygon: [[1, 2], [9, 2], [9, 8]]}]")),
      CheckExample(
        Sample.calls(record: "calls: [{label: call, start: ⟪1,5⟫, end: ⟪2,75⟫}]"),
        fixed: Sample.calls(record: "calls: [{label: call, start: 1.5, end: 2.75}]")),
      CheckExample(
        Sample.signs(record: "signs: [{label: stop, box: ⟪1, 2, 3, 4⟫}]"),
        fixed: Sample.signs(record: "signs: [{label: stop, box: [1, 2, 3, 4]}]")),
      CheckExample(
        Sample.signs(record: "signs: [{label: stop, box: ⟪(1, 2, 3, 4)⟫}]"),
        fixed: Sample.signs(record: "signs: [{label: stop, box: [1, 2, 3, 4]}]")),
      CheckExample(
        Sample.signs(record: "signs: [{label: stop, box: ⟪[1,5, 2,5, 3,5, 4,5]⟫}]"),
        fixed: Sample.signs(record: "signs: [{label: stop, box: [1.5, 2.5, 3.5, 4.5]}]")),
      CheckExample(
        Sample.signs(record: "signs: [{label: stop, box: ⟪{1, 2, 3, 4}⟫}]"),
        fixed: Sample.signs(record: "signs: [{label: stop, box: [1, 2, 3, 4]}]")),
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [⟪stop; other-sign⟫]}", "Draw tight boxes."),
        fixed: Sample.signs("Draw tight boxes.")),
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [⟪stop | other-sign⟫]}", "Draw tight boxes."),
        fixed: Sample.signs("Draw tight boxes.")),
      CheckExample(
        Sample.signs(header: "version: ⟪1.0⟫", "Draw tight boxes."),
        fixed: Sample.signs(header: "version: 1.0.0", "Draw tight boxes.")),
      CheckExample(
        Sample.signs(record: "signs: [{label: stop, box: ⟪[\"1\", 2, 3, 4]⟫}]"),
        fixed: Sample.signs(record: "signs: [{label: stop, box: [1, 2, 3, 4]}]")),
      CheckExample(
        Sample.signs(layers: "- {id: signs, kind: ⟪bounding box⟫}", "Draw tight boxes."),
        fixed: Sample.signs(layers: "- {id: signs, kind: box}", "Draw tight boxes.")),
      CheckExample(
        Sample.signs(layers: "- {id: signs, kind: ⟪multiple-choice⟫}", "Choose.")),
      CheckExample(
        Sample.signs(record: "signs: [{label: stop, ⟪polygon: [[4, 3], [9, 3], [9, 8]]⟫}]")),
      CheckExample(
        Sample.oneSign(record: "sign: ⟪[stop]⟫"), fixed: Sample.oneSign(record: "sign: stop")),
      CheckExample(
        Sample.signs(
          layers: """
            - id: signs
              kind: box
              labels: [stop, other-sign]
              attributes: [{id: bent, type: boolean, default: false}]
            """, record: "signs: [{label: stop, box: [1, 2, 30, 40], ⟪bent⟫}]")),
      CheckExample(Sample.oneSign(record: "sign: ⟪[stop, other-sign]⟫")),
      CheckExample(Sample.oneSign(record: "sign: ⟪stop, other-sign⟫")),
      CheckExample(Sample.oneSign(record: "sign:\n  ⟪- stop⟫")),
      CheckExample(Sample.oneSign(record: "sign:⟪⟫")),
      CheckExample(
        Sample.oneSign(record: "sign: {label: ⟪[stop]⟫}"),
        fixed: Sample.oneSign(record: "sign: {label: stop}")),
    ],
    good: [
      // What an alias stands for is written elsewhere.
      CheckExample(
        Sample.task(
          layers: """
            - {id: signs, kind: box, labels: [stop], question: &which Which sign}
            - {id: more, kind: choice, labels: [stop], question: *which, or none.}
            """, "# Signs\n")),
      CheckExample("---\nrubrica: 1\nstage: pilot\n---\n\n# Signs\n"),
    ])

  private static let outlines =
    "- {id: signs, kind: polygon, question: Where?, labels: [stop, other-sign]}"

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let sources = index.guideline.sources
    for problem in index.guideline.problems {
      guard case .wrongValue(let expected, let found, let suggestion, let help) = problem.kind
      else { continue }
      report.add(
        info, at: problem.span, wrong(expected, found),
        help: help ?? suggestion.map { "did you mean `\($0)`?" } ?? "write \(expected)",
        fixes: suggestion.map { meant -> [Fix] in
          // The items of a list without brackets stand on lines of their own, where a word has no place.
          guard !found.hasPrefix("`[") || sources.text(problem.span).hasPrefix("[") else {
            return []
          }
          let word = word(found, problem.span, sources)
          return Fix.replacing(
            Located(word, problem.span), with: meant, in: sources,
            isSafe: Suggestion.same(as: word, among: [meant]) != nil)
        } ?? [])
    }
  }

  /// The value as it stands in the file: `found` is in backticks, and cut if it is long.
  private static func word(_ found: String, _ span: Span, _ sources: Sources) -> String {
    let text = sources.text(span)
    let bare =
      found.hasPrefix("`") && found.count > 2 ? String(found.dropFirst().dropLast()) : found
    return text.contains(bare) ? bare : text
  }

  private static func wrong(_ expected: String, _ found: String) -> String {
    "expected \(expected), found \(found)"
  }
}

extension Sample {
  /// A question with one answer, and one example with this record.
  fileprivate static func oneSign(record: String) -> String {
    signs(
      layers: "- {id: sign, kind: choice, question: Which sign?, labels: [stop, other-sign]}",
      record: record)
  }
}
