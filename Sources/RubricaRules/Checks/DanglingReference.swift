package import RubricaModel
package import RubricaSource

/// A link within the guideline leads somewhere.
package enum DanglingReference: Check {
  package static let info = CheckInfo(
    id: "dangling-reference",
    levels: .stumble,
    summary: "Every link to `#id` leads to a label, a heading, an entry or an example.",
    rationale: """
      The annotator who follows the link is already in doubt. Nothing happens, and the doubt is \
      resolved by a guess.
      """,
    bad: [
      CheckExample(
        Sample.signs("A red octagon is always a ⟪[Stop sign](#stpo)⟫."),
        fixed: Sample.signs("A red octagon is always a [Stop sign](#stop).")),
      CheckExample(
        Sample.signs("Then it is an ⟪[Unknown sign](#unknown-sign)⟫. See [Stop](#stop)."),
        fixed: Sample.signs("Then it is an [Unknown sign](#other-sign). See [Stop](#stop).")),
      CheckExample(
        Sample.signs(
          "See ⟪[a moth](#moth)⟫.\n\n## Examples\n\n### Good: the moth\n![A moth](media/moth.png)\n"
        )),
    ],
    good: [
      CheckExample(Sample.signs("A red octagon is always a [Stop sign](#stop).")),
      CheckExample(Sample.signs("See [the labels](#labels).")),
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [stop, moth]}", "Not [a moth](#moth).")),
      // It is told as a label that is not declared.
      CheckExample(Sample.leadIns("**Not** [Another sign](#another): it has no octagon.", "")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    lazy var undeclared = index.undeclaredLabels
    lazy var boldLines = boldLines(index.guideline)
    lazy var mentions = index.undefinedMentions
    lazy var renamed = RenamedLabels(index)
    lazy var ids = index.guideline.anchors.filter { $0.target != .example || $0.isExplicit }
      .map { "#" + $0.id.value }
    var looked = 0
    for reference in index.guideline.references
    where reference.destination.utf8.first == UInt8(ascii: "#") {
      let id = String(Substring(reference.destination.utf8.dropFirst()))
      // A label that a layer lists and that is not declared is told there, not at every link.
      guard !id.isEmpty, index.anchor(id) == nil, !undeclared.contains(id),
        mentions[reference.span.head] != id
      else { continue }
      let target = Located("#" + id, reference.span)
      let near = NearMiss(
        to: target, among: looked < Self.suggested ? ids : [], in: index.guideline.sources,
        otherwise: "give the target an id: write `{#\(id)}` at the end of its heading")
      looked += 1
      if near.suggestion == nil, let label = renamed[id] {
        report.add(
          info, at: reference.span, dangling(id),
          notes: [.init("`\(label.value)` is declared here, and no link names it", at: label.span)],
          help: "write `#\(label.value)`, if that is its new id",
          fixes: Fix.replacing(target, with: "#" + label.value, in: index.guideline.sources))
        continue
      }
      let bold = boldLines[id]
      report.add(
        info, at: reference.span, dangling(id),
        notes: bold.map { [.init("these words are bold, not a heading", at: $0)] } ?? [],
        help: near.suggestion == nil && bold != nil
          ? "turn the bold words into a heading" : near.help,
        fixes: near.fixes)
    }
  }

  /// For how many links a like id is looked for: a document with more has another problem, and each
  /// costs a look at every id.
  private static let suggested = 200

  /// Bold words at the head of a paragraph or item, by the id that they would have if they were a heading; of
  /// several the first.
  private static func boldLines(_ guideline: Guideline) -> [String: Span] {
    var places: [String: Span] = [:]
    guideline.forEachProse { block in
      [block].forEachRun { inlines in
        guard let first = inlines.first, case .strong(let words) = first.kind else { return }
        let id = Slug.make(words.plainText)
        if places[id] == nil { places[id] = first.span }
      }
    }
    return places
  }

  private static func dangling(_ id: String) -> String {
    "nothing has the id `\(Wording.excerpt(id))`"
  }
}
