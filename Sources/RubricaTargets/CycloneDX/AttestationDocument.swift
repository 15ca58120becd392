internal import RubricaBundle
internal import RubricaModel
internal import RubricaSource

/// `attestation.cdx.json`.
struct AttestationDocument {
  private let reviewed: ReviewedGuideline
  private static let compiler = "assessor-compiler"
  private static let target = "target-guideline"

  init(_ reviewed: ReviewedGuideline) { self.reviewed = reviewed }

  var bytes: [UInt8] {
    let head: [(String, JSON)] = [
      ("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json"), ("bomFormat", "CycloneDX"),
      ("specVersion", "1.6"),
    ]
    let body: [(String, JSON)] = [
      ("version", 1), ("metadata", metadata), ("definitions", ["standards": [standard]]),
      ("declarations", declarations),
    ]
    // The number is made from all the rest: another content is another document.
    let uuid = NameUUID.text(JSON.object(head + body).compactBytes)
    return JSON.object(head + [("serialNumber", .string("urn:uuid:" + uuid))] + body).bytes
  }

  private var metadata: JSON {
    let compiler = reviewed.context.compiler.split(separator: " ").map(String.init)
    var members: [(String, JSON)] = []
    if let day = reviewed.day { members.append(("timestamp", .string(day.instant))) }
    members.append(
      (
        "tools",
        [
          "components": [
            [
              "type": "application", "name": .string(compiler.first ?? ""),
              "version": .string(compiler.dropFirst().joined(separator: " ")),
            ]
          ]
        ]
      ))
    if let organisation = reviewed.context.organisation {
      members.append(("manufacturer", ["name": .string(organisation)]))
    }
    return .object(members)
  }

  // MARK: the checklist

  private var standard: JSON {
    let groups = reviewed.groups
    var requirements: [JSON] = []
    for (number, group) in groups.enumerated() {
      let parent = "group-\(number + 1)"
      requirements.append(
        JSON.object([("bom-ref", .string(parent)), ("title", .string(group.name))]).onOneLine)
      requirements += group.items.map { requirement($0, in: parent) }
    }
    let levels = Catalogue.Item.Level.allCases.compactMap { level -> JSON? in
      let items = reviewed.report.results.map(\.item).filter { $0.level == level }
      guard !items.isEmpty else { return nil }
      return [
        "bom-ref": .string("level-\(level.rawValue)"), "identifier": .string(level.rawValue),
        "title": .string(ChecklistWords.level(level)),
        "requirements": .array(items.map { .string(Self.requirement($0)) }),
      ]
    }
    return .object(
      [
        ("bom-ref", "checklist"), ("name", "Compliance checklist of annotation guidelines"),
        ("description", "What must be known about a guideline before its labels may be used."),
      ] + JSON.members("requirements", requirements) + JSON.members("levels", levels))
  }

  private static func requirement(_ item: Catalogue.Item) -> String { "requirement-\(item.id)" }
  private static func claim(_ item: Catalogue.Item) -> String { "claim-\(item.id)" }

  private func requirement(_ item: Catalogue.Item, in group: String) -> JSON {
    var properties = [
      property("level", item.level.rawValue), property("role", item.role),
      property("kind", item.kind.rawValue),
    ]
    if let condition = item.appliesIf { properties.append(property("applies-if", condition)) }
    for clause in item.clauses {
      properties.append(
        property("clause", "\(clause.framework), \(clause.clause), as of \(clause.asOf)"))
    }
    return JSON.object([
      ("bom-ref", .string(Self.requirement(item))), ("identifier", .string(item.id)),
      ("title", .string(item.question)), ("text", .string(item.why)),
      ("descriptions", [.string(item.how)]), ("parent", .string(group)),
      ("properties", .array(properties)),
    ]).onOneLine
  }

  private func property(_ name: String, _ value: String) -> JSON {
    ["name": .string("rubrica:\(name)"), "value": .string(value)]
  }

  // MARK: what is claimed

