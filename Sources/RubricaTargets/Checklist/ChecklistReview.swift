internal import RubricaModel
internal import RubricaSource

/// Holds the items of a catalogue against one guideline.
struct ChecklistReview {
  private let source: ChecklistSource
  /// Decided once: many items hang on the same condition.
  private let verdicts: [ChecklistCondition: ChecklistCondition.Verdict]

  init(_ source: ChecklistSource, _ conditions: Set<ChecklistCondition>) {
    self.source = source
    verdicts = Dictionary(
      uniqueKeysWithValues: conditions.map { ($0, $0.verdict(source)) })
  }

  func result(_ prepared: PreparedItem) -> ChecklistResult {
    guard let name = prepared.item.appliesIf else {
      return answer(prepared, because: nil, concerns: nil)
    }
    guard let condition = prepared.condition, let verdict = verdicts[condition] else {
      return ChecklistResult(
        prepared, .notRun, reason: "This version cannot decide the condition `\(name)`.",
        action: prepared.item.how)
    }
    switch verdict {
    case .applies(let because, _):
      return answer(prepared, because: because, concerns: condition.concerns)
    case .doesNotApply(let because, let evidence):
      return ChecklistResult(prepared, .notApplicable, reason: because, evidence: evidence)
    case .undecided(let gap):
      return undecided(answer(prepared, because: nil, concerns: nil), gap)
    }
  }

  private func answer(
    _ prepared: PreparedItem, because: String?, concerns: ((DataNode) -> Bool)?
  ) -> ChecklistResult {
    var findings = EvidenceFindings()
    for (place, term) in prepared.terms.enumerated() {
      switch term {
      case .paths(let alternatives):
        findings.append(source.find(alternatives, concerns: concerns))
      case .computed(let computed): findings.append(computed.findings(source))
      case .signOff: break
      case .unknown:
        let text = prepared.item.evidence[place]
        findings.gaps.append(
          ChecklistGap(path: text, place: nil, text: "this version cannot look for `\(text)`"))
      }
    }
    let verdict = Self.verdict(prepared, findings)
    return ChecklistResult(
      prepared, verdict.state, reason: verdict.reason, action: verdict.action, because: because,
      evidence: findings.found, gaps: findings.gaps)
  }

  private static func verdict(
    _ prepared: PreparedItem, _ findings: EvidenceFindings
  ) -> (state: ChecklistResult.State, reason: String, action: String?) {
    let item = prepared.item
    guard findings.gaps.isEmpty else { return (.failed, ChecklistResult.missing, item.how) }
    guard !findings.found.isEmpty else {
      return (
        .notRun,
        "Only a person can settle this, by signing, and no sign-offs are read by this version.",
        item.how
      )
    }
    if item.kind == .automatic, !prepared.asksForSignature {
      return (.passed, "Everything that is asked for is there.", nil)
    }
    return (
      .needsReview, ChecklistResult.declared,
      "Read the evidence and decide whether it is true and enough to vouch for."
    )
  }

  /// An item whose condition nobody has decided is open, whatever else the source says.
  private func undecided(_ result: ChecklistResult, _ gap: ChecklistGap) -> ChecklistResult {
    var result = result
    result.reason = "Whether this item counts cannot be told, so it does: \(gap.text)."
    result.action = "First settle that. If the item counts: \(result.action ?? result.item.how)"
    if result.state != .failed { result.state = .needsReview }
    if !result.gaps.contains(gap) { result.gaps.insert(gap, at: 0) }
    return result
  }
}

/// What looking for evidence brought up.
struct EvidenceFindings {
  var found: [ChecklistEvidence] = []
  var gaps: [ChecklistGap] = []

  /// What was seen before is not said again.
  mutating func append(_ other: EvidenceFindings) {
    if found.isEmpty { found = other.found } else { found += other.found }
    for gap in other.gaps where !gaps.contains(gap) { gaps.append(gap) }
  }
}
