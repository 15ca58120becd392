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
    lazy var findings = FindingPlaces(report.diagnostics)
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
          outcome = level == .error ? .refused : use(id.value, comment, reach, findings, &report)
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
    _ id: String, _ comment: Suppression, _ reach: Span?, _ findings: FindingPlaces,
    _ report: inout Report
  ) -> SettledComments.Outcome {
    guard let reach else { return .unused }
    let covered = findings.called(id, in: reach, andHead: comment.coversHead)
    for place in covered where report.diagnostics[place].allowance == nil {
      report.allow(place, because: .init(reason: comment.reason, span: comment.span))
    }
    return covered.isEmpty ? .unused : .used
  }
}

/// Where the findings that a comment can allow stand among all.
private struct FindingPlaces {
  private struct Kind: Hashable {
    let id: String
    let source: SourceID
  }

  /// Of each kind, in order of where they start in the file.
  private var places: [Kind: [(start: UInt32, place: Int)]] = [:]
  /// Those about the guideline as a whole.
  private var heads: [Kind: [Int]] = [:]

  init(_ diagnostics: [Diagnostic]) {
    for (place, finding) in diagnostics.enumerated() where finding.severity != .error {
      let kind = Kind(id: finding.id, source: finding.span.source)
      places[kind, default: []].append((finding.span.start, place))
      if finding.span.end == 0 { heads[kind, default: []].append(place) }
    }
    for kind in places.keys { places[kind]?.sort { $0 < $1 } }
  }

  /// The findings with an id that start within a span, and if asked for those about the whole.
  func called(_ id: String, in reach: Span, andHead: Bool) -> [Int] {
    let kind = Kind(id: id, source: reach.source)
    let all = places[kind] ?? []
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].start < reach.start { low = middle + 1 } else { high = middle }
    }
    var covered = all[low...].prefix { $0.start < reach.end }.map { $0.place }
    if andHead { covered += heads[kind] ?? [] }
    return covered
  }
}
