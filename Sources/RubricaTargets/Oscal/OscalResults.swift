internal import RubricaBundle
internal import RubricaModel
internal import RubricaSource

/// `assessment-results.json`: what the compiler looked at, and its verdicts.
struct OscalResults {
  private let document: OscalDocument
  private var reviewed: ReviewedGuideline { document.reviewed }

  init(_ document: OscalDocument) { self.document = document }

  var bytes: [UInt8] {
    let results = reviewed.report.results
    let plan = NameUUID.text("assessment-plan")
    let counting = results.filter { $0.state != .notApplicable }
    let selection: JSON =
      counting.isEmpty
      ? ["include-all": [:]]
      : [
        "include-controls": .array(
          counting.map { JSON.object([("control-id", .string($0.item.id))]).onOneLine })
      ]
    var result: [(String, JSON)] = [
      ("uuid", .string(reviewed.uuid("result", reviewed.context.sourceDigest))),
      ("title", "The checklist of the guideline"),
      ("description", .string(reviewed.summary)),
      ("start", .string(document.instant)),
      ("reviewed-controls", ["control-selections": [selection]]),
    ]
    result += JSON.members("observations", results.filter(Self.isObserved).map(observation))
    result += JSON.members("findings", counting.map(finding))
    let resource: JSON = [
      "uuid": .string(plan), "title": "The plan of this assessment",
      "description":
        "There is no separate plan: the compiler compares the source with every item of the checklist.",
    ]
    return document.bytes(
      "assessment-results", "Verdicts",
      [
        ("import-ap", ["href": .string("#" + plan)]), ("results", [.object(result)]),
        ("back-matter", ["resources": .array([resource] + document.sourceFiles)]),
      ])
  }

  /// Whether the compiler could look at anything. A question that only a person can answer has no
  /// observation.
  static func isObserved(_ result: ChecklistResult) -> Bool { result.state != .notRun }

  static func observationID(_ result: ChecklistResult, _ reviewed: ReviewedGuideline) -> String {
    reviewed.uuid("observation", result.item.id)
  }

  private func observation(_ result: ChecklistResult) -> JSON {
    .object(
      [
        ("uuid", .string(Self.observationID(result, reviewed))),
        ("title", .string(result.item.id)),
        ("description", .string(reviewed.account(of: result))),
        ("props", .array([document.prop("state", result.state.rawValue)])),
        ("methods", ["EXAMINE"]),
      ] + JSON.members("relevant-evidence", document.relevantEvidence(result))
        + [("collected", .string(document.instant))])
  }

  private func finding(_ result: ChecklistResult) -> JSON {
    let (state, reason) = Self.verdict(result.state)
    var members: [(String, JSON)] = [
      ("uuid", .string(reviewed.uuid("finding", result.item.id))),
      ("title", .string(DataText.oneLine("\(result.item.id): \(result.item.question)"))),
      ("description", .string(reviewed.account(of: result))),
      ("props", .array(document.props(result.item, result.state))),
      (
        "target",
        JSON.object([
          ("type", "objective-id"),
          ("target-id", .string(OscalDocument.objective(result.item))),
          ("status", ["state": .string(state), "reason": .string(reason)]),
        ]).onOneLine
      ),
    ]
    if Self.isObserved(result) {
      let id = JSON.string(Self.observationID(result, reviewed))
      members.append(("related-observations", [["observation-uuid": id]]))
    }
    return .object(members)
  }

  /// Only what is known to be settled is satisfied.
  private static func verdict(
    _ state: ChecklistResult.State
  ) -> (state: String, reason: String) {
    switch state {
    case .passed, .notApplicable: ("satisfied", "pass")
    case .failed: ("not-satisfied", "fail")
    case .needsReview, .notRun, .waived: ("not-satisfied", "other")
    }
  }
}
