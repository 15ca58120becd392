package import RubricaModel
package import RubricaSource

/// A check of the comments that let findings stand. It can judge them only when all other findings
/// are known, and so has nothing to do before.
package protocol SuppressionCheck: Check {
  static func settle(_ comments: SettledComments, _ report: inout Report)
}

extension SuppressionCheck {
  package static func check(_ index: GuidelineIndex, _ report: inout Report) {}
}

/// The comments of one guideline, and what each id in them came to.
package struct SettledComments: Sendable {
  /// What an id in a comment came to.
  enum Outcome: Sendable {
    /// It let findings stand.
    case used
    /// The finding is an error at this stage.
    case refused
    case withoutReason
    case unknown
    /// The finding is not asked for: the stage is silent, or its target is not built.
    case notAsked
    case unused
  }

  let sources: Sources
  let stage: Stage
  /// Ids of everything that can be found.
  let known: [String]
  let ids: [(id: Located<String>, outcome: Outcome, comment: Suppression)]
}

/// Applies the comments that let findings stand.
package enum Suppressing {
  /// `asked` are the checks that were made, `every` all there are.
  package static func settle(
    _ index: GuidelineIndex, asked: [CheckInfo], every: [CheckInfo], _ report: inout Report
  ) {
    let guideline = index.guideline
    let entries = Set(
      guideline.rules.map { $0.span } + guideline.examples.map { $0.span }
        + guideline.labels.map { $0.span }
        + guideline.entries.map { $0.span })
    var ids: [(id: Located<String>, outcome: SettledComments.Outcome, comment: Suppression)] = []
    for comment in guideline.suppressions {
      let reach = reach(of: comment, entries: entries)
      for id in comment.ids {
        let outcome: SettledComments.Outcome
        if !every.contains(where: { $0.id == id.value }) {
          outcome = .unknown
        } else if comment.reason.isEmpty {
          outcome = .withoutReason
        } else if let check = asked.first(where: { $0.id == id.value }),
          let level = report.level(of: check)
        {
          outcome = level == .error ? .refused : use(id.value, comment, reach, &report)
        } else {
          outcome = .notAsked
        }
        ids.append((id, outcome, comment))
      }
    }
    let comments = SettledComments(
      sources: guideline.sources, stage: report.stage, known: every.map(\.id), ids: ids)
    for case let check as any SuppressionCheck.Type in AllChecks.all {
      check.settle(comments, &report)
    }
  }

  /// An entry is covered with all that stands under its heading; another heading alone.
  private static func reach(of comment: Suppression, entries: Set<Span>) -> Span? {
    guard let target = comment.target, let section = comment.section else { return comment.target }
    return entries.contains(target) ? section : target
  }

  private static func use(
    _ id: String, _ comment: Suppression, _ reach: Span?, _ report: inout Report
  ) -> SettledComments.Outcome {
    guard let reach else { return .unused }
    var outcome = SettledComments.Outcome.unused
    for (place, finding) in report.diagnostics.enumerated()
    where finding.id == id && finding.severity != .error && finding.span.source == reach.source
      && (reach.range.contains(Int(finding.span.start))
        || comment.coversHead && finding.span.end == 0)
    {
      outcome = .used
      if finding.allowance == nil {
        report.allow(place, because: .init(reason: comment.reason, span: comment.span))
      }
    }
    return outcome
  }
}
