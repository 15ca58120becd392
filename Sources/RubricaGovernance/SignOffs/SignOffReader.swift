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
      throw decision.expected(
        "a decision: approve, approve-with-conditions, request-changes, withdraw, "
          + "delegate")
    }
    let role = try text(try fields.required("role"))
    let meaning = try fields.required("meaning").string()
    var person = try fields.required("signer").fields()
    let signer = try text(try person.required("id"))
    let signerName = try text(try person.required("name"))
    try person.end()
    let onBehalfOf = try fields.nullable("onBehalfOf").map(text)
    let signedAt = try fields.required("signedAt").time()
    let expiresAt = try fields.nullable("expiresAt")?.time()
    var policyFields = try fields.required("policy").fields()
    let policy = try policyFields.required("digest").digestObject()
    try policyFields.end()
    let compiler = try text(try fields.required("compiler"))
    let reviewed = try fields.nullable("reviewed").map(reviewed)
    let leaves = try leaves(try fields.required("leaves"))
    var conditions: [SignOff.Condition] = []
    for value in try fields.required("conditions").array() {
      conditions.append(try condition(value))
    }
    let comment = try fields.nullable("comment").map(text)
    let supersedes = try fields.nullable("supersedes")?.digest()
    let delegate = try fields.nullable("delegate").map(text)
    var afterFields = try fields.required("after").fields()
    let size = try afterFields.required("logSize").integer(in: 0...1_000_000)
    let root = try afterFields.required("root").digest()
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
        path: try text(path), digest: try fields.required("digest").digestObject(),
        formDigest: try fields.required("form").digestObject())
      try fields.end()
      if let last = leaves.last, LeafPath.order(last.path, leaf.path) >= 0 {
        throw path.expected("a path that sorts after `\(last.path)` by bytes")
      }
      leaves.append(leaf)
    }
    return leaves
  }

  private static func condition(_ value: JSONValue) throws(JSONProblem) -> SignOff.Condition {
    var fields = try value.fields()
    let id = try text(try fields.required("id"))
    let words = try text(try fields.required("text"))
    let day = try fields.required("until").day()
    var items: [String] = []
    for item in try fields.required("items").array() { items.append(try text(item)) }
    try fields.end()
    return SignOff.Condition(id: id, text: words, until: day, items: items)
  }

  private static func reviewed(_ value: JSONValue) throws(JSONProblem) -> SignOff.Reviewed {
    var fields = try value.fields()
    let type = try text(try fields.required("mediaType"))
    let digest = try fields.required("digest").digestObject()
    try fields.end()
    return SignOff.Reviewed(mediaType: type, digest: digest)
  }

  // MARK: values

  private static func isPlainASCII(_ text: Swift.Span<UInt8>) -> Bool {
    for place in text.indices where text[place] < 0x20 || text[place] >= 0x7F { return false }
    return true
  }

  /// Something to read: not empty, no control characters.
  private static func text(_ value: JSONValue) throws(JSONProblem) -> String {
    let text = try value.string()
    let isPlain =
      isPlainASCII(text.utf8.span)
      || text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && $0.value != 0x7F && !$0.properties.isBidiControl
      }
    guard !text.isEmpty, isPlain, text.utf8.count <= 20_000 else {
      let found = text.isEmpty ? "none" : isPlain ? "a longer one" : "one with control characters"
      throw JSONProblem(
        .wrongKind(
          expected: "a text of up to 20,000 bytes without control characters", found: found),
        at: value.span)
    }
    return text
  }
}
