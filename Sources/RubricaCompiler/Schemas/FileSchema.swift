internal import RubricaModel
internal import RubricaSource

/// The JSON Schema of one kind of file, made from the table of its keys. Editors complete and check
/// with it; what one file alone cannot show (labels that do not exist) is for the checks.
///
/// Says 2020-12 and uses only what means the same in draft 7, which many editors still read.
package struct FileSchema: Sendable {
  /// The word for it on the command line: `front-matter`.
  package let name: String
  package let title: String
  /// Made when a schema is: the names alone are asked for by every command.
  private let keys: @Sendable () -> Keys

  package static let all = [
    FileSchema(name: "front-matter", title: "Front matter of guideline.md", keys: { .frontMatter }),
    FileSchema(name: "labels", title: "labels.yaml of a guideline", keys: { .labelFile }),
    FileSchema(name: "label", title: "A fence `yaml label` in guideline.md", keys: { .labelFence }),
    FileSchema(name: "governance", title: "governance.yaml of a guideline", keys: { .governance }),
    FileSchema(name: "workspace", title: "rubrica.yaml of a workspace", keys: { .workspace }),
    FileSchema(name: "catalogue", title: "A checklist catalogue", keys: { .catalogue }),
  ]

  package var fileName: String { "\(name).schema.json" }

  /// The schema as a file.
  package var bytes: [UInt8] {
    let keys = keys()
    var inner: [Keys] = []
    Self.collect(keys, &inner)
    var members: [(String, JSON)] = [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", .string(title)),
    ]
    members += Self.mapping(keys)
    if !inner.isEmpty {
      members.append(
        (
          "$defs",
          .object(
            inner.map {
              ($0.name, .object([("title", .string($0.owner))] + Self.mapping($0)))
            })
        ))
    }
    return JSON.object(members).bytes
  }

  /// The tables that a table leads to, in the order in which they are met.
  private static func collect(_ keys: Keys, _ found: inout [Keys]) {
    for row in keys.rows {
      for inner in row.value.mappings where !found.contains(where: { $0.name == inner.name }) {
        found.append(inner)
        collect(inner, &found)
      }
    }
  }

  // MARK: Mappings

  /// Where a key decides which others there are, each of its words has a closed list of its own.
  private static func mapping(_ keys: Keys) -> [(String, JSON)] {
    guard let chooser = keys.chooser, let words = keys.row(chooser)?.value.words else {
      return [("type", "object")] + closed(keys.rows)
    }
    let always = keys.rows.filter { $0.choices == nil }
    let cases = words.map { word -> JSON in
      let isWord: JSON = .object([("const", .string(word))])
      let condition: JSON = .object([
        ("properties", .object([(chooser, isWord)])), ("required", .array([.string(chooser)])),
      ])
      return .object([
        ("if", condition), ("then", .object(closed(keys.rows.filter { $0.isThere(word) }))),
      ])
    }
    return [
      ("type", "object"), ("properties", properties(always)),
      ("required", required(always)), ("allOf", .array(cases)),
    ]
  }

  private static func closed(_ rows: [Key]) -> [(String, JSON)] {
    [
      ("properties", properties(rows)), ("required", required(rows)),
      ("additionalProperties", false),
    ].filter { member in
      if case .array(let items) = member.1 { !items.isEmpty } else { true }
    }
  }

  private static func properties(_ rows: [Key]) -> JSON {
    .object(
      rows.map { row in
        (row.name, .object([("description", .string(row.help))] + row.value.schema))
      })
  }

  private static func required(_ rows: [Key]) -> JSON {
    .array(rows.filter(\.isRequired).map { .string($0.name) })
  }
}

extension Key.Value {
  /// The members of the schema of a value.
  fileprivate var schema: [(String, JSON)] {
    switch self {
    case .text: [("type", ["string", "number"])]
    case .scalar: [("type", ["string", "number", "boolean"])]
    case .pattern(let pattern): [("type", "string"), ("pattern", .string("^(\(pattern))$"))]
    case .integer: [("type", "integer")]
    case .number: [("type", "number")]
    case .boolean: [("type", "boolean")]
    case .exactly(let number): [("const", .integer(number))]
    case .oneOf(let words): [("enum", .array(words.map { .string($0) }))]
    case .form(let form): form.schema
    case .usually(let words): Key.Value.either(.oneOf(words.texts), .text).schema
    case .list(let value): [("type", "array"), ("items", .object(value.schema))]
    case .oneOrMore(let value): Key.Value.either(.list(value), value).schema
    case .pair(let value):
      [
        ("type", "array"), ("items", .object(value.schema)), ("minItems", 2), ("maxItems", 2),
      ]
    case .mapping(let keys): [("$ref", .string("#/$defs/\(keys.name)"))]
    case .named(let value, let most):
      [("type", "object"), ("additionalProperties", .object(value.schema))]
        + (most.map { [("minProperties", 1), ("maxProperties", .integer($0))] } ?? [])
    case .either(let first, let second):
      [("anyOf", [.object(first.schema), .object(second.schema)])]
    case .nothing: [("type", "null")]
    }
  }

  /// The tables of the mappings in a value.
  fileprivate var mappings: [Keys] {
    switch self {
    case .mapping(let keys): [keys]
    case .list(let value), .oneOrMore(let value), .pair(let value), .named(let value, _):
      value.mappings
    case .either(let first, let second): first.mappings + second.mappings
    default: []
    }
  }

  fileprivate var words: [String]? {
    if case .oneOf(let words) = self { words } else { nil }
  }
}

extension ValueForm {
  /// What a pattern says holds for texts only: `3` is a number.
  fileprivate var schema: [(String, JSON)] {
    let text: (String, JSON) = ("pattern", .string("^(\(pattern))$"))
    return switch self {
    case .day, .address: [("type", "string"), text]
    case .count: [("type", ["string", "integer"]), text, ("minimum", 1)]
    case .share: [("type", ["string", "number"]), text, ("minimum", 0), ("maximum", 1)]
    case .amount: [("type", ["string", "number"]), text]
    }
  }
}
