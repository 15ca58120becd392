internal import RubricaModel
internal import RubricaSource

/// Holds the items of a catalogue against one guideline.
struct ChecklistReview {
  private let source: ChecklistSource

  init(_ guideline: Guideline) { source = ChecklistSource(guideline) }

  func result(_ item: Catalogue.Item) -> ChecklistResult {
    guard let name = item.appliesIf else { return answer(item, because: nil, concerns: nil) }
    guard let condition = ChecklistCondition(rawValue: name) else {
      return ChecklistResult(
        item: item, state: .notRun, reason: "This version cannot decide the condition `\(name)`.",
        action: item.how, because: nil, evidence: [], gaps: [])
    }
    switch condition.verdict(source) {
    case .applies(let because, _):
      return answer(item, because: because, concerns: condition.concerns)
    case .doesNotApply(let because, let evidence):
      return ChecklistResult(
        item: item, state: .notApplicable, reason: because, action: nil, because: nil,
        evidence: evidence, gaps: [])
    case .undecided(let gap):
      return undecided(answer(item, because: nil, concerns: nil), gap)
    }
  }

  private func answer(
    _ item: Catalogue.Item, because: String?, concerns: ((DataNode) -> Bool)?
  ) -> ChecklistResult {
    var findings = EvidenceFindings()
    var asksForSignature = false
    for text in item.evidence {
      switch EvidenceTerm(text) {
      case .paths(let alternatives):
        findings.append(source.find(alternatives, concerns: concerns))
      case .computed(let computed): findings.append(computed.findings(source))
      case .signOff: asksForSignature = true
      case .unknown:
        findings.gaps.append(
          ChecklistGap(path: text, place: nil, text: "this version cannot look for `\(text)`"))
      }
    }
    let verdict = Self.verdict(item, findings, asksForSignature: asksForSignature)
    return ChecklistResult(
      item: item, state: verdict.state, reason: verdict.reason, action: verdict.action,
      because: because, evidence: findings.found, gaps: findings.gaps)
  }

  private static func verdict(
    _ item: Catalogue.Item, _ findings: EvidenceFindings, asksForSignature: Bool
  ) -> (state: ChecklistResult.State, reason: String, action: String?) {
    guard findings.gaps.isEmpty else {
      let missing = findings.gaps.map(\.text).joined(separator: "; ")
      return (.failed, Sentence.from(missing), item.how)
    }
    guard !findings.found.isEmpty else {
      return (
        .notRun,
        "Only a person can settle this, by signing, and no sign-offs are read by this version.",
        item.how
      )
    }
    if item.kind == .automatic, !asksForSignature {
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
    let doubt = "Whether this counts cannot be told: \(gap.text)."
    switch result.state {
    case .failed: result.reason = "\(doubt) Until it is, the item counts. \(result.reason)"
    case .passed, .needsReview, .notRun, .notApplicable:
      result.state = .needsReview
      result.reason = "\(doubt) What is declared has to be read by a person."
      result.action = "Fill in what is missing, or read the evidence and decide."
    }
    result.gaps.insert(gap, at: 0)
    return result
  }
}

/// What looking for evidence brought up.
struct EvidenceFindings {
  var found: [ChecklistEvidence] = []
  var gaps: [ChecklistGap] = []

  mutating func append(_ other: EvidenceFindings) {
    found += other.found
    gaps += other.gaps
  }
}

/// Words put together into a sentence.
enum Sentence {
  static func from(_ words: String) -> String {
    guard let first = words.first else { return words }
    return first.uppercased() + words.dropFirst() + "."
  }
}
