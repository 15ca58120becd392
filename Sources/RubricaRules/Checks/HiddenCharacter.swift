package import RubricaModel
package import RubricaSource

/// What is written is what is seen.
package enum HiddenCharacter: Check {
  package static let info = CheckInfo(
    id: "hidden-character",
    levels: .warning,
    summary: "The document has no character that hides or reverses the text around it.",
    rationale: """
      A reviewer signs what the screen shows. A bidirectional override shows other words than the file \
      contains, and a zero-width space makes two ids differ that look the same.
      """,
    bad: [
      CheckExample(
        Sample.signs("Draw tight⟪\u{200B}⟫ boxes."), fixed: Sample.signs("Draw tight boxes.")),
      CheckExample(
        Sample.signs("Always ⟪\u{202E}⟫label."), fixed: Sample.signs("Always label.")),
      CheckExample(
        Sample.signs("Always ⟪&#x202e;⟫label."), fixed: Sample.signs("Always label.")),
      CheckExample(
        Sample.signs(header: "title: \"Street ⟪\\u202e⟫signs\"", "Draw tight boxes."),
        fixed: Sample.signs(header: "title: \"Street signs\"", "Draw tight boxes.")),
    ],
    good: [
      CheckExample(Sample.signs("Draw tight boxes, family emoji \u{1F468}\u{200D}\u{1F469} too."))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let scan = ByteScan(index)
    for problem in index.guideline.problems {
      guard case .escapedCharacter(let scalar) = problem.kind,
        UntextualCharacter(scalar) == .turning, !scan.isExample(problem.span)
      else { continue }
      report.add(
        info, at: problem.span, hidden(turning), help: "remove it",
        fixes: [Fix("remove the character", edits: [.init(problem.span, "")], isSafe: false)])
    }
    guard index.traces.contains(.hidden) else { return }
    // A byte order mark at the head of the file is none of these.
    scan.forEachWideCharacter { offset in
      guard offset > 0, let name = name(at: offset, scan.bytes), !scan.isExample(offset) else {
        return
      }
      let span = scan.span(offset..<offset + 3)
      report.add(
        info, at: span, hidden(name), help: "remove it, and retype the word if necessary",
        fixes: [
          Fix("remove the character", edits: [.init(span, "")], isSafe: isIdle(offset, scan.bytes))
        ])
    }
  }

  private static let turning = "a bidirectional override or embedding"

  private static func name(at offset: Int, _ bytes: [UInt8]) -> String? {
    guard offset + 2 < bytes.count else { return nil }
    switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
    case (0xE2, 0x80, 0x8B): return "a zero-width space (U+200B)"
    case (0xE2, 0x80, 0xAA...0xAE): return turning
    case (0xE2, 0x81, 0xA0): return "a word joiner (U+2060)"
    case (0xEF, 0xBB, 0xBF): return "a byte order mark within the text (U+FEFF)"
    default: return nil
    }
  }

  /// Whether a character has no effect where it stands: between letters of Thai, say, a zero-width
  /// space tells where a line may end, and an override shows other words than the file holds.
  private static func isIdle(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    let isOverride = bytes[offset + 1] == 0x80 && bytes[offset + 2] >= 0xAA && bytes[offset] == 0xE2
    let before = bytes[offset - 1]
    let after = offset + 3 < bytes.count ? bytes[offset + 3] : 10
    return !isOverride && before < 0x80 && after < 0x80
  }

  private static func hidden(_ name: String) -> String {
    "there is \(name) here, which is invisible"
  }
}
