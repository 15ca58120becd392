internal import RubricaSource
internal import RubricaSyntax

/// OSCAL, all models that have JSON.
enum OscalLint: LintFormat {
  private static let roots = [
    "catalog", "profile", "component-definition", "system-security-plan", "assessment-plan",
    "assessment-results", "plan-of-action-and-milestones", "mapping-collection",
  ]

  private static let table = ReferenceTable(
    declarations: [
      .init("parties.uuid", "party", "UUID"), .init("locations.uuid", "location", "UUID"),
      .init("resources.uuid", "resource", "UUID"),
      .init("observations.uuid", "observation", "UUID"), .init("risks.uuid", "risk", "UUID"),
      .init("findings.uuid", "finding", "UUID"), .init("components.uuid", "component", "UUID"),
      .init("uuid", "UUID"), .init("roles.id", "role"), .init("controls.id", "control", "id"),
      .init("parts.id", "part", "id"), .init("groups.id", "group", "id"),
      .init("params.id", "parameter", "id"),
    ],
    references: [
      .init("party-uuids", "party"), .init("party-uuid", "party"),
      .init("location-uuids", "location"), .init("role-id", "role"),
      .init("observation-uuid", "observation"), .init("risk-uuid", "risk"),
      .init("finding-uuid", "finding"), .init("control-id", "control"),
      .init("with-ids", "control"),
    ],
    words: [
      .init("target.status.state", "satisfied", "not-satisfied"),
      .init("target.type", "statement-id", "objective-id"),
      .init("parties.type", "person", "organization"),
    ],
    unique: ["UUID", "role", "id"])

  /// References of the form `#id`, to anything that the document or a catalogue has.
  private static let links = ReferenceTable(
    declarations: table.declarations, references: [.init("href", "UUID", "id")], words: [],
    unique: [])

  static func reads(_ document: JSONValue) -> Bool {
    roots.contains { document[$0]?["metadata"] != nil || document[$0]?["uuid"] != nil }
  }

  /// What a catalogue declares may be meant by every other document.
  static func collect(_ document: LintDocument, _ run: inout LintRun) {
    guard document.root["catalog"] != nil else { return }
    for (kind, ids) in table.declared(document) where ["control", "part", "id"].contains(kind) {
      run.shared[kind, default: []].formUnion(ids.keys)
    }
  }

  static func check(_ document: LintDocument, _ run: inout LintRun) {
    let shared = run.shared
    table.check(
      document, &run,
      isKnown: { kind, id in
        if let known = shared[kind] { return known.contains(id) }
        // Without a catalogue nobody can tell what its controls are.
        return kind == "control" ? nil : false
      })
    links.check(
      document, &run, target: { $0.hasPrefix("#") ? String($0.dropFirst()) : nil },
      isKnown: { kind, id in shared[kind]?.contains(id) ?? false })
    let reviewed = Set(
      document.entries.filter { $0.ends(with: ["include-controls", "control-id"]) }
        .compactMap(\.text))
    for entry in document.entries {
      if entry.path.last == "uuid" { checkUUID(entry, &run) }
      if entry.ends(with: ["findings", "target", "target-id"]) {
        checkTarget(entry, reviewed, &run)
      }
      if entry.ends(with: ["metadata", "actions"]) { checkAction(entry.value, &run) }
      if entry.path.last == "hashes" {
        LintDigest.check(entry.value["value"], entry.value["algorithm"]?.text ?? "", &run)
      }
    }
  }

  /// A verdict is about something that a catalogue has, or at least about a control that was
  /// reviewed.
  private static func checkTarget(
    _ entry: LintDocument.Entry, _ reviewed: Set<String>, _ run: inout LintRun
  ) {
    guard let target = entry.text else { return }
    let isKnown: Bool
    if let ids = run.shared["id"] {
      isKnown = ids.contains(target)
    } else if reviewed.isEmpty {
      return
    } else {
      isKnown = reviewed.contains { control in
        guard target.hasPrefix(control) else { return false }
        let rest = target.dropFirst(control.count)
        return rest.isEmpty || rest.hasPrefix("_") || rest.hasPrefix(".")
      }
    }
    guard !isKnown else { return }
    run.report.add(
      LintChecks.reference, at: entry.value.span,
      "the finding is about `\(target)`, but there is no such control",
      help: "name an objective or statement of a control that was reviewed")
  }

  /// The types of NIST; another system has its own.
  private static func checkAction(_ action: JSONValue, _ run: inout LintRun) {
    let types = ["approval", "request-changes"]
    guard let type = action["type"], let text = type.text, !types.contains(text),
      action["system"]?.text.map({ $0 == "http://csrc.nist.gov/ns/oscal" }) ?? true
    else { return }
    run.report.add(
      LintChecks.value, at: type.span, "`\(text)` is not a type of action",
      help: "use `approval` or `request-changes`, or set a `system` of your own")
  }

  /// `xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx`, version 4 or 5.
  private static func checkUUID(_ entry: LintDocument.Entry, _ run: inout LintRun) {
    guard let text = entry.text else { return }
    let bytes = Array(text.lowercased().utf8)
    let isUUID =
      bytes.count == 36
      && bytes.enumerated().allSatisfy { place, byte in
        [8, 13, 18, 23].contains(place)
          ? byte == UInt8(ascii: "-") : byte.isDigit || (0x61...0x66).contains(byte)
      } && (bytes[14] == UInt8(ascii: "4") || bytes[14] == UInt8(ascii: "5"))
      && "89ab".utf8.contains(bytes[19])
    guard !isUUID else { return }
    run.report.add(
      LintChecks.value, at: entry.value.span, "`\(text)` is not a UUID of version 4 or 5",
      help: "use version 4 or 5; OSCAL accepts no others")
  }
}
