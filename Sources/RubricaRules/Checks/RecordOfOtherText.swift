package import RubricaModel
package import RubricaSource

/// A record belongs to the text that stands beside it.
package enum RecordOfOtherText: Check {
  package static let info = CheckInfo(
    id: "record-of-other-text",
    levels: .warning,
    summary: "A JSON record quotes the text that is printed with it.",
    rationale: """
      The offsets in the record count characters of another sentence. People who check a tool against \
      the example find a mistake that does not exist, or copy one.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          This is the record of “The driver passed a red stop sign.”

          ```json
          {"text": ⟪"The driver passed a large red stop sign."⟫}
          ```
          """))
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          This is the record of “The driver passed a red stop sign.”

          ```json
          {"text": "The driver passed a red stop sign.", "note": "The sign is clean and easy to see."}
          ```
          """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.traces.contains(.json) else { return }
    func visit(_ blocks: [Block], _ input: String?) {
      var before = input.map { [$0] } ?? []
      for block in blocks {
        if case .code(let info, _) = block.kind, info == "json" || info.hasPrefix("json ") {
          compare(block.span, before, index.guideline.sources, &report)
        } else {
          before = quotations(in: block)
        }
      }
    }
    var run: [Block] = []
    func visit(_ elements: [Element]) {
      run = []
      for element in elements {
        switch element {
        case .prose(let block): run.append(block)
        case .section(let section):
          flush()
          visit(section.elements)
        case .label(let number):
          flush()
          visit(index.guideline.labels[number].definition, nil)
          visit(index.guideline.labels[number].elements)
        default: flush()
        }
      }
      flush()
    }
    func flush() {
      visit(run, nil)
      run = []
    }
    visit(index.guideline.body)
    for example in index.guideline.examples {
      if case .text(let text) = example.input {
        visit(example.content, text.text)
      } else {
        visit(example.content, nil)
      }
    }
  }

  /// What a block quotes, as far as it is a sentence.
  private static func quotations(in block: Block) -> [String] {
    switch block.kind {
    case .quote(let blocks): return [blocks.plainText]
    case .paragraph(let inlines):
      let text = inlines.plainText
      var found: [String] = []
      for (open, close) in [("“", "”"), ("\"", "\"")] as [(Character, Character)] {
        var rest = text[...]
        while let start = rest.firstIndex(of: open) {
          let inside = rest[rest.index(after: start)...]
          guard let end = inside.firstIndex(of: close) else { break }
          found.append(String(inside[..<end]))
          rest = inside[inside.index(after: end)...]
        }
      }
      return found
    default: return []
    }
  }

  private static func compare(
    _ block: Span, _ printed: [String], _ sources: Sources, _ report: inout Report
  ) {
    let texts = printed.map(words).filter { $0.count >= 4 }
    guard !texts.isEmpty else { return }
    let bytes = sources[block.source].bytes
    for range in literals(in: bytes, block.range.clamped(to: 0..<bytes.count)) {
      let literal = words(String(decoding: bytes[range].dropFirst().dropLast(), as: UTF8.self))
      guard literal.count >= 4, !texts.contains(where: { isPart(literal, of: $0) }) else {
        continue
      }
      // Most words in common: the same sentence, changed in one of the two places.
      let near = texts.contains { text in
        let common = Set(literal).intersection(text).count
        return common * 4 >= Set(literal).union(text).count * 3
      }
      guard near else { continue }
      report.add(
        info, at: Span(block.source, range.lowerBound, range.upperBound),
        "this is not the text printed before the record",
        help: "make both the same, and count the offsets again")
    }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  private static func isPart(_ words: [String], of text: [String]) -> Bool {
    guard words.count <= text.count else { return false }
    return (0...(text.count - words.count)).contains { start in
      text[start..<start + words.count].elementsEqual(words)
    }
  }

  /// The texts in double quotes, without a look at what stands around them.
  private static func literals(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "\"") else {
        index += 1
        continue
      }
      var end = index + 1
      while end < range.upperBound, bytes[end] != UInt8(ascii: "\""), bytes[end] != 10 {
        end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard end < range.upperBound, bytes[end] == UInt8(ascii: "\"") else {
        index = end
        continue
      }
      found.append(index..<end + 1)
      index = end + 1
    }
    return found
  }
}
