internal import RubricaBundle
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource
internal import RubricaSyntax

/// `scopes.json`: what people sign, for a gate that has the bundle alone. See docs/formats/scopes.md.
package enum ScopesDocument {
  package static let file = "scopes.json"
  private static let schema = "https://rubrica.dev/schemas/scopes/v1"

  package static func bytes(_ subject: GovernedSubject) -> [UInt8] {
    let text = { (text: String?) -> JSON in text.map(JSON.string) ?? .null }
    return JSON.object([
      ("schema", .string(schema)),
      (
        "guideline",
        .object([
          ("id", .string(subject.id)), ("version", text(subject.version)),
          ("authors", .array(subject.authors.map(JSON.string))),
        ])
      ),
      (
        "policy",
        .object([
          ("digest", .string(subject.policyDigest.hex)), ("approval", subject.policy.canonical),
        ])
      ),
      ("contractUntil", text(subject.contractUntil?.description)),
      (
        "waivers",
        .array(
          subject.waivers.map { waiver in
            .object([
              ("item", .string(waiver.item)), ("by", .string(waiver.by)),
              ("since", .string(waiver.since.description)),
              ("until", .string(waiver.until.description)), ("place", text(waiver.place?.text)),
            ])
          })
      ),
      (
        "scopes",
        .array(
          subject.scopes.map { scope in
            .object([
              ("name", .string(scope.name)), ("digest", .string(scope.digest.hex)),
              ("leaves", .array(scope.paths.map(JSON.string))),
            ])
          })
      ),
      (
        "leaves",
        .array(
          subject.leaves.map { leaf in
            .object([
              ("path", .string(leaf.path)), ("digest", .string(leaf.digest.hex)),
              ("form", .string(leaf.form.hex)), ("place", text(leaf.place?.text)),
            ])
          })
      ),
    ]).bytes
  }

  /// Reads the file, and compares it with itself: digests of scopes and policy are computed again, a scope has
  /// at least what its selectors select, and what the gate reads of the guideline has the digest of its
  /// leaf.
  package static func read(
    _ bytes: [UInt8], signers: [UInt8]?
  ) throws(SignOffProblem) -> GovernedSubject {
    let subject: GovernedSubject
    do throws(JSONProblem) { subject = try parse(bytes) } catch {
      throw SignOffProblem(error.message, code: error.code)
    }
    guard PolicyDigest.digest(subject.policy, signers: signers) == subject.policyDigest else {
      throw SignOffProblem(
        "the digest of the policy differs from that of the policy and the signers in the bundle",
        code: "policy-digest")
    }
    if let field = subject.unsupported {
      throw SignOffProblem(
        "`\(field)` differs from the leaves that people sign", code: "scope-content")
    }
    // The policy is in its canonical order.
    guard
      subject.scopes.map(\.name).sorted(by: { $0.precedes($1) })
        == subject.policy.scopes.map(\.name.value)
    else { throw SignOffProblem("its scopes differ from those of its policy", code: "scopes") }
    for declared in subject.policy.scopes {
      guard let scope = subject.scope(declared.name.value) else { continue }
      let leaves = scope.paths.compactMap { path in subject.leaf(path).map { (path, $0.digest) } }
      guard leaves.count == scope.paths.count,
        GovernedScope.digest(subject.id, scope.name, leaves) == scope.digest
      else {
        throw SignOffProblem(
          "the digest of the scope `\(scope.name)` differs from that of its leaves",
          code: "scope-digest")
      }
      let selectors = declared.selectors.map { Selector($0.value) }
      let paths = Set(scope.paths)
      if let lost = subject.leaves.first(where: { leaf in
        !paths.contains(leaf.path) && selectors.select(leaf.path)
      }) {
        throw SignOffProblem(
          "the scope `\(scope.name)` lacks `\(lost.path)`, which it selects", code: "scope-leaves")
      }
    }
    return subject
  }

  private static func parse(_ bytes: [UInt8]) throws(JSONProblem) -> GovernedSubject {
    var fields = try JSONParser.parse(bytes).fields()
    let schema = try fields.required("schema")
    guard try schema.string() == Self.schema else {
      throw JSONProblem(
        .wrongKind(expected: "`\(Self.schema)`", found: "another schema"), at: schema.span)
    }
    var guideline = try fields.required("guideline").fields()
    let id = try guideline.required("id").string()
    let version = try guideline.optional("version")?.string()
    let authors = try guideline.required("authors").texts()
    try guideline.end()
    var policy = try fields.required("policy").fields()
    let digest = try policy.required("digest").digest()
    let approval = try PolicyReader.read(try policy.required("approval"))
    try policy.end()
    let contract = try fields.optional("contractUntil")?.day()
    var waivers: [GovernedSubject.Waiver] = []
    for value in try fields.required("waivers").array() { waivers.append(try waiver(value)) }
    var scopes: [GovernedSubject.Scope] = []
    for value in try fields.required("scopes").array() {
      var scope = try value.fields()
      let name = try scope.required("name").string()
      let digest = try scope.required("digest").digest()
      let paths = try scope.required("leaves").texts()
      try scope.end()
      scopes.append(GovernedSubject.Scope(name: name, digest: digest, paths: paths))
    }
    let leaves = try leaves(try fields.required("leaves"))
    try fields.end()
    return GovernedSubject(
      id: id, version: version, authors: authors, policy: approval, policyDigest: digest,
      leaves: leaves, scopes: scopes, waivers: waivers, contractUntil: contract)
  }

  private static func leaves(_ value: JSONValue) throws(JSONProblem) -> [GovernedSubject.Leaf] {
    var leaves: [GovernedSubject.Leaf] = []
    for value in try value.array() {
      var fields = try value.fields()
      let path = try fields.required("path")
      let leaf = GovernedSubject.Leaf(
        SignedLeaf(
          path: try path.string(), digest: try fields.required("digest").digest(),
          formDigest: try fields.required("form").digest()),
        at: Denial.Place(try fields.optional("place")?.string()))
      try fields.end()
      if let last = leaves.last, LeafPath.order(last.path, leaf.path) >= 0 {
        throw JSONProblem(
          .wrongKind(expected: "a path after `\(last.path)`", found: "`\(leaf.path)`"),
          at: path.span)
      }
      leaves.append(leaf)
    }
    return leaves
  }

  private static func waiver(_ value: JSONValue) throws(JSONProblem) -> GovernedSubject.Waiver {
    var fields = try value.fields()
    let waiver = GovernedSubject.Waiver(
      item: try fields.required("item").string(), by: try fields.required("by").string(),
      since: try fields.required("since").day(), until: try fields.required("until").day(),
      place: Denial.Place(try fields.optional("place")?.string()))
    try fields.end()
    return waiver
  }
}

extension Denial.Place {
  /// `governance.yaml:3:10`.
  package var text: String { "\(file):\(line):\(column)" }

  /// Nil for a text that is not a place.
  init?(_ text: String?) {
    guard let parts = text?.split(separator: ":", omittingEmptySubsequences: false),
      parts.count >= 3, let line = Int(parts[parts.count - 2]),
      let column = Int(parts[parts.count - 1])
    else { return nil }
    self.init(file: parts.dropLast(2).joined(separator: ":"), line: line, column: column)
  }
}
