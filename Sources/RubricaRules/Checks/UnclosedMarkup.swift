package import RubricaModel
package import RubricaSource

/// A comment or a block of code ends, and the document goes on behind it.
package enum UnclosedMarkup: Check {
  package static let info = CheckInfo(
    id: "unclosed-markup",
    levels: .stumble,
    summary: "Every comment, raw HTML block and block of code is closed where it should end.",
    rationale: """
      Markdown reads everything after it as part of it: the rules and examples that follow are on no \
      page and in no template, or are shown as code, and the labels are not declared. Without its \
      beginning, what a comment was to hide is read by annotators.
      """,
    bad: [
      CheckExample(Sample.signs("⟪<!--⟫ ask Ann about these\n\n## Rules\n\n- Draw tight boxes.\n")),
      CheckExample(Sample.signs("⟪<style>⟫\n\n## Rules\n\n- Draw tight boxes.\n")),
      CheckExample(
        Sample.signs(
          "⟪<!--⟫ ask Ann\n\n## Rules\n\n- Draw tight boxes.\n\n<!-- ask Bo -->\n\n## More\n")),
      CheckExample(Sample.signs("Ask Ann about these:\n\n- Draw tight boxes.\n\n⟪-->⟫\n")),
      CheckExample(Sample.signs("## Rules\n\n- Draw tight boxes.\n\nAsk Ann.\n⟪-->⟫\n")),
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [stop, yield, no-entry]}",
          "⟪<!--⟫ ask Ann\n\n### Yield\nA triangle.\n\n### No entry\nA red disc.\n")),
      CheckExample(Sample.signs("⟪<![CDATA[⟫\n\n## Rules\n\n- Draw tight boxes.\n")),
      CheckExample(Sample.signs("⟪```⟫\n( ) Stop\n\n## Rules\n\n- Draw tight boxes.\n")),
      CheckExample(
        Sample.signs("⟪~~~⟫\n( ) Stop\n\n## Rules\n\n~~~json\n{}\n~~~\n\nDraw boxes.\n")),
      CheckExample(Sample.signs("- Type:\n  ⟪````⟫\n  stop\n\nDraw tight boxes.\n")),
    ],
    good: [
      CheckExample(
        Sample.signs("<!-- ask Ann about these -->\n\n## Rules\n\n- Draw tight boxes.\n")),
      CheckExample(
        Sample.signs("<!-- write <!-- to open one -->\n\nFile --> Open, `-->` and A -->\n")),
      CheckExample(
        Sample.signs("<!-->\n\n## Rules\n\n- Draw tight boxes.\n\n<!--->\n\n<!-- ask Bo -->\n")),
      CheckExample(Sample.signs("## General\n\nMessage\n-->\nTeam\n\nMessage\n\\-->\n")),
      CheckExample(Sample.signs("````\n```json\n{}\n```\n````\n\n## Rules\n\n- Draw boxes.\n")),
      CheckExample(Sample.signs("- Type:\n  ```\n  stop\n\n  ```\n\nDraw tight boxes.\n")),
      CheckExample(
        Sample.signs(
          "## Examples\n\n### Good: one sign\n![A stop sign](media/stop.png)\n\n"
            + "    ```yaml expected\nsigns: none\n```\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    lazy var ends = endsOfSlips(index)
    for problem in index.guideline.problems {
      guard case .openFence(let end) = problem.kind, !ends.contains(problem.span.head) else {
        continue
      }
      tell(problem.span, end, index, &report)
    }
    guard index.traces.contains(.markup) else { return }
    for open in index.openMarkup {
      var notes: [Diagnostic.Note] = []
      if let next = open.next {
        notes.append(.init("this comment was to begin after it", at: next))
      }
      let labels = index.undeclaredHeadings(in: open.extent)
      if !labels.isEmpty {
        notes.append(.init("so these labels are not declared: \(Wording.list(labels))"))
      }
      report.add(
        info, at: open.span, runsOn(open), notes: notes,
        help: "add `\(open.end)` where it should end")
    }
    for end in looseEnds(index.guideline) {
      report.add(
        info, at: end, "`-->` closes no comment: annotators read what it was to hide",
        help:
          "write `<!--` where the comment begins, or remove this line; an arrow is `→`, or `\\-->`")
    }
  }

  /// Where the fences begin that are to end a block of data whose first line is none of a fence: that is told there.
  private static func endsOfSlips(_ index: GuidelineIndex) -> Set<Span> {
    var ends: Set<Span> = []
    for example in index.guideline.examples {
      var isOpen = false
      for block in example.content {
        if let slip = FenceSlip(block, of: example, index) {
          isOpen = slip.meant.hasPrefix("```")
        } else if isOpen, case .code(let info, _) = block.kind, info.isEmpty {
          ends.insert(block.span.head)
          isOpen = false
        }
      }
    }
    return ends
  }

  private static func tell(
    _ fence: Span, _ end: Problem.FenceEnd, _ index: GuidelineIndex, _ report: inout Report
  ) {
    let mark = index.guideline.sources.bytes(of: fence.source)[Int(fence.start)]
    let sign = mark == UInt8(ascii: "~") ? "tildes" : "backticks"
    let add = "add a line of \(fence.range.count) \(sign) where it should end"
    let labels = index.undeclaredHeadings(behind: fence, upTo: end)
    var notes: [Diagnostic.Note] = []
    if case .nextFence(let next) = end { notes.append(.init("this does not close it", at: next)) }
    if !labels.isEmpty {
      notes.append(.init("so these labels are not declared: \(Wording.list(labels))"))
    }
    switch end {
    case .document:
      report.add(
        info, at: fence, openToEnd, notes: notes,
        help: add + "; if this line should itself end a block, one further up is not closed")
    case .item:
      report.add(
        info, at: fence, openToItem, notes: notes,
        help: add + ", indented as far as the line that opens it")
    case .nextFence:
      report.add(
        info, at: fence, openToNext, notes: notes,
        help: add + "; around code that has such lines in it, write more of them")
    }
  }

  private static let openToEnd = """
    this block of code is never closed: everything after it is shown as code, and no label, rule \
    or example in it is read
    """
  private static let openToItem =
    "this block of code is not closed: it ends only because its item of a list does"
  private static let openToNext = """
    this block of code is not closed before the next one begins: everything up to the end of that \
    is shown as code
    """

  private static func runsOn(_ open: OpenMarkup) -> String {
    open.next == nil
      ? "`\(open.opening)` is never closed: everything after it is part of it, and nobody will read it"
      : "this comment goes on to the end of the next one: nobody will read what stands between them"
  }

  /// Lines that are nothing but the end of a comment; with words below them they are an arrow.
  private static func looseEnds(_ guideline: Guideline) -> [Span] {
    var found: [Span] = []
    guideline.forEachBlock { block in
      guard case .paragraph(let inlines) = block.kind, let last = inlines.last,
        case .text("-->") = last.kind, inlines.count == 1 || inlines[inlines.count - 2].isBreak,
        !isEscaped(last.span, guideline.sources)
      else { return }
      found.append(last.span)
    }
    return found
  }

  /// Whether a backslash stands at a place or before it.
  private static func isEscaped(_ place: Span, _ sources: Sources) -> Bool {
    let bytes = sources.bytes(of: place.source)
    let start = Int(place.start)
    return bytes[max(start - 1, 0)..<min(start + 1, bytes.count)].contains(UInt8(ascii: "\\"))
  }
}
