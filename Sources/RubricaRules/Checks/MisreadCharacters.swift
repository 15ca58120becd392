package import RubricaModel
package import RubricaSource

/// Characters are those that somebody typed.
package enum MisreadCharacters: Check {
  package static let info = CheckInfo(
    id: "misread-characters",
    levels: .warning,
    summary: "No character of the document was read in another encoding than it was written in.",
    rationale: """
      When a program takes a file for one of another encoding, `é` becomes `Ã©`, `’` becomes `â€™`, and what it \
      cannot read is replaced by `�`. The file is valid afterwards, and annotators read and copy the debris.
      """,
    bad: [
      CheckExample(
        Sample.signs("The ⟪â€™⟫60s, 49 â‚¬ and cafÃ© signs, at 5 Â°C: label them ðŸ˜€."),
        fixed: Sample.signs("The ’60s, 49 € and café signs, at 5 °C: label them 😀.")),
      CheckExample(Sample.signs("A sign that doesn⟪\u{FFFD}⟫t count, or isn\u{FFFD}t there.")),
      CheckExample(
        Sample.names("> [Ada]{PER} paid 49 ⟪â‚¬⟫.\n"),
        fixed: Sample.names("> [Ada]{PER} paid 49 €.\n")
      ),
    ],
    good: [
      CheckExample(Sample.signs("A café at 5 °C, 49 €: «À LA MAISON» and “MANHÃ” or «IRMû, GÂ…")),
      CheckExample(Sample.signs("Broken text has signs such as `Ã©` and `\u{FFFD}` in it.")),
      CheckExample(
        Sample.signs(
          "- Broken text such as `the cafÃ© there` and `a \u{FFFD}` is copied.\n\n"
            + "  ```\n  the customerâ€™s\n  ```\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.traces.contains(.misread) else { return }
    let scan = ByteScan(index)
    var misread: [(place: Span, meant: String)] = []
    var lost: [Span] = []
    var end = 0
    scan.forEachWideCharacter { offset in
      guard offset >= end, offset > 0, scan.bytes[offset - 1] != UInt8(ascii: "`") else { return }
      if scan.has("\u{FFFD}", at: offset) {
        lost.append(scan.span(offset..<offset + 3))
      } else if scan.bytes[offset] == 0xC3, let found = character(at: offset, scan.bytes) {
        end = offset + found.length
        misread.append((scan.span(offset..<end), found.meant))
      }
    }
    if misread.isEmpty, lost.isEmpty { return }
    let code = Self.code(index)
    misread.removeAll { code.hasStart(of: $0.place) }
    lost.removeAll { code.hasStart(of: $0) }
    if let first = misread.first {
      report.add(
        info, at: first.place,
        wrong(index.guideline.sources.text(first.place), first.meant, more: misread.count - 1),
        help: "replace it, and see that the program it comes from reads and saves UTF-8",
        fixes: [
          Fix(
            "replace with `\(first.meant)`"
              + (misread.count > 1 ? ", and the others likewise" : ""),
            edits: misread.map { .init($0.place, $0.meant) }, isSafe: false)
        ])
    }
    if let first = lost.first {
      report.add(
        info, at: first, gone(more: lost.count - 1), help: "type the character again")
    }
  }

  /// The code in prose: it may show what broken text looks like.
  private static func code(_ index: GuidelineIndex) -> DocumentParts {
    var found: [Span] = []
    index.guideline.forEachBlock { block in
      switch block.kind {
      case .code: found.append(block.span)
      // What is in them is given by itself.
      case .list, .quote: break
      default: block.forEachInline { if case .code = $0.kind { found.append($0.span) } }
      }
    }
    return DocumentParts(found, of: index.guideline.document.source)
  }

  private static func wrong(_ written: String, _ meant: String, more: Int) -> String {
    "`\(written)` is what `\(meant)` becomes when it is read in a wrong encoding" + others(more)
  }

  private static func gone(more: Int) -> String {
    "U+FFFD stands here for a character that some program could not read" + others(more)
  }

  private static func others(_ count: Int) -> String {
    count > 0 ? "; the file has \(Wording.count(count, "more like it", "more like it"))" : ""
  }

  /// The character whose bytes in UTF-8 were each taken for a character of Windows-1252.
  private static func character(
    at offset: Int, _ bytes: [UInt8]
  ) -> (meant: String, length: Int)? {
    let scalars = Array(
      String(decoding: bytes[offset...].prefix(16), as: UTF8.self).unicodeScalars.prefix(4))
    guard scalars.count > 1 else { return nil }
    let count: Int
    switch scalars[0].value {
    // Words in capitals end in these too, with a quotation mark, dash or blank behind them.
    case 0xC2, 0xC3: count = isPunctuation(scalars[1]) ? 0 : 2
    case 0xE2: count = "€‚„ˆ†‰œ".unicodeScalars.contains(scalars[1]) ? 3 : 0
    case 0xF0: count = scalars[1].value == 0x178 ? 4 : 0
    default: count = 0
    }
    guard count > 0, scalars.count >= count else { return nil }
    let written = scalars.prefix(count)
    let original = written.compactMap { Windows1252.upperByte(of: $0) }
    guard original.count == count, original.dropFirst().allSatisfy(\.isContinuation) else {
      return nil
    }
    let meant = String(decoding: original, as: UTF8.self)
    guard meant.unicodeScalars.count == 1, meant != "\u{FFFD}" else { return nil }
    return (meant, written.reduce(0) { $0 + UTF8.width($1) })
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0, 0xAB, 0xBB, 0x2013...0x201E, 0x2026, 0x2039, 0x203A: true
    default: false
    }
  }
}
