internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource
internal import RubricaTargets

/// `waivers` of governance.yaml: items of the checklist that somebody lets stand for a while.
enum WaiverProblems {
  /// The items are asked for only where there is a waiver.
  static func of(
    _ guideline: Guideline, _ policy: ApprovalPolicy?, _ items: @autoclosure () -> [PreparedItem]
  ) -> [Problem] {
    guard let list = guideline.governance?.root["waivers"] else { return [] }
    var problems: [Problem] = []
    for waiver in list.items {
      guard case .mapping = waiver.kind else { continue }
      for key in Keys.waiver.names() where waiver[key] == nil {
        problems.append(Problem(.missingKey(key, owner: Keys.waiver.owner), at: waiver.span))
      }
      let found = period(waiver) + person(waiver, policy, items())
      problems += found.map { Problem(.approval(.waiver($0.problem)), at: $0.place) }
    }
    return problems
  }

  private typealias Found = (problem: WaiverProblem, place: Span)

  private static func period(_ waiver: DataNode) -> [Found] {
    var found: [Found] = []
    let days = ["since", "until"].map { key -> Int? in
      guard let text = waiver[key]?.text else { return nil }
      if let day = try? CalendarDate(text.value) { return day.daysSince1970 }
      found.append((.noDate(text.value), text.span))
      return nil
    }
    guard let since = days[0], let until = days[1], let start = waiver["since"]?.text,
      let end = waiver["until"]?.text
    else { return found }
    if until <= since {
      found.append((.endsBeforeItStarts(since: start.value, until: end.value), end.span))
    } else if until - since > GovernedSubject.Waiver.longest {
      found.append((.tooLong(days: until - since, limit: GovernedSubject.Waiver.longest), end.span))
    }
    return found
  }

  private static func person(
    _ waiver: DataNode, _ policy: ApprovalPolicy?, _ items: [PreparedItem]
  ) -> [Found] {
    guard let policy else { return [(.noPolicy, waiver.span)] }
    // Without a catalogue nothing is asked for, and nothing can be said of what is.
    guard !items.isEmpty, let id = waiver["item"]?.text else { return [] }
    guard let item = items.lazy.map(\.item).first(where: { $0.id == id.value }) else {
      return [(.unknownItem(id, known: items.map(\.item.id)), id.span)]
    }
    if item.group == Catalogue.groupOfRelease { return [(.notWaivable(item.id), id.span)] }
    guard let person = waiver["by"]?.text else { return [] }
    let people = policy.role(answeringFor: item.role)?.people.map(\.value)
    if people?.contains(person.value) ?? false { return [] }
    return [(.wrongPerson(person.value, role: item.role, people: people), person.span)]
  }
}
