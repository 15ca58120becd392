internal import RubricaModel
internal import RubricaSource

/// Writes one value: a schema, in most cases.
typealias SchemaPart = (inout JSONWriter) -> Void

/// One key of an object in a record.
struct RecordMember: Sendable {
  let key: String
  let isRequired: Bool
  private let schema: @Sendable (inout JSONWriter) -> Void

  init(_ key: String, isRequired: Bool, _ schema: @escaping @Sendable (inout JSONWriter) -> Void) {
    self.key = key
    self.isRequired = isRequired
    self.schema = schema
  }

  /// Writes the schema of an object with these members and no others.
  static func write(_ members: [RecordMember], to schema: inout JSONWriter) {
    schema.member("type", "object")
    schema.member(
      "properties",
      object: { properties in
        for member in members {
          properties.key(named: member.key)
          member.schema(&properties)
        }
      })
    schema.member(
      "required",
      list: { list in for member in members where member.isRequired { list.item(member.key) } })
    schema.member("additionalProperties", false)
  }

  /// The schema of a text that says something.
  static func writeIdentifier(to json: inout JSONWriter) {
    json.object { schema in
      schema.member("type", "string")
      schema.member("minLength", 1)
    }
  }
}

/// Keys in JSON pointers (RFC 6901) inside the fragment of a URI.
enum Pointer {
  /// To the schema of a part of a layer's answer.
  static func definition(_ part: String, of layer: Layer) -> String {
    // In a JSON pointer inside a URI, `/` in a key is `~1`.
    "#/$defs/\(escaped(layer.id.value))~1\(part)"
  }

  private static func escaped(_ key: String) -> String {
    guard key.utf8.contains(where: needsEscape) else { return key }
    var output = ""
    for scalar in key.unicodeScalars {
      switch scalar {
      case "~": output += "~0"
      case "/": output += "~1"
      case "%": output += "%25"
      case " ": output += "%20"
      case "\"": output += "%22"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: " "),
      UInt8(ascii: "\""):
      true
    default: false
    }
  }
}

/// Patterns of the guideline hold for the whole text; those of JSON Schema for any part of it.
enum WholeText {
  /// Anchors that the author wrote stand at the ends already.
  static func pattern(_ pattern: String) -> String { "^(?:\(pattern))$" }
}
