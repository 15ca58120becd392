internal import RubricaModel
internal import RubricaSource

/// Holds the items of a catalogue against one guideline.
struct ChecklistReview {
  let source: ChecklistSource
  /// What was signed; nil without an approval policy.
  let attestations: Attestations?
  let waivers: [String: Waiver]
  /// Decided once: many items hang on the same condition. In the order of the catalogue's list.
  private let verdicts: [ChecklistCondition.Verdict]

  init(
    _ source: ChecklistSource, _ conditions: [ChecklistCondition], _ attestations: Attestations?
  ) {
    self.source = source
    self.attestations = attestations
    waivers = Waiver.all(source.governance)
    verdicts = conditions.map { $0.verdict(source) }
  }

  func result(_ prepared: PreparedItem) -> ChecklistResult {
    let stages = prepared.item.stages
    let stage = source.index.guideline.stage.value
    guard stages.isEmpty || stages.contains(stage) else {
      let words = stages.map { "`\($0.rawValue)`" }.joined(separator: " and ")
      return ChecklistResult(
        prepared, .notApplicable,
        reason: "The item applies at stage \(words), but the guideline is at `\(stage.rawValue)`.")
    }
    if let term = prepared.gate { return signed(prepared, term) }
    return settled(declared(prepared))
  }

  /// What the source alone says.
  private func declared(_ prepared: PreparedItem) -> ChecklistResult {
    switch prepared.condition {
    case .none: return answer(prepared, because: nil, concerns: nil)
    case .unknown(let name):
      return ChecklistResult(
        prepared, .notRun, reason: "This version cannot decide the condition `\(name)`.")
    case .known(let place):
      switch verdicts[place] {
      case .applies(let because, _, let concerns):
        return answer(prepared, because: because, concerns: concerns)
      case .doesNotApply(let because, let evidence):
        return ChecklistResult(prepared, .notApplicable, reason: because, evidence: evidence)
      case .undecided(let gap):
        return undecided(answer(prepared, because: nil, concerns: nil), gap)
      }
    }
  }

  private func answer(
    _ prepared: PreparedItem, because: String?, concerns: ((DataNode) -> Bool)?
  ) -> ChecklistResult {
    var findings = EvidenceFindings()
    for place in prepared.terms.indices {
      switch prepared.terms[place] {
      case .paths(let alternatives):
        source.find(alternatives, concerns: concerns, &findings)
      case .computed(let computed, let name): findings.append(computed.findings(source, name))
      case .signOff, .gate: break
      case .unknown:
        let text = prepared.item.evidence[place]
        findings.add(
          ChecklistGap(
            name: EvidenceName(text), place: nil, text: "this version cannot look for `\(text)`"))
      }
    }
    return ChecklistResult(
      prepared, Self.state(prepared, findings), because: because, evidence: findings.found,
      gaps: findings.gaps)
  }

  private static func state(
    _ prepared: PreparedItem, _ findings: EvidenceFindings
  ) -> ChecklistResult.State {
    guard findings.gaps.isEmpty else { return .failed }
    guard !findings.found.isEmpty else { return .notRun }
    let isSettled = prepared.item.kind == .automatic && !prepared.asksForSignature
    return isSettled ? .passed : .needsReview
  }

  /// An item whose condition nobody has decided is open, whatever else the source says.
  private func undecided(_ result: ChecklistResult, _ gap: ChecklistGap) -> ChecklistResult {
    ChecklistResult(
      result.prepared, result.state == .failed ? .failed : .needsReview,
      reason: "It is unknown whether this item applies, so it is assumed to: \(gap.text).",
      action: "Settle that first. If the item applies: \(result.action ?? result.item.how)",
      evidence: result.evidence, gaps: (result.gaps.contains(gap) ? [] : [gap]) + result.gaps)
  }
}

/// What looking for evidence brought up.
struct EvidenceFindings {
  var found: [ChecklistEvidence] = []
  private(set) var gaps: [ChecklistGap] = []
  /// The gaps once more, where they are too many to look through.
  private var said: Set<ChecklistGap> = []
  private static let few = 16

  init(found: [ChecklistEvidence] = [], gaps: [ChecklistGap] = []) {
    self.found = found
    for gap in gaps { add(gap) }
  }

  mutating func append(_ other: EvidenceFindings) {
    if found.isEmpty { found = other.found } else { found += other.found }
    for gap in other.gaps { add(gap) }
  }

  /// What was missed before is not said again.
  mutating func add(_ gap: ChecklistGap) {
    guard gaps.count >= Self.few else {
      if !gaps.contains(gap) { gaps.append(gap) }
      return
    }
    if said.isEmpty { said = Set(gaps) }
    if said.insert(gap).inserted { gaps.append(gap) }
  }
}
