package import RubricaModel
package import RubricaSource

/// What is written is what is seen.
package enum HiddenCharacter: Check {
  package static let info = CheckInfo(
    id: "hidden-character",
    levels: .warning,
    summary:
      "The document and all names have no character that hides or reverses the text around it.",
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
      CheckExample(
        Sample.signs(
          layers: #"- {id: signs, kind: box, labels: [stop, ⟪"stop\u200b"⟫]}"#,
          "Draw tight boxes.")),
      CheckExample(
        Sample.signs("Draw tight boxes."),
        files: ["labels.yaml": "labels:\n  - {id: ⟪yield\u{2060}⟫, definition: A triangle.}\n"]),
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
    tellNames(index, &report)
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

  /// Ids and names that hold what the document does not: an escape stands there, or they are in
  /// another file. Two of them look the same and are not.
  private static func tellNames(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    var seen: Set<Span> = []
    func examine(_ text: Located<String>) {
      guard let name = hiddenName(in: text.value) else { return }
      // What is written in the document and what an escape turns is told as that.
      let isWritten = hiddenName(in: guideline.sources.text(text.span)) != nil
      let isInDocument = text.span.source == guideline.document.source
      if isWritten ? isInDocument : name == turning { return }
      guard seen.insert(text.span).inserted else { return }
      report.add(
        info, at: text.span, "there is \(name) in this name, which is invisible",
        help: "remove it: with it, this is another name than the one that is seen")
    }
    for label in guideline.labels {
      examine(label.id)
      examine(label.name)
    }
    for group in guideline.groups {
      examine(group.id)
      examine(group.name)
    }
    for layer in guideline.layers {
      examine(layer.id)
      for label in layer.labels where index.declaredPlace(label.value) == nil { examine(label) }
      for attribute in layer.attributes {
        examine(attribute.id)
        for value in attribute.values { examine(value.id) }
      }
    }
  }

  /// The first character of a text that is invisible.
  private static func hiddenName(in text: String) -> String? {
    guard text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xEF }) else { return nil }
    let bytes = Array(text.utf8)
    for offset in bytes.indices where bytes[offset] >= 0xC0 {
      if let name = name(at: offset, bytes) { return name }
    }
    return nil
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
