package import RubricaModel
package import RubricaSource

/// YAML is YAML.
package enum YAMLSyntax: Check {
  package static let info = CheckInfo(
    id: "yaml-syntax",
    levels: .error,
    summary: "Front matter, YAML files and fenced YAML blocks are well-formed YAML.",
    rationale: """
      Nothing after the mistake can be read, so labels, layers and expected records would be \
      missing from everything that is built.
      """,
    bad: [
      CheckExample("---\nrubrica: 1\ntitle: Street signs⟪:⟫ a guide\n---\n\n# Street signs\n"),
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, question: Which signs⟪:⟫ all or some?, labels: [stop]}",
          "# Signs\n")),
      CheckExample(
        "---\nrubrica: 1\ntitle: ⟪\"⟫Street signs\nstage: draft\npurpose: \"For maps.\"\n---\n\n# Signs\n"
      ),
      CheckExample("---\nrubrica: 1\ntitle: ⟪\"⟫Street signs\nstage: draft\n---\n\n# Signs\n"),
      CheckExample(
        "---\nrubrica: 1\nescape:\n  - ⟪{⟫id: unsure, means: unsure-flag\ntitle: Signs\n---\n\n# Signs\n"
      ),
      CheckExample(
        "---\nrubrica: 1\nescape:\n  - {id: unsure, means: unsure-flag, name: Case ⟪#⟫1}\n---\n\n# Signs\n"
      ),
      CheckExample("---\nrubrica: 1\ntitle: Why a comma is missing⟪:⟫ here\n---\n\n# Signs\n"),
      CheckExample("---\nrubrica: 1\nauthors: [⟪*table⟫]\n---\n\n# Signs\n"),
      CheckExample("---\nrubrica: 1\n⟪title Street signs⟫\nstage: draft\n---\n\n# Signs\n"),
      CheckExample(
        Sample.signs("Draw tight boxes."),
        files: [
          "governance.yaml": "contacts:\n  questions: ⟪{⟫name: Desk\nuse:\n  intended: Maps\n"
        ]),
      CheckExample(
        "---\nrubrica: 1\ntitle: Signs\n  ⟪owner⟫: m.silva\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\ntitle: Signs\nowner: m.silva\n---\n\n# Signs\n"),
      CheckExample(
        "---\nrubrica: 1\nescape:\n  - id: a\n     ⟪means⟫: skip-item\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\nescape:\n  - id: a\n    means: skip-item\n---\n\n# Signs\n"),
      CheckExample(
        "---\nrubrica: 1\nauthors:\n- Ada\n⟪-⟫Grace\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\nauthors:\n- Ada\n- Grace\n---\n\n# Signs\n"),
      CheckExample(
        Sample.signs(record: "signs: [{label: stop, box: [1, 2, 3, 4]} ⟪{⟫label: stop}]"),
        fixed: Sample.signs(record: "signs: [{label: stop, box: [1, 2, 3, 4]}, {label: stop}]")),
      CheckExample("---\nrubrica: 1\ntitle: [Street] ⟪S⟫igns\n---\n\n# Signs\n"),
      CheckExample("---\nrubrica: 1\ntitle: \"Signs ⟪\\⟫d\"\n---\n\n# Signs\n"),
      CheckExample(
        Sample.signs(record: "signs: none").replacing(
          "```yaml expected", with: "⟪```yaml expected⟫"
        )
        .replacing("signs: none\n```", with: "signs: none\n\n![Another](media/b.png)")),
      CheckExample(
        Sample.signs("Draw tight boxes."),
        files: ["governance.yaml": "use:\n⟪\t⟫intended: Maps\n"]),
      CheckExample(
        "---\nrubrica: 1\ntitle:⟪\u{A0}⟫Signs\nstage: draft\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\ntitle: Signs\nstage: draft\n---\n\n# Signs\n"),
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind:⟪\u{A0}⟫box, labels: [stop, other-sign]}", "Draw tight boxes."
        ),
        fixed: Sample.signs("Draw tight boxes.")),
      CheckExample(
        Sample.signs(
          layers: "- {id: signs,⟪\u{3000}⟫kind: box, labels: [stop, other-sign]}",
          "Draw tight boxes."),
        fixed: Sample.signs("Draw tight boxes.")),
      CheckExample(
        Sample.signs(record: "signs: [{label⟪:⟫stop, box: [40, 30, 100, 90]}]"),
        fixed: Sample.signs(record: "signs: [{label: stop, box: [40, 30, 100, 90]}]")),
      CheckExample(
        Sample.signs(record: "{signs⟪:⟫none}"), fixed: Sample.signs(record: "{signs: none}")),
      CheckExample(
        "---\nrubrica: 1\nescape:\n  - id: unsure\n⟪\u{A0}\u{A0}\u{A0} ⟫means: unsure-flag\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\nescape:\n  - id: unsure\n    means: unsure-flag\n---\n\n# Signs\n"),
      CheckExample(
        "---\nrubrica: 1\nescape:\n⟪\u{A0}\u{A0}⟫- id: unsure\n    means: unsure-flag\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\nescape:\n  - id: unsure\n    means: unsure-flag\n---\n\n# Signs\n"),
      CheckExample(
        "---\nrubrica: 1\nescape:\n  ⟪–⟫ id: unsure\n    means: unsure-flag\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\nescape:\n  - id: unsure\n    means: unsure-flag\n---\n\n# Signs\n"),
      CheckExample(
        "---\nrubrica: 1\ntitle: Signs\n⟪...⟫\nowner: m.silva\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\ntitle: Signs\n\nowner: m.silva\n---\n\n# Signs\n"),
    ],
    good: [
      CheckExample("---\nrubrica: 1\ntitle: \"Street signs: a guide\"\n---\n\n# Signs\n"),
      CheckExample("---\nrubrica: 1\ntitle: Signs\n...\n\n# Signs\n\nNote: be quick.\n\n---\n"),
      CheckExample("---\nrubrica: 1\ntitle: Signs –\u{A0}a guide\n---\n\n# Signs\n"),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let sources = index.guideline.sources
    for problem in index.guideline.problems {
      guard case .yamlSyntax(let words, let shown) = problem.kind else { continue }
      var notes: [Diagnostic.Note] = []
      if let shown {
        notes.append(.init(words.contains("quote") ? closing : unfitting, at: shown))
      }
      let labels = words == Problem.openBlock ? index.undeclaredHeadings(behind: problem.span) : []
      if !labels.isEmpty {
        notes.append(.init("so these labels are not declared: \(Wording.list(labels))"))
      }
      report.add(
        info, at: problem.span, broken(words), notes: notes,
        help: help(words, at: sources.text(problem.span)),
        fixes: fixes(words, problem.span, sources))
    }
  }

  /// Puts the sign of YAML in the place of the one that looks like it.
  private static func fixes(_ words: String, _ place: Span, _ sources: Sources) -> [Fix] {
    if helpAroundText(words) != nil { return [] }
    let sign = sources.text(place).unicodeScalars
    if words.contains(blank) {
      let isBlank = sign.allSatisfy { $0.isBlankOfNoYAML || $0 == " " }
      guard isBlank else { return [] }
      let spaces = String(repeating: " ", count: sign.count)
      return [
        Fix("replace with an ordinary space", edits: [.init(place, spaces)], isSafe: true)
      ]
    }
    if words.contains(end) {
      return [Fix("remove `...`", edits: [.init(place, "")], isSafe: false)]
    }
    if words.contains(colon) {
      return [Fix("add the space", edits: [.init(place.tail, " ")], isSafe: true)]
    }
    if words.contains(comma) { return [addingComma(before: place, sources)] }
    if words.contains(deep) { return movingLeft(place, sources) }
    guard words.contains(dash), sign.count == 1 else { return [] }
    if sign.first == "-" {
      return [Fix("add a space", edits: [.init(place, "- ")], isSafe: false)]
    }
    return [Fix("replace with `-`", edits: [.init(place, "-")], isSafe: false)]
  }

  private static func addingComma(before place: Span, _ sources: Sources) -> Fix {
    let bytes = sources[place.source].bytes
    var start = Int(place.start)
    while start > 0, bytes[start - 1] == 32 { start -= 1 }
    let gap = Span(place.source, start, Int(place.start))
    return Fix("add a comma", edits: [.init(gap, ", ")], isSafe: false)
  }

  /// Puts a key under the one in the line above it.
  private static func movingLeft(_ place: Span, _ sources: Sources) -> [Fix] {
    let bytes = sources[place.source].bytes
    let line = bytes.lineStart(before: Int(place.start))
    guard line > 0 else { return [] }
    let above = bytes.lineStart(before: line - 1)
    let isOfKey = bytes[above..<line].first { $0 != 32 && $0 != UInt8(ascii: "-") }?.isLetter
    guard isOfKey ?? false, bytes[line..<Int(place.start)].allSatisfy({ $0 == 32 }) else {
      return []
    }
    let key = bytes[above..<line].firstIndex { $0 != 32 && $0 != UInt8(ascii: "-") } ?? above
    let spaces = String(repeating: " ", count: key - above)
    let before = Span(place.source, line, Int(place.start))
    return [Fix("move it under the key above it", edits: [.init(before, spaces)], isSafe: false)]
  }

  private static let blank = "ordinary space counts"
  private static let end = "`...` ends"
  private static let colon = "a key ends with a colon and a space"
  private static let dash = "an item of a list begins"
  private static let comma = "a comma is missing"
  private static let deep = "indented deeper than"

  /// The parser's words name the symptom; the usual causes are few.
  private static func help(_ words: String, at text: String) -> String {
    if let help = helpAroundText(words) { return help }
    if words.contains(comma) { return "put a comma between the two" }
    if words.contains(deep) { return "begin both keys in the same column" }
    if words.contains(blank) { return "replace it with a space" }
    if words.contains(end) { return "remove this line" }
    if words.contains(colon) { return "add a space after the colon" }
    if words.contains(dash) { return "begin the item with a hyphen and a space, `- `" }
    if words.contains("closed only by") || words.contains("quoted scalar, found unexpected") {
      return "close the quote at the end of its text"
    }
    if words.contains("block that opens here") {
      let fence = text.drop { $0 == " " }.prefix { $0 == "~" || $0 == "`" }
      return "close it with a line \(fence.isEmpty ? "```" : fence) after the record"
    }
    if words.contains("begins a comment") {
      return "put the value in quotes, as in `colour: \"#c0392b\"`"
    }
    if words.contains("is not closed") { return "close it after its last item" }
    if words.contains("text follows the") {
      return "put a value that starts with a bracket in quotes, as in `'[noise] Yes'`"
    }
    if words.contains("escape") {
      return "double the backslash in double quotes, or use single quotes"
    }
    if words.contains("simple key") { return "write a colon and a space after the key" }
    if words.contains("mapping values are not allowed") {
      return "put the value in quotes if it contains a colon"
    }
    if words.contains("tab") { return "indent with spaces" }
    if words.contains("cannot start any token") {
      return "put a value that starts with a special character in quotes"
    }
    if words.contains("flow") || words.contains("did not find expected ',' or") {
      return "close the bracket, and separate the items with commas"
    }
    return "check the indentation, the quotes and the brackets above this place"
  }

  /// For words that hold some of the author's own, in which nothing may be looked for.
  private static func helpAroundText(_ words: String) -> String? {
    if words.hasPrefix("the text `") {
      return "put quotes around the text, `\"…\"`: a colon with a space behind it ends a key"
    }
    if words.hasPrefix("the tag `") {
      return "put quotes around the value if it begins with `!`, or remove the tag"
    }
    if words.hasPrefix("there is no complete anchor") {
      return "put quotes around the value if it begins with `*`, or define the anchor above it"
    }
    return nil
  }

  private static let closing = "it is closed here"
  private static let unfitting = "this does not belong in it"

  private static func broken(_ words: String) -> String { "this is not YAML: \(words)" }
}
