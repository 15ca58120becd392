internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaRules
internal import RubricaSignature
internal import RubricaSource
internal import RubricaTargets

/// A guideline with all that people have signed about it, as commands of governance ask for it.
struct GovernedDocument: Sendable {
  let session: Session
  let document: WorkspaceLocation.Document
  let compilation: Compilation
  let state: ApprovalState
  /// Its sign-offs, and those of the policy, for any time.
  let log: VerifiedLog
  let policies: VerifiedPolicies

  /// Every guideline at a path. Refuses a workspace without a policy.
  static func all(in session: Session) throws(Failure) -> [GovernedDocument] {
    // All guidelines of a workspace have one policy.
    let policies = session.settings.approval.map { session.settings.approvalFiles.policyLog($0) }
    let found = Parallel.map(session.location.documents) { document in
      Result { () throws(Failure) in try GovernedDocument(session, document, policies) }
    }
    var documents: [GovernedDocument] = []
    for result in found { documents.append(try result.get()) }
    try Twins.refuse(documents.map { ($0.id, $0.document.path) })
    return documents
  }

  /// The one guideline at a path.
  static func only(in session: Session, _ path: String) throws(Failure) -> GovernedDocument {
    guard session.location.documents.count == 1, let document = session.location.documents.first
    else {
      throw Failure(
        "`\(path)` is a workspace", help: "Name one guideline: guidelines are signed one at a time."
      )
    }
    return try GovernedDocument(session, document, nil)
  }

  private init(
    _ session: Session, _ document: WorkspaceLocation.Document, _ policies: VerifiedPolicies?
  ) throws(Failure) {
    self.session = session
    self.document = document
    let path = session.location.path(document.path)
    var compilation: Compilation
    do { compilation = try Compiler.govern(session.input(document, files: session.files)) } catch {
      throw Failure(error, at: path, doing: "read")
    }
    guard let state = compilation.approval else {
      throw Failure(
        "nobody has to approve `\(path)`: there is no approval policy",
        help: "State under `approval` in rubrica.yaml who signs what; see docs/format/approval.md.")
    }
    compilation.guideline.sources = session.location.shown(compilation.sources)
    self.compilation = compilation
    self.state = state
    log = state.log()
    self.policies = policies ?? state.policyLog()
  }

  var id: String { state.subject.id }

  /// The folder of its sign-offs.
  var folder: String {
    session.signOffs(of: document.folder)
  }

  /// What stands between it and a release at a time.
  func gateInput(at time: Timestamp, _ report: ChecklistReport? = nil) -> GateInput {
    GateInput(
      subject: state.subject, ledger: log.at(time), policies: policies.at(time),
      checklist: Self.states(report ?? self.report(at: time)), denials: findings, time: time)
  }

  /// Says that the guideline has errors, if it has: what does not compile is nothing that people could agree to.
  func tellErrors(_ console: Console) -> Bool {
    let errors = compilation.diagnostics.filter { $0.severity == .error }
    guard let first = errors.first else { return false }
    let places = Places(all: compilation.sources)
    let start = places.start(first.span)
    let count = errors.count == 1 ? "an error" : "\(errors.count) errors"
    console.status("refused: `\(path)` has \(count) and does not compile; nobody can sign it")
    console.status(
      "  \(places.file(first.span).name):\(start.line):\(start.column): \(first.id): \(first.message)"
    )
    console.status("  see them with: rubrica check \(ShellWord.path(path))")
    return true
  }

  /// The answer of the gate, with places as people open them.
  func judge(_ input: GateInput) -> GateResult {
    var result = Gate.judge(input)
    // Findings come first and have theirs already.
    for index in result.denials.indices.dropFirst(input.denials.count) {
      result.denials[index].place = result.denials[index].place.map(located)
    }
    return result
  }

  /// A place that is told from the folder of the guideline.
  func located(_ place: Denial.Place) -> Denial.Place {
    var folder = document.folder.split(separator: "/")
    var file = Substring(place.file)
    while let above = file.rest(behind: "../"), folder.popLast() != nil { file = above }
    var found = place
    found.file = session.location.path((folder + [file]).joined(separator: "/"))
    return found
  }

  /// Errors of the guideline, as reasons.
  private var findings: [Denial] {
    let errors = compilation.diagnostics.filter { $0.severity == .error }
    let places = Places(all: compilation.sources)
    func place(_ span: Span) -> Denial.Place {
      let start = places.start(span)
      return Denial.Place(
        file: places.file(span).name, line: start.line, column: start.column)
    }
    let subject = state.subject
    // Whoever writes the guideline can mend it; a policy needs no role for that.
    let authors =
      subject.authors.isEmpty ? [subject.policy.turn(of: "author")] : subject.authors
    let stage = compilation.guideline.stage
    var found: [Denial] = []
    if stage.value != .release {
      found.append(
        Denial(
          .stage,
          "The guideline is at stage `\(stage.value.rawValue)`; only `release` may be used.",
          at: place(stage.span), who: [subject.policy.turn(of: "owner")]))
    }
    return found
      + errors.map { error in
        Denial(.finding, "\(error.id): \(error.message)", at: place(error.span), who: authors)
      }
  }

  /// As people type it.
  var path: String {
    let folder = String(document.folder.dropLast())
    let place =
      document.path.hasSuffix("/\(WorkspaceLocation.documentName)") ? folder : document.path
    return session.location.path(place)
  }

  /// The checklist as it stands at a time.
  func report(at time: Timestamp) -> ChecklistReport {
    ChecklistReport(
      GuidelineIndex(compilation.guideline), session.settings.catalogue,
      state.attestations(log, policies, at: time))
  }

  /// An item, once for each role of the policy that can act on it.
  func inTurn(_ item: ChecklistState, _ roles: [RoleStatus]) -> [ChecklistState] {
    let bound = item.isOfConditions ? roles.filter { !$0.conditions.isEmpty }.map(\.role) : []
    return (bound.isEmpty ? [state.subject.policy.turn(of: item.role)] : bound).map { role in
      var item = item
      item.role = role
      return item
    }
  }

  static func states(_ report: ChecklistReport) -> [ChecklistState] {
    report.results.map { result in
      let place = result.gaps.lazy.compactMap(\.place).first ?? result.evidence.first?.place
      return ChecklistState(
        id: result.item.id, question: result.item.question, role: result.item.role,
        isBlocking: result.item.level == .block, state: result.state.rawValue,
        isForGate: result.isForGate,
        isWaivable: result.item.group != Catalogue.groupOfRelease,
        place: place.map {
          Denial.Place(file: $0.file, line: $0.line, column: $0.column)
        }, isOfConditions: result.isOfConditions)
    }
  }
}
