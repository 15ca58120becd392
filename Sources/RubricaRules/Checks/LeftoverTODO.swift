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
    let scan = ByteScan(index)
    var next = 0
    scan.forEachPlace(of: starts) { offset, byte in
      guard offset >= next, offset + 1 < scan.bytes.count,
        goesOn(byte, scan.bytes[offset + 1]), let length = length(byte, at: offset, scan)
      else { return }
      next = offset + length
      guard !scan.isExample(offset) else { return }
      let words = String(decoding: scan.bytes[offset..<next], as: UTF8.self)
      report.add(
        info, at: scan.span(offset..<next), leftover(words),
        help: "decide it and write the decision, or remove the passage")
    }
  }

  /// Whether a filler can start with this byte: asked for every byte of the document.
  @inline(__always) private static func starts(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "X"), UInt8(ascii: "?"),
      UInt8(ascii: "L"), UInt8(ascii: "l"):
      true
    default: false
    }
  }

  /// Whether a leftover that starts with one byte can go on with another.
  @inline(__always) private static func goesOn(_ byte: UInt8, _ next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "T"): next == UInt8(ascii: "O") || next == UInt8(ascii: "B")
    case UInt8(ascii: "F"): next == UInt8(ascii: "I")
    case UInt8(ascii: "L"), UInt8(ascii: "l"): next == UInt8(ascii: "o")
    default: next == byte
    }
  }

  /// The length of the filler that starts here.
  private static func length(_ byte: UInt8, at offset: Int, _ scan: ByteScan) -> Int? {
    switch byte {
    case UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "X"):
      guard scan.startsWord(offset) else { return nil }
      return ["TODO", "TBD", "TBC", "FIXME", "XXX"].first {
        scan.has($0, at: offset) && scan.endsWord(offset + $0.utf8.count)
      }?.utf8.count
    case UInt8(ascii: "?"):
      guard scan.has("???", at: offset) else { return nil }
      return scan.bytes[offset...].prefix { $0 == UInt8(ascii: "?") }.count
    case UInt8(ascii: "L"), UInt8(ascii: "l"):
      return scan.startsWord(offset) && scan.has("orem ipsum", at: offset + 1) ? 11 : nil
    default: return nil
    }
  }

  private static func leftover(_ words: String) -> String {
    "\"\(Wording.excerpt(words))\" is left in the text"
  }
}
