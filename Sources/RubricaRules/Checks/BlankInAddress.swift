package import RubricaModel
package import RubricaSource

/// A link or picture whose address has a blank in it is none.
package enum BlankInAddress: Check {
  package static let info = CheckInfo(
    id: "blank-in-address",
    levels: .warning,
    summary: "The address of a link or picture has no blank in it.",
    rationale: """
      To Markdown it is no link: annotators read brackets and a file name where the picture should be.
      """,
    bad: [
      CheckExample(Sample.signs("![A stop sign]⟪(media/my stop.png)⟫")),
      CheckExample(Sample.signs("See [the list]⟪(https://example.org/all signs)⟫.")),
    ],
    good: [
      CheckExample(Sample.signs("![A stop sign](media/my%20stop.png)")),
      CheckExample(Sample.signs("![A stop sign](<media/my stop.png>)")),
      CheckExample(Sample.signs("See [the list](https://example.org \"All signs\").")),
      CheckExample(Sample.signs("See [1](in the list of signs) and `[a](b c.png)`.")),
      CheckExample(Sample.signs("```\n![A stop sign](media/my stop.png)\n```\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let scan = ByteScan(index)
    scan.forEachPlace(of: "](", beginningWith: 1) { place in
      guard let end = end(of: place + 2, scan.bytes), isBroken(scan.bytes[(place + 2)..<end]),
        !scan.isExample(place), !isCode(place, scan.bytes)
      else { return }
      report.add(
        info, at: scan.span((place + 1)..<(end + 1)), "the blank in this address ends the link",
        help: "write `%20` for a blank, or put the address into `<` and `>`")
    }
  }

  /// The closing bracket on the same line.
  private static func end(of start: Int, _ bytes: [UInt8]) -> Int? {
    bytes[start...].prefix { $0 != 10 && $0 != 13 }.firstIndex(of: UInt8(ascii: ")"))
  }

  /// Whether it is a path or an address, with a blank that no title follows.
  private static func isBroken(_ address: ArraySlice<UInt8>) -> Bool {
    guard let blank = address.firstIndex(of: 32), blank > address.startIndex,
      address.first != UInt8(ascii: "<"),
      let next = address[blank...].first(where: { $0 != 32 }),
      ![UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "(")].contains(next)
    else { return false }
    if address[..<blank].contains(UInt8(ascii: "/")) { return true }
    guard let dot = address.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = address[(dot + 1)...]
    return 2...5 ~= ending.count && ending.allSatisfy { $0.isDigit || ($0 | 0x20) &- 0x61 < 26 }
  }

  /// Whether a place is in backticks, in a fence or in a comment. Asked of few places.
  private static func isCode(_ place: Int, _ bytes: [UInt8]) -> Bool {
    let before = bytes[..<place]
    let lineStart = before.lastIndex { $0 == 10 || $0 == 13 }.map { $0 + 1 } ?? 0
    let tick = UInt8(ascii: "`")
    if before[lineStart...].count(where: { $0 == tick }) % 2 == 1 { return true }
    let lines = String(decoding: before, as: UTF8.self).split { $0.isNewline }
    let fences = lines.count { line in
      let text = line.drop { $0 == " " || $0 == ">" }
      return text.hasPrefix("```") || text.hasPrefix("~~~")
    }
    if fences % 2 == 1 { return true }
    let words = lines.joined(separator: " ")
    guard let open = words.ranges(of: "<!--").last else { return false }
    return !words[open.upperBound...].contains("-->")
  }
}
