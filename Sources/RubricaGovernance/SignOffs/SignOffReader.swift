internal import RubricaBundle
internal import RubricaSignature
internal import RubricaSource
internal import RubricaSyntax

/// From the predicate of a statement to a sign-off. Every object is closed.
enum SignOffReader {
  static func read(_ statement: Statement) throws(JSONProblem) -> SignOff {
    var fields = try statement.predicate.fields()
    let decision = try fields.required("decision")
    guard let decided = SignOff.Decision(rawValue: try decision.string()) else {
      throw expected(
        "a decision: approve, approve-with-conditions, request-changes, withdraw, "
          + "delegate", decision)
    }
    let role = try text(try fields.required("role"))
    let meaning = try fields.required("meaning").string()
    var person = try fields.required("signer").fields()
    let signer = try text(try person.required("id"))
    let signerName = try text(try person.required("name"))
    try person.end()
    let onBehalfOf = try nullable(&fields, "onBehalfOf", text)
    let signedAt = try time(try fields.required("signedAt"))
    let expiresAt = try nullable(&fields, "expiresAt", time)
    var policyFields = try fields.required("policy").fields()
    let policy = try digest(try policyFields.required("digest"))
    try policyFields.end()
    let compiler = try text(try fields.required("compiler"))
    let reviewed = try nullable(&fields, "reviewed", reviewed)
    let leaves = try leaves(try fields.required("leaves"))
    var conditions: [SignOff.Condition] = []
    for value in try fields.required("conditions").array() {
      conditions.append(try condition(value))
    }
    let comment = try nullable(&fields, "comment", text)
    let supersedes = try nullable(&fields, "supersedes", hex)
    let delegate = try nullable(&fields, "delegate", text)
    var afterFields = try fields.required("after").fields()
    let size = try afterFields.required("logSize").integer(in: 0...1_000_000)
    let root = try hex(try afterFields.required("root"))
    try afterFields.end()
    try fields.end()
    return SignOff(
      subjects: statement.subjects, decision: decided, role: role, meaning: meaning,
      signer: signer, signerName: signerName, onBehalfOf: onBehalfOf, signedAt: signedAt,
      expiresAt: expiresAt, policy: policy, compiler: compiler, reviewed: reviewed,
      leaves: leaves, conditions: conditions, comment: comment, supersedes: supersedes,
      delegate: delegate, after: (size, root))
  }

  /// In order of their paths, none twice.
  private static func leaves(_ value: JSONValue) throws(JSONProblem) -> [SignedLeaf] {
    var leaves: [SignedLeaf] = []
    for value in try value.array() {
      var fields = try value.fields()
      let path = try fields.required("path")
      let leaf = SignedLeaf(
        path: try text(path), digest: try digest(try fields.required("digest")),
        formDigest: try digest(try fields.required("form")))
      try fields.end()
      if let last = leaves.last, !last.path.utf8.lexicographicallyPrecedes(leaf.path.utf8) {
        throw expected("a path behind `\(last.path)` in the order of bytes", path)
      }
      leaves.append(leaf)
    }
    return leaves
  }

  private static func condition(_ value: JSONValue) throws(JSONProblem) -> SignOff.Condition {
    var fields = try value.fields()
    let id = try text(try fields.required("id"))
    let words = try text(try fields.required("text"))
    let until = try fields.required("until")
    var items: [String] = []
    for item in try fields.required("items").array() { items.append(try text(item)) }
    try fields.end()
    guard let day = try? CalendarDate(try until.string()) else {
      throw expected("a day such as 2026-12-31", until)
    }
    return SignOff.Condition(id: id, text: words, until: day, items: items)
  }

  private static func reviewed(_ value: JSONValue) throws(JSONProblem) -> SignOff.Reviewed {
    var fields = try value.fields()
    let type = try text(try fields.required("mediaType"))
    let digest = try digest(try fields.required("digest"))
    try fields.end()
    return SignOff.Reviewed(mediaType: type, digest: digest)
  }

  // MARK: values

  /// A field that has to be there, and may be `null`.
  private static func nullable<Value>(
    _ fields: inout JSONFields, _ name: String, _ read: (JSONValue) throws(JSONProblem) -> Value
  ) throws(JSONProblem) -> Value? {
    let value = try fields.required(name)
    if case .null = value.kind { return nil }
    return try read(value)
  }

  /// Something to read: not empty, no control characters.
  private static func text(_ value: JSONValue) throws(JSONProblem) -> String {
    let text = try value.string()
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != 0x7F && !$0.properties.isBidiControl
    }
    guard !text.isEmpty, isPlain, text.utf8.count <= 20_000 else {
      let found = text.isEmpty ? "none" : isPlain ? "a longer one" : "one with such characters"
      throw JSONProblem(
        .wrongKind(
          expected: "a text of up to 20,000 bytes without control characters", found: found),
        at: value.span)
    }
    return text
  }

  private static func time(_ value: JSONValue) throws(JSONProblem) -> Timestamp {
    guard let time = try? Timestamp(try value.string()) else {
      throw expected("a time such as 2026-11-24T10:00:00Z", value)
    }
    return time
  }

  /// `{"sha256": "…"}`
  private static func digest(_ value: JSONValue) throws(JSONProblem) -> Digest {
    var fields = try value.fields()
    let digest = try hex(try fields.required("sha256"))
    try fields.end()
    return digest
  }

  private static func hex(_ value: JSONValue) throws(JSONProblem) -> Digest {
    guard let digest = Digest(hex: try value.string()) else {
      throw expected("64 lower-case hexadecimal digits", value)
    }
    return digest
  }

  private static func expected(_ what: String, _ value: JSONValue) -> JSONProblem {
    JSONProblem(.wrongKind(expected: what, found: value.kind.name), at: value.span)
  }
}
