package import RubricaModel
package import RubricaSource

/// A relation joins what exists.
package enum UndefinedRelation: Check {
  package static let info = CheckInfo(
    id: "undefined-relation",
    levels: .error,
    summary: "A relation in an example belongs to a layer, and joins marks of the example.",
    rationale: """
      A misspelt relation is not drawn anywhere, and annotators who learn from the example miss the \
      fact that it was about.
      """,
    bad: [
      CheckExample(
        Sample.relation("#a ⟪-work-for->⟫ #b"), fixed: Sample.relation("#a -works-for-> #b")),
      CheckExample(Sample.relation("#a -works-for-> ⟪#zzz⟫")),
      CheckExample(Sample.relation("#a -works-for-> ⟪#c⟫")),
    ],
    good: [CheckExample(Sample.relation("#a -works-for-> #b"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    let names = guideline.layers.flatMap { $0.relations.map(\.id.value) }
    for example in guideline.examples {
      // Few examples have relations.
      lazy var marks = MarksByID(example)
      example.forEachRelation { relation in
        if !names.contains(relation.relation.value) {
          let near = NearMiss(
            to: relation.relation, among: names, in: guideline.sources,
            otherwise: names.isEmpty
              ? "declare it in a layer of kind `relation`"
              : "the relations are \(Wording.list(names))")
          report.add(
            info, at: relation.relation.span, noRelation(relation.relation.value),
            help: near.help, fixes: near.fixes)
        }
        if guideline.unread.holdsRecord(of: example.id) { return }
        for (end, other) in [(relation.from, relation.to), (relation.to, relation.from)]
        where marks[end.value] == nil {
          let near = NearMiss(
            to: end, among: marks.ids, except: [other.value], in: guideline.sources,
            otherwise: marks.ids.isEmpty
              ? "give the marks ids: `[Ada]{PER #a}`"
              : "the marks with an id are \(Wording.list(marks.ids.map { "#" + $0 }))")
          report.add(
            info, at: end.span, noMark(end.value), help: near.help, fixes: near.fixes)
        }
      }
    }
  }

  private static func noRelation(_ name: String) -> String {
    "no relation is called `\(Wording.excerpt(name))`"
  }

  private static func noMark(_ id: String) -> String {
    "no mark of this example has the id `#\(Wording.excerpt(id))`"
  }
}
