package import RubricaModel
package import RubricaSource
internal import RubricaSyntax

/// A record that is shown can be copied.
package enum BrokenJSON: Check {
  package static let info = CheckInfo(
    id: "broken-json",
    levels: .warning,
    summary: "A code block that is marked as JSON is valid JSON.",
    rationale: """
      Tool builders copy the record from the guideline into their tests. A record that does not parse \
      was never tried, and it is unclear what was meant.
      """,
    bad: [
      CheckExample(Sample.signs("```json\n{\"signs\": [{\"label\": \"stop\"}⟪}⟫\n```\n")),
      CheckExample(Sample.signs("```json\n{\"label\": ⟪s⟫top}\n```\n")),
    ],
    good: [
      CheckExample(
        Sample.signs(
          "```json\n{\"signs\": [{\"label\": \"stop\", \"box\": [1, 2.5, -3e1, null]}]}\n```\n")),
      CheckExample(Sample.signs("```json\n{\"signs\": [ ... ]}\n```\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.traces.contains(.json) else { return }
    index.guideline.forEachCode { info, text, span in
      guard info == "json" || info.hasPrefix("json ") else { return }
      let bytes = Array(text.utf8)
      // Dots and comments stand for what the author left out on purpose.
      guard !text.contains("..."), !text.contains("…"), !text.contains("//"),
        let problem = JSONParser.firstProblem(in: bytes)
      else { return }
      let place = place(Int(problem.span.start), of: bytes, in: span, index.guideline.sources)
      report.add(
        Self.info, at: place, "this is not valid JSON: \(problem.message)",
        help: "correct it, or mark the block as `text`")
    }
  }

  /// Where an offset of the block's text is in the file; the block if its lines are indented.
  private static func place(
    _ offset: Int, of text: [UInt8], in block: Span, _ sources: Sources
  ) -> Span {
    let bytes = sources[block.source].bytes
    let range = block.range.clamped(to: 0..<bytes.count)
    // The bytes of the line up to the offset, found as often as the line number says.
    var line = 1
    for index in text.indices.prefix(offset) where text[index] == 10 { line += 1 }
    let lineStart = (text[..<offset].lastIndex(of: 10) ?? -1) + 1
    let lineText = text[lineStart..<(text[lineStart...].firstIndex(of: 10) ?? text.count)]
    var start = range.lowerBound
    for _ in 0..<line {
      guard let end = bytes[start..<range.upperBound].firstIndex(of: 10) else { return block }
      start = end + 1
    }
    let end =
      bytes[start..<range.upperBound].firstIndex { $0 == 10 || $0 == 13 } ?? range.upperBound
    let content = lineText.last == 13 ? lineText.dropLast() : lineText
    guard end - start >= content.count, bytes[(end - content.count)..<end].elementsEqual(content)
    else { return block }
    let at = end - content.count + offset - lineStart
    return Span(block.source, min(at, end), min(at + 1, end))
  }
}

extension Guideline {
  /// Every block of code outside the inputs and records of examples.
  func forEachCode(_ body: (_ info: String, _ text: String, _ span: Span) -> Void) {
    forEachBlock { block in
      if case .code(let info, let text) = block.kind { body(info, text, block.span) }
    }
  }
}
