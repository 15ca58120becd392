internal import RubricaBundle
internal import RubricaModel
internal import RubricaSource

/// What every OSCAL file of a guideline has: metadata, back matter, and the shapes of small things.
struct OscalDocument {
  static let version = "1.2.1"
  /// Of properties that are ours.
  static let namespace = "https://rubrica.dev/ns/oscal"
  private static let preparedBy = "prepared-by"

  let reviewed: ReviewedGuideline

  init(_ reviewed: ReviewedGuideline) { self.reviewed = reviewed }

  /// A whole file. Its UUID is made from all the rest: another content is another document.
  func bytes(_ root: String, _ title: String, _ members: [(String, JSON)]) -> [UInt8] {
    let body = [("metadata", metadata(title))] + members
    let uuid = NameUUID.text(JSON.object([(root, .object(body))]).compactBytes)
    return JSON.object([(root, .object([("uuid", .string(uuid))] + body))]).bytes
  }

  private func metadata(_ title: String) -> JSON {
    let guideline = reviewed.guideline
    let context = reviewed.context
    var props = [
      prop("guideline", guideline.id.value), prop("stage", guideline.stage.value.rawValue),
      prop("source", context.sourceDigest), prop("compiler", context.compiler),
    ]
    props.append(
      prop("last-modified-from", reviewed.dayPlace?.text ?? "nothing: the source states no date"))
    var members: [(String, JSON)] = [
      ("title", .string(DataText.oneLine("\(title): \(guideline.title.value)"))),
      ("last-modified", .string(instant)), ("version", .string(reviewed.version)),
      ("oscal-version", .string(Self.version)), ("props", .array(props)),
    ]
    var roles = context.catalogue.roles.map { role in
      JSON.object([("id", .string(Token.make(role.name))), ("title", .string(role.title))])
    }
    if let organisation = context.organisation {
      let party = NameUUID.text("organisation", organisation)
      roles.append(["id": .string(Self.preparedBy), "title": "Prepared by"])
      members.append(("roles", .array(roles)))
      members.append(
        (
          "parties",
          [
            [
              "uuid": .string(party), "type": "organization",
              "name": .string(DataText.oneLine(organisation)),
            ]
          ]
        ))
      members.append(
        (
          "responsible-parties",
          [["role-id": .string(Self.preparedBy), "party-uuids": [.string(party)]]]
        ))
    } else {
      members += JSON.members("roles", roles)
    }
    return .object(members)
  }

  /// When it was changed, as far as the source says.
  var instant: String { reviewed.day?.instant ?? StatedDay.never }

  // MARK: small things

  /// A property of ours. Values are one line, and never empty.
  func prop(_ name: String, _ value: String) -> JSON {
    let line = DataText.oneLine(value)
    return JSON.object([
      ("name", .string(name)), ("ns", .string(Self.namespace)),
      ("value", .string(line.isEmpty ? "none" : line)),
    ]).onOneLine
  }

  func props(_ item: Catalogue.Item, _ state: ChecklistResult.State? = nil) -> [JSON] {
    var props = [
      prop("level", item.level.rawValue), prop("role", item.role), prop("kind", item.kind.rawValue),
    ]
    if let condition = item.appliesIf { props.append(prop("applies-if", condition)) }
    if let state { props.append(prop("state", state.rawValue)) }
    return props
  }

  /// Who has to act on an item.
  func responsible(_ item: Catalogue.Item) -> JSON {
    [["role-id": .string(Token.make(item.role))]]
  }

  /// The part of a control that a verdict is about.
  static func objective(_ item: Catalogue.Item) -> String { item.id + "_obj" }

  // MARK: the files of the source

  private func uuid(ofFile name: String) -> String { reviewed.uuid("source-file", name) }

  /// The files that evidence stands in, as resources.
  var sourceFiles: [JSON] {
    reviewed.files.map { file in
      [
        "uuid": .string(uuid(ofFile: file.name)),
        "title": .string("Source of the guideline: \(file.name)"),
        "rlinks": .array(
          file.digests.map { digest in
            [
              "href": .string(Percent.uri(file.name)),
              "hashes": [["algorithm": "SHA-256", "value": .string(digest)]],
            ]
          }),
      ]
    }
  }

  /// Where evidence stands: a resource of the back matter, and line and column in it.
  func links(_ result: ChecklistResult) -> [JSON] {
    result.evidence.map { evidence in
      JSON.object([
        ("href", .string("#" + uuid(ofFile: evidence.place.file))), ("rel", "evidence"),
        ("resource-fragment", .string("L\(evidence.place.line)C\(evidence.place.column)")),
        ("text", .string(evidence.path)),
      ]).onOneLine
    }
  }

  func relevantEvidence(_ result: ChecklistResult) -> [JSON] {
    result.evidence.map { evidence in
      JSON.object([
        ("href", .string("#" + uuid(ofFile: evidence.place.file))),
        ("description", .string("`\(evidence.path)` at \(evidence.place.text)")),
      ]).onOneLine
    }
  }
}
