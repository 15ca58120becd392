package import RubricaModel
package import RubricaSource

/// Text has no characters that are none.
package enum ControlCharacter: Check {
  package static let info = CheckInfo(
    id: "control-character",
    levels: .stumble,
    summary:
      "The document has no control character and no code point that Unicode reserves for internal use.",
    rationale: """
      They come with text that was copied from other programs, and no page shows them. Browsers, \
      labeling tools and XML parsers treat them differently: some refuse the whole file.
      """,
    bad: [
      CheckExample(
        Sample.signs("Draw tight⟪\u{B}⟫ boxes."), fixed: Sample.signs("Draw tight boxes.")),
      CheckExample(
        Sample.signs("Draw tight⟪\u{85}⟫ boxes."), fixed: Sample.signs("Draw tight boxes.")),
      CheckExample(
        Sample.signs("Draw tight⟪\u{FFFF}⟫ boxes."), fixed: Sample.signs("Draw tight boxes.")),
      CheckExample(
        Sample.signs("Draw tight⟪&#xFFFE;⟫ boxes."), fixed: Sample.signs("Draw tight boxes.")),
    ],
    good: [CheckExample(Sample.signs("Draw tight\u{A0}boxes,\n\tand \u{FFFD} is a character."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .escapedCharacter(let scalar) = problem.kind,
        UntextualCharacter(scalar) == .reserved
      else { continue }
      add(problem.span, scalar.value, &report)
    }
    guard index.traces.contains(.control) else { return }
    let scan = ByteScan(index)
    let text = scan.bytes.span
    for offset in text.indices where isControl(text[offset]) {
      add(scan.span(offset..<offset + 1), UInt32(text[offset]), &report)
    }
    scan.forEachWideCharacter { offset in
      guard let (value, length) = character(at: offset, scan.bytes) else { return }
      add(scan.span(offset..<offset + length), value, &report)
    }
  }

  private static func add(_ span: Span, _ value: UInt32, _ report: inout Report) {
    guard let name = Unicode.Scalar(value)?.codeName else { return }
    report.add(
      info, at: span, "there is a \(name) here, which is not a text character", help: "remove it",
      fixes: [Fix("remove it", edits: [.init(span, "")], isSafe: true)])
  }

  /// Of ASCII, but for tabs and line ends.
  @inline(__always)
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 32 && byte != 10 && byte != 13 && byte != 9 || byte == 0x7F
  }

  /// U+0080 to U+009F, and the last two of each plane and U+FDD0 to U+FDEF, which are not characters.
  private static func character(at offset: Int, _ bytes: [UInt8]) -> (UInt32, Int)? {
    switch bytes[offset] {
    case 0xC2:
      guard offset + 1 < bytes.count, bytes[offset + 1] < 0xA0 else { return nil }
      return (UInt32(bytes[offset + 1]), 2)
    case 0xEF, 0xF0...0xF4:
      let length = bytes[offset] == 0xEF ? 3 : 4
      guard
        let scalar = String(decoding: bytes[offset...].prefix(length), as: UTF8.self)
          .unicodeScalars.first?.value,
        scalar & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar)
      else { return nil }
      return (scalar, length)
    default: return nil
    }
  }
}
