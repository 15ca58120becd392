package import RubricaModel
package import RubricaSource

/// A relation joins the labels that it may join.
package enum IllegalRelation: Check {
  package static let info = CheckInfo(
    id: "illegal-relation",
    levels: .error,
    summary: "A relation in an example joins labels that it may join.",
    rationale: """
      The example contradicts the definition of the relation. Annotators follow the example, but the \
      validation of the data follows the definition.
      """,
    bad: [CheckExample(Sample.relation("#b -works-for-> #a").marking("#b -works-for-> #a"))],
    good: [CheckExample(Sample.relation("#a -works-for-> #b"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let relations = index.guideline.layers.flatMap { $0.relations }
    guard !relations.isEmpty else { return }
    for example in index.guideline.examples where example.role != .bad {
      let marks = MarksByID(example)
      example.forEachRelation { mark in
        guard let relation = relations.first(where: { $0.id.value == mark.relation.value }),
          let from = marks[mark.from.value], let to = marks[mark.to.value]
        else { return }
        let isLegal =
          joins(relation, from, to) || relation.isSymmetric && joins(relation, to, from)
        guard !isLegal else { return }
        report.add(
          info, at: mark.span, illegal(relation, from, to),
          notes: [.init("it is declared here", at: relation.id.span)], help: help(relation))
      }
    }
  }

  private static func joins(_ relation: Relation, _ from: String, _ to: String) -> Bool {
    (relation.from.isEmpty || relation.from.contains { $0.value == from })
      && (relation.to.isEmpty || relation.to.contains { $0.value == to })
  }

  private static func help(_ relation: Relation) -> String {
    func ends(_ labels: [Located<String>]) -> String {
      labels.isEmpty ? "any label" : Wording.list(labels.map(\.value))
    }
    return "it leads from \(ends(relation.from)) to \(ends(relation.to))"
  }

  private static func illegal(_ relation: Relation, _ from: String, _ to: String) -> String {
    "relation `\(relation.id.value)` cannot lead from `\(from)` to `\(to)`"
  }
}
