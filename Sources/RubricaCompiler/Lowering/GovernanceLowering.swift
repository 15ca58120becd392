internal import RubricaModel
internal import RubricaSource

/// governance.yaml: data whose shape is this table of keys.
extension Lowering {
  mutating func lowerGovernance(_ node: DataNode) {
    KeyTable.governance.check(node, owner: "governance.yaml", problems: &guideline.problems)
    guideline.governance = Governance(root: node)
  }
}

/// The keys that a mapping may have, and what stands behind each.
struct KeyTable: Sendable {
  indirect enum Value: Sendable {
    /// A text, number or date.
    case scalar
    /// One scalar, or a list of them.
    case scalars
    case oneOf([String])
    case table(KeyTable)
    case list(KeyTable)
  }

  let keys: [(name: String, value: Value)]

  /// Reports keys and values that the table does not have.
  func check(_ node: DataNode, owner: String, problems: inout [Problem]) {
    guard case .mapping(let fields) = node.kind else {
      problems.append(.wrong(node, expected: "keys and values (\(owner))"))
      return
    }
    for field in fields {
      let key = field.key.value
      guard let value = keys.first(where: { $0.name == key })?.value else {
        problems.append(
          Problem(.unknownKey(key, known: keys.map(\.name), owner: owner), at: field.key.span))
        continue
      }
      check(field.value, value, owner: "`\(key)`", problems: &problems)
    }
  }

  private func check(_ node: DataNode, _ value: Value, owner: String, problems: inout [Problem]) {
    if case .scalar(let text, true) = node.kind, text.isEmpty || text == "~" || text == "null" {
      return
    }
    switch value {
    case .scalar:
      if node.text == nil { problems.append(.wrong(node, expected: "a single value")) }
    case .scalars:
      if node.text == nil {
        if case .list(let items) = node.kind {
          for item in items where item.text == nil {
            problems.append(.wrong(item, expected: "a single value"))
          }
        } else {
          problems.append(.wrong(node, expected: "a value or a list of values"))
        }
      }
    case .oneOf(let words):
      if let text = node.text, words.contains(text.value) { return }
      problems.append(
        .wrong(
          node, expected: "one of " + words.map { "`\($0)`" }.joined(separator: ", "),
          suggestion: node.text.flatMap { Suggestion.nearest(to: $0.value, among: words) }))
    case .table(let table):
      table.check(node, owner: owner, problems: &problems)
    case .list(let table):
      guard case .list(let items) = node.kind else {
        problems.append(.wrong(node, expected: "a list"))
        return
      }
      for item in items { table.check(item, owner: "an entry of \(owner)", problems: &problems) }
    }
  }

  private static func scalars(_ names: String...) -> [(name: String, value: Value)] {
    names.map { ($0, .scalars) }
  }

  private static let contact = KeyTable(keys: scalars("name", "email", "phone", "url", "deputy"))

  static let governance = KeyTable(keys: [
    (
      "contacts",
      .table(
        KeyTable(
          keys: [
            "questions", "legal", "security", "privacy", "technical", "owner", "support",
            "incident",
          ].map { ($0, .table(contact)) }))
    ),
    (
      "use",
      .table(
        KeyTable(
          keys: scalars("intended", "prohibited", "measures", "manual-because", "risk-class")))
    ),
    (
      "data",
      .table(
        KeyTable(
          keys: scalars(
            "classification", "personal", "lawful-basis", "purpose-of-collection",
            "impact-assessment", "deidentification", "redaction", "permitted-use", "retention",
            "storage", "access", "suitability", "gaps", "variability", "biases")
            + [("sources", .list(dataSource))]))
    ),
    (
      "vendor",
      .table(
        KeyTable(
          keys: scalars(
            "name", "contract", "valid-until", "data-processing-agreement", "confidentiality",
            "sub-processors", "locations", "onboarded")))
    ),
    (
      "workforce",
      .table(
        KeyTable(
          keys: [("kind", .oneOf(["internal", "vendor", "crowd"]))]
            + scalars(
              "skills", "pay", "training", "wellbeing", "exposure-limit", "opt-out",
              "demographics", "age-limit")))
    ),
    (
      "quality",
      .table(
        KeyTable(
          keys: scalars(
            "annotators-per-item", "aggregation", "ground-truth", "deviation", "gold-share",
            "audit-share", "pre-labeling")
            + [
              ("pilot", .table(KeyTable(keys: scalars("items", "annotators", "result", "date")))),
              (
                "metrics",
                .list(
                  KeyTable(
                    keys: scalars(
                      "metric", "layer", "label", "at-least", "at-most", "sample", "consequence")))
              ),
            ]))
    ),
    (
      "review",
      .table(
        KeyTable(
          keys: scalars(
            "levels", "adjudicator", "escalation", "reviewed-by-annotators", "reviewed-by-experts"))
      )
    ),
    ("maintenance", .table(KeyTable(keys: scalars("plan", "next-review")))),
    (
      "approvals",
      .list(KeyTable(keys: scalars("role", "person", "covers", "version", "date", "state")))
    ),
  ])

  private static let dataSource = KeyTable(
    keys: scalars("id")
      + [("kind", .oneOf(["public", "internal", "self-collected", "purchased", "synthetic"]))]
      + scalars(
        "issuer", "location", "licence", "contract", "permits", "collected", "method", "geography",
        "rights", "digest"))
}
