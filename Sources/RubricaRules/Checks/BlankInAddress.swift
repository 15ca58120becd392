package import RubricaModel
package import RubricaSource

/// A link or picture whose address has a blank in it is none.
package enum BlankInAddress: Check {
  package static let info = CheckInfo(
    id: "blank-in-address",
    levels: .warning,
    summary: "The address of a link or picture contains no space.",
    rationale: """
      Markdown does not read it as a link: annotators see brackets and a file name instead of the picture.
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
    let sources = index.guideline.sources
    guard index.traces.contains(.brokenAddress) else { return }
    index.guideline.forEachBlock { block in
      guard case .paragraph(let inlines) = block.kind else { return }
      // What is a link, code or a comment is not text: only what failed to be one is looked at.
      for run in inlines.split(whereSeparator: { !$0.isText }) {
        guard let first = run.first, let last = run.last else { continue }
        let span = first.span.union(last.span)
        for place in places(in: sources[span.source].bytes, span.range) {
          report.add(
            info, at: Span(span.source, place.lowerBound, place.upperBound),
            "the space in this address ends the link",
            help: "write `%20` for the space, or put the address between `<` and `>`")
        }
      }
    }
  }

  /// Addresses in round brackets behind square ones, each with its brackets.
  private static func places(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var end = range.lowerBound
    for place in range.dropLast()
    where bytes[place] == UInt8(ascii: "]") && bytes[place + 1] == UInt8(ascii: "(") {
      if end <= place {
        end = bytes[place..<range.upperBound].firstIndex(of: UInt8(ascii: ")")) ?? range.upperBound
      }
      guard end < range.upperBound, end - place < Traces.longestAddress,
        isBroken(bytes[(place + 2)..<end])
      else { continue }
      found.append((place + 1)..<(end + 1))
    }
    return found
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
    return 2...5 ~= ending.count && ending.allSatisfy { $0.isDigit || $0.isLetter }
  }
}

extension Inline {
  fileprivate var isText: Bool {
    if case .text = kind { true } else { false }
  }
}
