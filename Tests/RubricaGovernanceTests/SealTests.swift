import RubricaBundle
import RubricaGovernance
import RubricaModel
import RubricaSignature
import RubricaSource
import Testing

/// Seals, and what a gate takes from a bundle beside them.
@Suite struct SealTests {
  private static let key = SignedLog.key("machine")
  private static let now = Saying.after(100)
  private static let seal = Seal(
    name: "notes@1.0.0", manifest: Digest([1]), verifier: "rubrica test", timeCreated: now,
    expiresAt: Saying.after(200), properties: ["sources-compile", "release"], policy: Digest([2]),
    logs: [
      .init(name: "notes", size: 3, root: Digest([3])),
      .init(name: "policy", size: 0, root: Digest([])),
    ],
    revoked: Digest([4]), counter: 2, previous: Digest([5]))

  private static func bundle() throws -> SealCheck.Bundle {
    var policy = try SamplePolicy.policy()
    policy.releaseKeys = [Located(key.publicKey.line, policy.span)]
    return SealCheck.Bundle(
      name: seal.name, manifest: seal.manifest, policy: policy, policyDigest: seal.policy,
      logs: seal.logs, revoked: seal.revoked)
  }

  private static func codes(
    _ seal: Seal = seal, keys: [PublicKey] = [key.publicKey], required: [String] = ["release"],
    seen: Int = 0, at time: Timestamp = now, _ edit: (inout SealCheck.Bundle) -> Void = { _ in }
  ) throws -> [DenialCode] {
    var bundle = try bundle()
    edit(&bundle)
    return SealCheck(keys: keys, required: required, seen: seen, time: time)
      .check(seal.envelope([key]), bundle).denials.map(\.code)
  }

  @Test func whatIsReadIsWhatWasSealed() throws {
    let read = try Seal(payload: Self.seal.payload)
    #expect(read.payload == Self.seal.payload)
    #expect(read.logs == Self.seal.logs && read.counter == 2 && read.revoked == Digest([4]))
    var bare = Self.seal
    (bare.expiresAt, bare.revoked, bare.previous) = (nil, nil, nil)
    #expect(try Seal(payload: bare.payload).payload == bare.payload)
  }

  @Test(arguments: [
    ("\"counter\": 2", "\"counter\": 0"), ("\"counter\": 2", "\"counter\": 2, \"x\": 1"),
    ("\"counter\": 2,", ""), ("release/v1", "release/v2"), ("\"size\": 3", "\"size\": -3"),
    ("\"expiresAt\": \"", "\"expiresAt\": \"on "),
  ])
  func whatIsNotExactlyASealIsRefused(old: String, new: String) throws {
    let text = String(decoding: Self.seal.payload, as: UTF8.self)
    try #require(text.contains(old))
    let edited = text.replacing(old, with: new)
    #expect(throws: SignOffProblem.self) { try Seal(payload: Array(edited.utf8)) }
  }

  @Test func theSealIsForWhatIsThere() throws {
    #expect(try Self.codes() == [])
    #expect(try Self.codes { $0.manifest = Digest([]) } == [.sealSubject])
    #expect(try Self.codes { $0.name = "notes@1.0.1" } == [.sealSubject])
    #expect(try Self.codes { $0.policyDigest = Digest([]) } == [.sealPolicy])
    #expect(try Self.codes { $0.logs.reverse() } == [.sealLog])
    #expect(try Self.codes { $0.revoked = nil } == [.sealRevocations])
    #expect(try Self.codes(required: ["release", "role:legal"]) == [.sealProperty])
  }

  @Test func theKeyIsGivenAndNamedByThePolicy() throws {
    let other = SignedLog.key("other").publicKey
    #expect(try Self.codes(keys: []) == [.sealSignature])
    #expect(try Self.codes(keys: [other]) == [.sealSignature])
    #expect(try Self.codes(keys: [other, Self.key.publicKey]) == [])
    #expect(try Self.codes { $0.policy.releaseKeys = [] } == [.sealKey])
    #expect(
      try Self.codes(keys: [other, Self.key.publicKey]) {
        $0.policy.releaseKeys = [Located(other.line, $0.policy.span)]
      } == [.sealKey])
  }

  @Test func theSealHasItsTime() throws {
    #expect(try Self.codes(at: Saying.after(99)) == [.sealTime])
    #expect(try Self.codes(at: Saying.after(199)) == [])
    #expect(try Self.codes(at: Saying.after(200)) == [.sealExpired])
    #expect(try Self.codes(seen: 2) == [])
    #expect(try Self.codes(seen: 3) == [.sealOlder])
  }

  /// As a file system reads them: an accent behind a slash is the first letter of a name.
  @Test func noPathLeadsOutOfTheBundle() {
    for path in ["a/b", "a/\u{301}b", "\u{301}/b", "a.b/.c"] { #expect(PathSafety.isSafe(path)) }
    for path in ["", "/a", "../a", "a/../b", "a/./b", "../\u{301}a", "a/../\u{301}b", "/\u{301}a"] {
      #expect(!PathSafety.isSafe(path))
    }
  }

  @Test func releasesAreCounted() throws {
    #expect(try SealRecord.last(nil) == nil)
    let records = (1...3).map {
      SealRecord(counter: $0, digest: Digest([UInt8($0)]), version: "1.0")
    }
    let text = records.map(\.line).joined()
    #expect(try SealRecord.last(Array(text.utf8)) == records[2])
    #expect(try SealRecord.last(Array(text.replacing("\n", with: "\r\n").utf8)) == records[2])
    // Whoever has taken the end of the last line away has not taken the release away.
    let unended = Array(records[0].line.utf8.dropLast())
    #expect(records[1].added(to: unended) == Array((records[0].line + records[1].line).utf8))
    let first = records[0].line
    for (other, line, column) in [
      (records[1].line, 1, 1), (first + first, 2, 1), ("1 x 1.0\n", 1, 3), ("1\n", 1, 3),
      (first + "\n=======\n", 3, 1),
    ] {
      let fault = #expect(throws: SealRecord.Fault.self) {
        try SealRecord.last(Array(other.utf8))
      }
      #expect(fault?.line == line && fault?.column == column)
      #expect(fault?.message.contains("git") == other.contains("="))
    }
  }
}

