internal import RubricaBundle
internal import RubricaModel
internal import RubricaSource

/// `catalog.json`: the items of the checklist as controls.
struct OscalCatalog {
  private let document: OscalDocument
  private var reviewed: ReviewedGuideline { document.reviewed }

  init(_ document: OscalDocument) { self.document = document }

  var bytes: [UInt8] {
    var ids: Set<String> = []
    let groups = reviewed.groups.map { group in
      JSON.object([
        ("id", .string(Self.id(ofGroup: group.name, &ids))), ("title", .string(group.name)),
        ("controls", .array(group.items.map(control))),
      ])
    }
    return document.bytes(
      "catalog", "Compliance checklist",
      JSON.members("groups", groups)
        + (frameworks.isEmpty ? [] : [("back-matter", ["resources": .array(frameworks)])]))
  }

  /// Two names may become the same token.
  private static func id(ofGroup name: String, _ ids: inout Set<String>) -> String {
    let token = "group-" + Token.make(name)
    var id = token
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(token)-\(number)"
      number += 1
    }
    return id
  }

  private func control(_ item: Catalogue.Item) -> JSON {
    var members: [(String, JSON)] = [
      ("id", .string(item.id)), ("title", .string(DataText.oneLine(item.question))),
      ("props", .array(document.props(item))),
    ]
    members += JSON.members(
      "links",
      item.clauses.map { clause in
        JSON.object([
          ("href", .string("#" + Self.uuid(clause))), ("rel", "reference"),
          ("text", .string(clause.clause)),
        ]).onOneLine
      })
    members.append(
      (
        "parts",
        [
          part(item, "smt", "statement", item.question).onOneLine,
          part(item, "gdn", "guidance", "\(item.why)\n\n\(item.how)").onOneLine,
          part(item, "obj", "assessment-objective", Self.objective(item)).onOneLine,
        ]
      ))
    return .object(members)
  }

  private func part(_ item: Catalogue.Item, _ suffix: String, _ name: String, _ prose: String)
    -> JSON
  {
    [
      "id": .string("\(item.id)_\(suffix)"), "name": .string(name),
      "prose": .string(prose),
    ]
  }

  /// What a verdict is about.
  private static func objective(_ item: Catalogue.Item) -> String {
    let evidence = item.evidence.map { "`\($0)`" }.joined(separator: ", ")
    return switch item.kind {
    case .automatic: "The source contains: \(evidence)."
    case .attested: "A person confirms it. Required: \(evidence)."
    case .both: "The source contains, and a person confirms: \(evidence)."
    }
  }

  // MARK: laws and standards

  private static func uuid(_ clause: Catalogue.Item.Clause) -> String {
    NameUUID.text("framework", clause.framework, clause.asOf)
  }

  private var frameworks: [JSON] {
    reviewed.context.catalogue.written.references.frameworks.map { framework in
      let clause = Catalogue.Item.Clause(
        framework: framework.name, clause: "", asOf: framework.asOf)
      return [
        "uuid": .string(Self.uuid(clause)), "title": .string(framework.name),
        "description": .string("As of \(framework.asOf)."),
      ]
    }
  }
}
