package import RubricaModel
package import RubricaSource

/// An item that is indented belongs to the one above it.
package enum ItemOutsideList: Check {
  package static let info = CheckInfo(
    id: "item-outside-list",
    levels: .warning,
    summary: "An indented item is indented far enough to be a part of the item above.",
    rationale: """
      Below `1.` an item needs three blanks. With two it ends the list: its condition becomes a rule of its \
      own with a number of its own, and annotators follow it everywhere.
      """,
    bad: [
      CheckExample(
        Sample.signs("## Rules\n\n1. Label every sign.\n  ⟪-⟫ also at night\n2. Draw.\n")),
      CheckExample(Sample.signs("## Steps\n\n1. Look.\n  ⟪-⟫ Zoom in.\n")),
    ],
    good: [
      CheckExample(
        Sample.signs("## Rules\n\n1. Label every sign.\n   - also at night\n2. Draw.\n")),
      CheckExample(Sample.signs("## Rules\n\n- Label every sign.\n  - also at night\n- Draw.\n")),
      CheckExample(Sample.signs("## Rules\n\n  - Label every sign.\n  - Draw.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    examine(
      guideline.rules.lazy.filter { $0.anchor == nil }.map { $0.span }, "a rule", guideline, &report
    )
    examine(
      guideline.entries.lazy.filter { !$0.isHeading }.map { $0.span }, "an entry", guideline,
      &report)
  }

  /// The places of items, in order of the document.
  private static func examine(
    _ items: some Sequence<Span>, _ kind: String, _ guideline: Guideline, _ report: inout Report
  ) {
    var above: (source: SourceID, line: Int, indentation: Int)?
    for span in items {
      let bytes = guideline.sources[span.source].bytes
      var start = Int(span.start)
      while start > 0, bytes[start - 1] == 32 { start -= 1 }
      let indentation = Int(span.start) - start
      if let outer = above, outer.source == span.source, outer.line < start,
        indentation > outer.indentation,
        bytes[outer.line].isDigit, isList(bytes[outer.line..<start])
      {
        let marker = bytes[outer.line...].prefix { $0 != 32 }.count + 1
        report.add(
          info, at: Span(span.source, Int(span.start), Int(span.start) + 1),
          "this item is no part of the one above, but \(kind) of its own",
          help: "indent it by \(outer.indentation + marker) blanks, below the first letter above it"
        )
        continue
      }
      above = (span.source, Int(span.start), indentation)
    }
  }

  /// Whether no blank line stands between two items.
  private static func isList(_ between: ArraySlice<UInt8>) -> Bool {
    var isEmpty = false
    for byte in between {
      if byte == 10 {
        if isEmpty { return false }
        isEmpty = true
      } else if byte != 32, byte != 13 {
        isEmpty = false
      }
    }
    return true
  }
}
