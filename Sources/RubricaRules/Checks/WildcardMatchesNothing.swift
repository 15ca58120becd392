package import RubricaModel
package import RubricaSource

/// A wildcard means at least one label.
package enum WildcardMatchesNothing: Check {
  package static let info = CheckInfo(
    id: "wildcard-matches-nothing",
    levels: .stumble,
    summary: "A wildcard such as `vehicle.*` has labels below it.",
    rationale: """
      What is written for a whole branch of labels applies to none of them: the layer offers nothing, \
      the rule has no effect, and no line of the guideline looks wrong.
      """,
    bad: [
      CheckExample(
        Sample.tree("[⟪vehicles.*⟫]", "Draw tight boxes."),
        fixed: Sample.tree("[vehicle.*]", "Draw tight boxes.")),
      CheckExample(
        Sample.tree("[vehicle.*]", "## Rules\n\n- Every ⟪`animal.*`⟫ gets a box of its own.\n")),
    ],
    good: [
      CheckExample(
        Sample.tree("[vehicle.*]", "## Rules\n\n- Every `vehicle.*` gets a box of its own.\n"))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    var reported: Set<Span> = []
    for problem in guideline.problems {
      guard case .emptyWildcard(let wildcard, let place) = problem.kind,
        reported.insert(problem.span).inserted
      else { continue }
      let roots =
        guideline.labels.compactMap { $0.parent?.value } + guideline.groups.map(\.id.value)
      var seen: Set<String> = []
      let near = NearMiss(
        to: Located(wildcard, problem.span),
        among: roots.filter { seen.insert($0).inserted }.map { $0 + ".*" },
        in: guideline.sources,
        otherwise:
          "it selects the labels whose `parent` or group it names, or whose id starts with it")
      report.add(
        info, at: problem.span, empty(wildcard, place), help: near.help, fixes: near.fixes)
    }
  }

  private static func empty(_ wildcard: String, _ place: String) -> String {
    "no label is below `\(Wording.excerpt(wildcard))`, but \(place) names it"
  }
}

extension Sample {
  /// Boxes around vehicles, as a tree of labels.
  fileprivate static func tree(_ labels: String, _ body: String) -> String {
    task(
      layers: "- {id: objects, kind: box, labels: \(labels)}",
      """
      # Vehicles

      ## Labels

      ### Vehicle
      Anything with wheels.

      #### Car {#vehicle.car}
      A vehicle for up to nine people.

      #### Bus {#vehicle.bus}
      A vehicle for more people.

      \(body)
      """)
  }
}