  private var declarations: JSON {
    var assessor: [(String, JSON)] = [
      ("bom-ref", .string(Self.compiler)), ("thirdParty", false),
    ]
    if let organisation = reviewed.context.organisation {
      assessor.append(("organization", ["name": .string(organisation)]))
    }
    let results = reviewed.report.results
    let map = results.filter { $0.state != .notApplicable }.map(mapping)
    let attestation: [(String, JSON)] =
      [
        (
          "summary",
          .string("What the compiler found in the source. \(reviewed.summary)")
        ), ("assessor", .string(Self.compiler)),
      ] + JSON.members("map", map)
    return .object(
      [("assessors", [.object(assessor)]), ("attestations", [.object(attestation)])]
        + JSON.members("claims", results.filter(OscalResults.isObserved).map(claim))
        + JSON.members("evidence", results.flatMap(evidence) + results.flatMap(gaps))
        + [("targets", ["components": [component]])])
  }

  /// A score is given only to what is settled: no number stands for "nobody has looked".
  private func mapping(_ result: ChecklistResult) -> JSON {
    var conformance: [(String, JSON)] = []
    switch result.state {
    case .passed, .notApplicable: conformance.append(("score", 1))
    case .failed: conformance.append(("score", 0))
    case .needsReview, .notRun, .waived: break
    }
    conformance.append(("rationale", .string(reviewed.account(of: result))))
    let claims: [JSON] =
      OscalResults.isObserved(result) ? [.string(Self.claim(result.item))] : []
    return JSON.object(
      [("requirement", .string(Self.requirement(result.item)))]
        + JSON.members("claims", claims)
        + [("conformance", .object(conformance))]
    ).onOneLine
  }

  private func claim(_ result: ChecklistResult) -> JSON {
    let item = result.item
    let predicate =
      switch result.state {
      case .notApplicable: "The item does not apply to the guideline."
      default: "The source of the guideline answers: \(item.question)"
      }
    let found = result.evidence.indices.map { JSON.string(Self.evidence(item, $0)) }
    let missing = result.gaps.indices.map { JSON.string(Self.gap(item, $0)) }
    return JSON.object(
      [
        ("bom-ref", .string(Self.claim(item))), ("target", .string(Self.target)),
        ("predicate", .string(predicate)),
        ("reasoning", .string(reviewed.account(of: result))),
      ] + JSON.members("evidence", found) + JSON.members("counterEvidence", missing)
    ).onOneLine
  }

  private static func evidence(_ item: Catalogue.Item, _ place: Int) -> String {
    "evidence-\(item.id)-\(place + 1)"
  }

  private static func gap(_ item: Catalogue.Item, _ place: Int) -> String {
    "missing-\(item.id)-\(place + 1)"
  }

  private func evidence(_ result: ChecklistResult) -> [JSON] {
    result.evidence.enumerated().map { place, evidence in
      entry(
        Self.evidence(result.item, place), evidence.path, "It is in the source.",
        evidence.place)
    }
  }

  private func gaps(_ result: ChecklistResult) -> [JSON] {
    result.gaps.enumerated().map { place, gap in
      entry(
        Self.gap(result.item, place), gap.name.path, reviewed.cleaned("Missing: \(gap.text)."),
        gap.place)
    }
  }

  /// A place of the source, by its address: its words stay where they are.
  private func entry(
    _ reference: String, _ path: String, _ description: String, _ place: ChecklistPlace?
  ) -> JSON {
    var members: [(String, JSON)] = [
      ("bom-ref", .string(reference)), ("propertyName", .string(path)),
      ("description", .string(description)),
    ]
    if let place {
      let url = "\(Percent.uri(place.file))#L\(place.line)C\(place.column)"
      members.append(
        ("data", [["name": .string(place.text), "contents": ["url": .string(url)]]]))
    }
    return JSON.object(members).onOneLine
  }

  private var component: JSON {
    let guideline = reviewed.guideline
    var members: [(String, JSON)] = [
      ("type", "data"), ("bom-ref", .string(Self.target)), ("name", .string(guideline.id.value)),
    ]
    if let version = guideline.version { members.append(("version", .string(version.value))) }
    members.append(("description", .string(guideline.title.value)))
    let files = reviewed.files.flatMap { file in
      file.digests.map { digest in
        JSON.object([
          ("type", "file"), ("name", .string(file.name)),
          ("hashes", [["alg": "SHA-256", "content": .string(digest)]]),
        ]).onOneLine
      }
    }
    members.append(
      ("properties", [property("source", reviewed.context.sourceDigest)]))
    members += JSON.members("components", files)
    return .object(members)
  }
}
