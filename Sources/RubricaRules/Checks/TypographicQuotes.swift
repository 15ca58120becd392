package import RubricaModel
package import RubricaSource

/// Quotation marks around a value are those of YAML.
package enum TypographicQuotes: Check {
  package static let info = CheckInfo(
    id: "typographic-quotes",
    levels: .warning,
    summary: "A value of the front matter is quoted with straight quotation marks.",
    rationale: """
      To YAML, typographic quotation marks are ordinary characters: they become part of the title, and \
      quote nothing.
      """,
    bad: [
      CheckExample(
        Sample.signs(header: "title: ⟪“Street signs”⟫\nowner: ⟪„Ada Park“⟫", "Draw tight boxes."),
        fixed: Sample.signs(
          header: "title: \"Street signs\"\nowner: \"Ada Park\"", "Draw tight boxes."))
    ],
    good: [
      CheckExample(Sample.signs(header: "title: “Stop” and other signs", "Draw tight boxes.")),
      CheckExample(Sample.signs(header: "title: \"“Stop”\"", "Draw tight boxes.")),
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, labels: [{id: stop, definition: An octagon.}]}",
          "# “Signs”\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    func examine(_ value: Located<String>?) {
      guard let value, let inner = quoted(value.value), guideline.sources.isBehindKey(value) else {
        return
      }
      let isPlain = !inner.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
      report.add(
        info, at: value.span, "these quotation marks are part of the value",
        help: "use straight ones: \"…\"",
        fixes: isPlain ? Fix.replacing(value, with: "\"\(inner)\"", in: guideline.sources) : [])
    }
    examine(guideline.title)
    examine(guideline.purpose)
    examine(guideline.owner)
    for author in guideline.authors { examine(author) }
    for escape in guideline.escapes { examine(escape.name) }
    for layer in guideline.layers {
      examine(layer.name)
      examine(layer.question)
    }
  }

  private static let pairs: [(Character, Set<Character>)] = [
    ("“", ["”"]), ("„", ["“", "”"]), ("«", ["»"]), ("»", ["«"]), ("‘", ["’"]), ("‚", ["‘", "’"]),
  ]

  /// What stands between typographic quotation marks, if they are around all of a text.
  private static func quoted(_ text: String) -> String? {
    // Nearly every text begins with a letter of ASCII.
    guard let byte = text.utf8.first, byte >= 0x80, let first = text.first, let last = text.last,
      let pair = pairs.first(where: { $0.0 == first }), pair.1.contains(last), text.count > 2
    else { return nil }
    let inner = text.dropFirst().dropLast()
    return inner.contains(first) || inner.contains(last) ? nil : String(inner)
  }
}

extension Sources {
  /// Whether a value stands right behind a key, without straight quotation marks.
  fileprivate func isBehindKey(_ value: Located<String>) -> Bool {
    let bytes = self[value.span.source].bytes
    guard bytes[value.span.range].elementsEqual(value.value.utf8) else { return false }
    return bytes[..<Int(value.span.start)].last { $0 != 32 } == UInt8(ascii: ":")
  }
}
