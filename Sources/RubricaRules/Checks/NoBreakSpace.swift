package import RubricaModel
package import RubricaSource

/// What looks like a blank is one where the language asks for one.
package enum NoBreakSpace: Check {
  package static let info = CheckInfo(
    id: "no-break-space",
    levels: .warning,
    summary: "No-break spaces occur only in running text, where they are ordinary spaces.",
    rationale: """
      After `##` or `-` Markdown requires an ordinary space. With a no-break space, which word processors \
      put there, the line is not a heading or an item, although it looks like one.
      """,
    bad: [
      CheckExample(
        Sample.signs("##⟪\u{A0}⟫Rules\n\n-⟪\u{A0}⟫Draw tight boxes."),
        fixed: Sample.signs("## Rules\n\n- Draw tight boxes.")),
      CheckExample(
        Sample.signs("## Rules\n\n- `height⟪\u{A0}⟫< 10⟪\u{A0}⟫px` -> do not label."),
        fixed: Sample.signs("## Rules\n\n- `height < 10 px` -> do not label.")),
    ],
    good: [CheckExample(Sample.signs("Signs of 10\u{A0}cm and more\u{A0}: label them."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.traces.contains(.noBreakSpace) else { return }
    let scan = ByteScan(index)
    var ticks = Ticks()
    scan.forEachWideCharacter { offset in
      guard scan.bytes[offset] == 0xC2, offset + 1 < scan.bytes.count,
        scan.bytes[offset + 1] == 0xA0,
        isMarker(before: offset, scan.bytes) || ticks.areOdd(before: offset, scan.bytes),
        !scan.isExample(offset)
      else { return }
      let span = scan.span(offset..<offset + 2)
      report.add(
        info, at: span,
        "this is a no-break space (U+00A0), which Markdown does not read as a space",
        help: "type an ordinary space",
        fixes: [Fix("replace with an ordinary space", edits: [.init(span, " ")], isSafe: true)])
    }
  }

  /// Whether `#`, `-`, `*`, `+` or `1.` at the start of a line stands before.
  private static func isMarker(before offset: Int, _ bytes: [UInt8]) -> Bool {
    var start = offset
    var count = 0
    while start > 0, bytes[start - 1] != 10, bytes[start - 1] != 13 {
      start -= 1
      if bytes[start] != 32 { count += 1 }
      // None is so long.
      if count > 6 { return false }
    }
    let marker = bytes[start..<offset].drop { $0 == 32 }
    guard !marker.isEmpty, marker.count <= 6 else { return false }
    if marker.allSatisfy({ $0 == UInt8(ascii: "#") }) { return true }
    if marker.count == 1, let sign = marker.first, "-*+".utf8.contains(sign) { return true }
    return marker.last == UInt8(ascii: ".") && marker.count > 1
      && marker.dropLast().allSatisfy { $0.isDigit }
  }

  /// Counts the backticks of a line from one place of it to the next.
  private struct Ticks {
    private var counted = 0
    private var isOdd = false

    /// Whether an odd number of backticks stands before a place in its line: it is within code. Places
    /// are asked for in order.
    mutating func areOdd(before offset: Int, _ bytes: [UInt8]) -> Bool {
      for byte in bytes[min(counted, offset)..<offset] {
        if byte == 10 || byte == 13 { isOdd = false }
        if byte == 0x60 { isOdd.toggle() }
      }
      counted = max(counted, offset)
      return isOdd
    }
  }
}
