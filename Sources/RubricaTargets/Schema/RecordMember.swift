internal import RubricaSource

/// One key of an object in a record.
struct RecordMember {
  let key: String
  let schema: JSON
  let isRequired: Bool

  init(_ key: String, _ schema: JSON, isRequired: Bool) {
    self.key = key
    self.schema = schema
    self.isRequired = isRequired
  }

  /// The schema of an object with these members and no others.
  static func object(_ members: [RecordMember]) -> [(String, JSON)] {
    let required = members.filter(\.isRequired).map { JSON.string($0.key) }
    return [
      ("type", "object"),
      ("properties", .object(members.map { ($0.key, $0.schema) })),
      ("required", .array(required)),
      ("additionalProperties", false),
    ]
  }
}

/// Keys in JSON pointers (RFC 6901) inside the fragment of a URI.
enum Pointer {
  static func escaped(_ key: String) -> String {
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
}

/// Patterns of the guideline hold for the whole text; those of JSON Schema for any part of it.
enum WholeText {
  /// Anchors that the author wrote stand at the ends already.
  static func pattern(_ pattern: String) -> String { "^(?:\(pattern))$" }
}
