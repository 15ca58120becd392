internal import RubricaDifference
internal import RubricaModel
internal import RubricaSource

/// A guideline beside an earlier version of it: what its version and its changelog owe to readers who
/// know the earlier one.
enum History {
  static func problems(
    from before: Guideline, to guideline: Guideline, orderIsIdentity: Bool
  ) -> [Problem] {
    let difference = Differ.difference(
      from: before, to: guideline, orderIsIdentity: orderIsIdentity)
    var problems = orderIsIdentity ? orders(difference) : []
    let changes = difference.changes(.semantic).map { change in
      HistoryProblem.Change(words(of: change, difference), at: change.newSpan)
    }
    guard !changes.isEmpty else { return problems }
    let place = guideline.version?.span ?? guideline.document.head
    let suggested = SuggestedVersion(difference)
    let isRaised = suggested.isReached ?? true
    if let own = guideline.version, let earlier = before.version,
      let atLeast = suggested.version, !isRaised
    {
      problems.append(
        Problem(
          .history(
            .versionNotRaised(
              changes, version: own.value, before: earlier.value, atLeast: atLeast,
              why: suggested.reason)), at: place))
    }
    // While the version is the earlier one, its entry is about the earlier changes.
    if before.version?.value != guideline.version?.value || guideline.version == nil,
      !guideline.hasChangelogEntry(for: guideline.version?.value)
    {
      problems.append(
        Problem(
          .history(
            .unrecordedChanges(
              changes, version: guideline.version?.value, before: before.version?.value)),
          at: place))
    }
    return problems
  }

  /// What is gone has no place in the guideline, so its earlier place is said in words.
  private static func words(of change: Change, _ difference: Difference) -> String {
    guard change.newSpan == nil, let span = change.oldSpan else { return change.headline }
    let file = difference.old.sources[span.source]
    let line = file.lines.position(at: Int(span.start), in: file.bytes).line
    return "\(change.headline) (it was in \(file.name):\(line))"
  }

  private static func orders(_ difference: Difference) -> [Problem] {
    let guideline = difference.new
    let version = guideline.version?.value
    if let decision = guideline.orderDecision, decision.version.value == version { return [] }
    return difference.changes.compactMap { change in
      guard change.kind == .semantic, change.action == .moved, change.subject.part == .layer,
        let effect = change.effect, let place = change.newSpan,
        guideline.layer(change.subject.id)?.labels.isEmpty == false
      else { return nil }
      return Problem(
        .history(
          .otherOrder(layer: change.subject.id, labels: effect.labels, version: version)),
        at: place)
    }
  }
}

extension Guideline {
  /// Whether the section of changes says something of a version.
  fileprivate func hasChangelogEntry(for version: String?) -> Bool {
    guard let version else { return false }
    return entries.contains {
      $0.kind == .change && $0.version?.value.isSameVersion(as: version) ?? false
    }
  }
}