/// `scopes.json`, paths and the checklist of a bundle.
@Suite struct BundlePartTests {
  private static func subject() throws -> GovernedSubject {
    var subject = Saying.subject(try SamplePolicy.policy(), "internal", "Damage")
    let texts = [
      ("governance/vendor/valid-until", "2027-06-30"), ("governance/waivers/SRC-01/by", "lena"),
      ("governance/waivers/SRC-01/item", "SRC-01"),
      ("governance/waivers/SRC-01/since", "2027-01-01"),
      ("governance/waivers/SRC-01/until", "2027-02-01"), ("guideline/authors", "ada"),
    ]
    var leaves = subject.leaves
    for (path, text) in texts {
      let digest = Leaf.digest(path: path, text: text)
      leaves.append(.init(SignedLeaf(path: path, digest: digest, formDigest: digest), at: nil))
    }
    leaves.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let own = leaves.filter { !$0.path.hasPrefix("guideline") }
    let digest = GovernedScope.digest("notes", "data", own.map { ($0.path, $0.digest) })
    subject = GovernedSubject(
      id: "notes", version: nil, authors: ["ada"], policy: subject.policy,
      policyDigest: PolicyDigest.digest(subject.policy, signers: nil), leaves: leaves,
      scopes: [.init(name: "data", digest: digest, paths: own.map(\.path))],
      waivers: [
        .init(
          item: "SRC-01", by: "lena", since: try CalendarDate("2027-01-01"),
          until: try CalendarDate("2027-02-01"),
          place: Denial.Place(file: "a:b.yaml", line: 2, column: 3))
      ], contractUntil: try CalendarDate("2027-06-30"))
    return subject
  }

  @Test func whatIsReadIsWhatWasWritten() throws {
    let bytes = ScopesDocument.bytes(try Self.subject())
    let read = try ScopesDocument.read(bytes, signers: nil)
    #expect(ScopesDocument.bytes(read) == bytes)
    #expect(read.waivers[0].place?.file == "a:b.yaml")
  }

  @Test func whatContradictsItselfIsRefused() throws {
    func code(_ edit: (inout GovernedSubject) throws -> Void) throws -> String? {
      var subject = try Self.subject()
      try edit(&subject)
      do throws(SignOffProblem) {
        _ = try ScopesDocument.read(ScopesDocument.bytes(subject), signers: nil)
        return nil
      } catch { return error.code }
    }
    #expect(try code { _ in } == nil)
    #expect(try code { $0.policy.roles[0].quorum.value = 2 } == "policy-digest")
    #expect(try code { $0.scopes[0].name = "text" } == "scopes")
    #expect(try code { $0.scopes = [] } == "scopes")
    #expect(try code { $0.scopes[0].paths.removeLast() } == "scope-digest")
    #expect(try code { $0.scopes[0].digest = Digest([]) } == "scope-digest")
    #expect(try code { $0.id = "other" } == "scope-digest")
    #expect(
      try code { subject in
        subject.scopes[0].paths.removeLast()
        let leaves = subject.leaves(of: ["data"]).map { ($0.path, $0.digest) }
        subject.scopes[0].digest = GovernedScope.digest("notes", "data", leaves)
      } == "scope-leaves")
    // What the gate goes by has the digests that people sign.
    #expect(try code { $0.authors = [] } == "scope-content")
    #expect(try code { $0.authors = ["ada", "bo"] } == "scope-content")
    #expect(try code { $0.contractUntil = try CalendarDate("2028-06-30") } == "scope-content")
    #expect(try code { $0.waivers[0].until = try CalendarDate("2027-03-01") } == "scope-content")
    #expect(try code { $0.waivers[0].by = "lars" } == "scope-content")
    #expect(try code { $0.waivers[0].item = "SRC-02" } == "scope-content")
  }

  @Test func theSignersArePartOfThePolicy() throws {
    let bytes = ScopesDocument.bytes(try Self.subject())
    #expect(throws: SignOffProblem.self) {
      try ScopesDocument.read(bytes, signers: Array(SignedLog.signers.utf8))
    }
  }

  @Test(arguments: [
    ("a", true), ("a/b.html", true), ("ä/ö", true), (".well-known/a", true), ("a..b", true),
    ("", false), ("/a", false), ("a/", false), ("a//b", false), (".", false), ("..", false),
    ("a/../b", false), ("a/./b", false), ("a\\b", false), ("C:a", false), ("a\nb", false),
    ("a\u{7F}", false), ("a\u{202E}b", false), ("a.", false), ("a /b", false),
  ])
  func pathsStayInside(path: String, isSafe: Bool) {
    #expect(PathSafety.isSafe(path) == isSafe)
  }
}
