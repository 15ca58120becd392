package import RubricaBundle
package import RubricaSource
package import RubricaSyntax

/// An in-toto Statement (version 1): what is said (the predicate) about which things (the subjects).
///
///     {"_type": "https://in-toto.io/Statement/v1",
///      "subject": [{"name": "…", "digest": {"sha256": "64 hexadecimal digits"}}],
///      "predicateType": "https://…", "predicate": {…}}
package struct Statement: Sendable {
  package struct Subject: Hashable, Sendable {
    package let name: String
    package let digest: Digest

    package init(name: String, digest: Digest) {
      self.name = name
      self.digest = digest
    }
  }

  package static let type = "https://in-toto.io/Statement/v1"

  /// At least one; no name stands twice.
  package let subjects: [Subject]
  package let predicateType: String
  /// An object, for callers that know its type.
  package let predicate: JSONValue

  /// Reads a file. The places in refusals and in the predicate are those of `source`.
  package init(
    _ bytes: [UInt8], _ source: SourceID = SourceID(0)
  ) throws(StatementRefusal) {
    let fields = try Self.reading { () throws(JSONProblem) in
      try Fields(JSONParser.parse(bytes, source))
    }
    guard fields.type.value.utf8.elementsEqual(Self.type.utf8) else {
      throw StatementRefusal(.wrongType(shown(fields.type.value.utf8)), at: fields.type.span)
    }
    guard !fields.predicateType.value.isEmpty else {
      throw StatementRefusal(.emptyPredicateType, at: fields.predicateType.span)
    }
    guard !fields.subjects.value.isEmpty else {
      throw StatementRefusal(.noSubject, at: fields.subjects.span)
    }
    var subjects: [Subject] = []
    var names: Set<String> = []
    for value in fields.subjects.value {
      let (name, hex) = try Self.reading { () throws(JSONProblem) in try Self.subject(value) }
      guard !name.value.isEmpty else { throw StatementRefusal(.emptyName, at: name.span) }
      guard names.insert(name.value).inserted else {
        throw StatementRefusal(.nameTwice(shown(name.value.utf8)), at: name.span)
      }
      guard let digest = Digest(hex: hex.value) else {
        throw StatementRefusal(.notADigest, at: hex.span)
      }
      subjects.append(Subject(name: name.value, digest: digest))
    }
    self.subjects = subjects
    predicateType = fields.predicateType.value
    predicate = fields.predicate
  }

  /// The bytes of a statement: fields in the order of the specification, two spaces of indentation,
  /// a line end. What is read back is what was written, if there is a subject and the predicate is an
  /// object.
  package static func bytes(
    subjects: [Subject], predicateType: String, predicate: JSON
  ) -> [UInt8] {
    let subjects = subjects.map { subject in
      JSON.object([
        ("name", .string(subject.name)),
        ("digest", .object([("sha256", .string(subject.digest.hex))])),
      ])
    }
    return JSON.object([
      ("_type", .string(type)), ("subject", .array(subjects)),
      ("predicateType", .string(predicateType)), ("predicate", predicate),
    ]).bytes
  }

  private struct Fields {
    let type: Located<String>
    let subjects: Located<[JSONValue]>
    let predicateType: Located<String>
    let predicate: JSONValue

    init(_ value: JSONValue) throws(JSONProblem) {
      var fields = try value.fields()
      type = try fields.required("_type").locatedString()
      let list = try fields.required("subject")
      subjects = Located(try list.array(), list.span)
      predicateType = try fields.required("predicateType").locatedString()
      predicate = try fields.required("predicate")
      _ = try predicate.object()
      try fields.end()
    }
  }

  private static func subject(
    _ value: JSONValue
  ) throws(JSONProblem) -> (name: Located<String>, hex: Located<String>) {
    var fields = try value.fields()
    let name = try fields.required("name").locatedString()
    var digests = try fields.required("digest").fields()
    try fields.end()
    let hex = try digests.required("sha256").locatedString()
    try digests.end()
    return (name, hex)
  }

  private static func reading<T>(
    _ body: () throws(JSONProblem) -> T
  ) throws(StatementRefusal) -> T {
    do throws(JSONProblem) {
      return try body()
    } catch {
      throw StatementRefusal(error)
    }
  }
}
