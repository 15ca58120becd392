package import RubricaModel
package import RubricaSource

/// What is still to be written is not given to annotators.
package enum LeftoverTODO: Check {
  package static let info = CheckInfo(
    id: "leftover-todo",
    levels: .gap,
    summary: "No TODO, TBD, FIXME, `???` or filler text is left in the document.",
    rationale: """
      Annotators take the gap for a rule they do not understand, and fill it each in their own way.
      """,
    bad: [
      CheckExample(Sample.signs("Reflections in windows: ⟪TODO⟫ ask legal.")),
      CheckExample(Sample.signs("The smallest sign has ⟪???⟫ pixels.")),
      CheckExample(Sample.signs("⟪Lorem ipsum⟫ dolor sit amet.")),
    ],
    good: [
      CheckExample(Sample.signs("Todo el mundo stops here. TODOs are no signs.")),
      CheckExample(Sample.names("> [Ada]{PER} slept??? TODO: wake her.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let scan = ByteScan(index.guideline)
    var offset = 0
    while offset < scan.bytes.count {
      guard let length = length(at: offset, scan) else {
        offset += 1
        continue
      }
      if !scan.isExample(offset) {
        let range = offset..<offset + length
        report.add(
          info, at: scan.span(range), leftover(String(decoding: scan.bytes[range], as: UTF8.self)),
          help: "decide it and write the decision, or remove the passage")
      }
      offset += length
    }
  }

  /// The length of the filler that starts here.
  private static func length(at offset: Int, _ scan: ByteScan) -> Int? {
    switch scan.bytes[offset] {
    case UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "X"):
      for word in ["TODO", "TBD", "TBC", "FIXME", "XXX"]
      where scan.has(word, at: offset) && scan.isWord(offset..<offset + word.utf8.count) {
        return word.utf8.count
      }
      return nil
    case UInt8(ascii: "?"):
      let count = scan.bytes[offset...].prefix { $0 == UInt8(ascii: "?") }.count
      return count >= 3 ? count : nil
    case UInt8(ascii: "L"), UInt8(ascii: "l"):
      return scan.has("orem ipsum", at: offset + 1) ? 11 : nil
    default: return nil
    }
  }

  private static func leftover(_ words: String) -> String {
    "\"\(Wording.excerpt(words))\" is left in the text"
  }
}
