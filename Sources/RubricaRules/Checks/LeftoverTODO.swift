package import RubricaModel
package import RubricaSource

/// What is still to be written is not given to annotators.
package enum LeftoverTODO: Check {
  package static let info = CheckInfo(
    id: "leftover-todo",
    levels: .gap,
    summary: "No TODO, TBD, FIXME, `???` or filler text is left in the document.",
    rationale: """
      Annotators take the gap for a rule they do not understand, and each fills it in their own way.
      """,
    bad: [
      CheckExample(Sample.signs("Reflections in windows: ⟪TODO⟫ ask legal.")),
      CheckExample(Sample.signs("The smallest sign has ⟪???⟫ pixels.")),
      CheckExample(Sample.signs("⟪Lorem ipsum⟫ dolor sit amet.")),
    ],
    good: [
      CheckExample(Sample.signs("Todo el mundo stops here. TODOs are not signs.")),
      CheckExample(Sample.names("> [Ada]{PER} slept??? TODO: wake her.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.traces.contains(.leftover) else { return }
    let scan = ByteScan(index)
    var next = 0
    for offset in scan.bytes.indices where mayStand(scan.bytes[offset]) {
      guard let filler = filler(at: offset, scan), filler.lowerBound >= next else { continue }
      next = filler.upperBound
      guard !scan.isExample(filler.lowerBound) else { continue }
      let words = String(decoding: scan.bytes[filler], as: UTF8.self)
      report.add(
        info, at: scan.span(filler), leftover(words),
        help: "write what was decided, or remove the passage")
    }
  }

  private static let marks = ["TODO", "TBD", "TBC", "FIXME", "XXX"]

  /// Whether a byte is the first of a mark, or of `psum` in filler text.
  @inline(__always)
  private static func mayStand(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "X"), UInt8(ascii: "?"),
      UInt8(ascii: "p"):
      true
    default: false
    }
  }

  /// What is left over at a place: a mark that starts there, or filler text with its `psum` there.
  private static func filler(at offset: Int, _ scan: ByteScan) -> Range<Int>? {
    switch scan.bytes[offset] {
    case UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "X"):
      guard scan.startsWord(offset) else { return nil }
      let mark = marks.first {
        scan.has($0, at: offset) && scan.endsWord(offset + $0.utf8.count)
      }
      return mark.map { offset..<offset + $0.utf8.count }
    case UInt8(ascii: "?"):
      guard scan.has("???", at: offset) else { return nil }
      return offset..<offset + scan.bytes[offset...].prefix { $0 == UInt8(ascii: "?") }.count
    case UInt8(ascii: "p"):
      let start = offset - 7
      guard start >= 0, scan.bytes[offset - 1] == UInt8(ascii: "i"),
        scan.bytes[start] | 0x20 == UInt8(ascii: "l"), scan.has("orem ipsum", at: start + 1),
        scan.startsWord(start)
      else { return nil }
      return start..<start + 11
    default: return nil
    }
  }

  private static func leftover(_ words: String) -> String {
    "\"\(Wording.excerpt(words))\" is still in the text"
  }
}
