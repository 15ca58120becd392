import RubricaBundle
import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing
@testable import RubricaGovernance

/// What reviewers read in place of the notation that is signed.
@Suite struct ReviewWordsTests {
  private static let names = [
    "labels/body-site/name": "Body site", "labels/stop/name": "Stop sign",
    "layers/how/name": "What was done", "layers/severity/points/4/means": "a threat",
    "escapes/unclear/name": "Unclear",
    "examples/a/input": "\"She has no chest pain.\\nToday.\"",
  ]

  private func words(_ text: String, at path: String = "examples/a/expected") -> String {
    LeafWords { Self.names[$0] }.words(path, text)
  }

  @Test(arguments: [
    (
      #"marks: [{label: "test", id: "t", ranges: [0-3]}, {label: "body-site", ranges: [11-16], attributes: [{id: "is-negated", value: "true"}]}]"#
        + "\n" + #"relations: [{relation: "located-at", from: "t", to: "u"}]"#,
      """
      “She”: test #t, characters 0–3
      “chest”: Body site (is negated: yes), characters 11–16
      “She” #t — located at → #u
      """
    ),
    (#"{whole: "none"}"#, "Nothing to annotate"),
    (#"{whole: "unclear"}"#, "Unclear"),
    (
      #"{answers: [{layer: "how", value: nothing}, {layer: "severity", value: point(4)}]}"#,
      "What was done [how]: nothing\nseverity: 4 (a threat)"
    ),
    (
      #"{answers: [{layer: "signs", value: regions([{label: "stop", geometry: box({left: 4, top: 5.5, right: 60, bottom: 70})}])}]}"#,
      "signs: Stop sign [stop], box from (4, 5.5) to (60, 70)"
    ),
    (
      #"{answers: [{layer: "best", value: ranking([["a"], ["b", "c"]])}]}"#, "best: a › b = c"
    ),
    (
      #"{answers: [{layer: "turns", value: regions([{label: "talk", geometry: segment({start: 1.5, end: 3})}])}]}"#,
      "turns: talk, from second 1.5 to second 3"
    ),
  ])
  func answersAreToldInWords(_ notation: String, _ expected: String) {
    #expect(words(notation) == expected)
  }

  /// Words of authors look like anything, and are shown as they are signed.
  @Test func nothingElseIsTakenForNotation() {
    for text in [#"{label: "stop"}"#, "[]", "true", "marks: []"] {
      #expect(words(text, at: "labels/stop/definition") == text)
      #expect(words(text, at: "rules/~3f3752ba3dda/text") == text)
    }
    for broken in [#"{answers: ["#, #"{a "b"}"#, #""open"#, #"{whole: "none"} "#] {
      #expect(words(broken) == broken)
    }
    let deep = String(repeating: "[", count: 100_000)
    #expect(words(deep) == deep)
  }

  @Test func valuesOfDataThatSayNothingAreToldSo() {
    #expect(words("\\nothing", at: "governance/data/gaps") == "nothing")
    #expect(words("{}", at: "workspace/targets/schema") == "nothing more is set")
    #expect(words("true", at: "layers/signs/required") == "yes")
  }

  /// Whatever the compiler writes is read back.
  @Test func answersOfEveryExampleCanBeRead() throws {
    let governed = try Governed(texts: SampleFiles.all).governed
    let texts = Dictionary(uniqueKeysWithValues: governed.leaves.map { ($0.path, $0.text) })
    let words = LeafWords { texts[$0] }
    let answers = governed.leaves.filter {
      $0.path.hasPrefix("examples/") && $0.path.hasSuffix("/expected")
    }
    #expect(!answers.isEmpty)
    for leaf in answers {
      let said = words.words(leaf.path, leaf.text)
      #expect(said != leaf.text && !said.contains("{"), "\(leaf.path): \(said)")
    }
  }

  /// Ids stand in paths in escaped form, and have their names for all that.
  @Test func whatIsEscapedInPathsHasItsName() throws {
    let text = """
      ---
      rubrica: 1
      task:
        modality: text
        layers:
          - {id: of/kind, name: Kind of text, kind: choice, labels: [work/art, other]}
      ---

      # Texts

      ## Labels

      ### Work of art {#work/art}

      A thing that is made.

      #### Good: a song

      ```text
      La la.
      ```

      ```yaml expected
      of/kind: work/art
      ```

      ### Other

      Anything else.
      """
    let files = MemoryFiles(texts: ["guideline.md": text])
    let settings = WorkspaceSettings(
      file: nil, catalogue: Catalogue(items: []), compiler: "rubrica test", files: files)
    let guideline = try Compiler.govern(
      CompileInput(document: "guideline.md", defaultID: "test", files: files, settings: settings)
    ).guideline
    let example = try #require(guideline.examples.first)
    #expect(
      AnswerWords(guideline).text(of: example) == "Kind of text [of/kind]: Work of art [work/art]")
  }

  private static let old = "rules/~aaaaaaaaaaaa"
  private static let new = "rules/~bbbbbbbbbbbb"

  private func changes(_ before: [String: String], _ now: [String: String]) -> PacketChanges {
    let signed = { (texts: [String: String]) in
      texts.sorted { $0.key < $1.key }.map { path, text in
        let digest = Leaf.digest(path: path, text: text)
        return SignedLeaf(path: path, digest: digest, formDigest: digest)
      }
    }
    return PacketChanges(
      LeafChanges.changes(from: signed(before), to: signed(now)), now: now, before: before)
  }

  @Test func anEditedRuleWithoutANameIsOneRule() {
    let found = changes(
      [
        Self.old + "/text": "Label everything within 60 m to the front",
        Self.old + "/kind": "rule", Self.old + "/title": "Near",
      ],
      [
        Self.new + "/text": "Label everything within 80 m to the front",
        Self.new + "/kind": "rule", Self.new + "/reasons": "It is far.",
      ])
    #expect(found.byPath[Self.new + "/text"]?.action == .changed)
    #expect(found.byPath[Self.new + "/text"]?.kind == .semantic)
    #expect(found.former[Self.new + "/text"] == Self.old + "/text")
    // The same words at another path are no change for a reader.
    #expect(found.byPath[Self.new + "/kind"] == nil)
    #expect(found.byPath[Self.new + "/reasons"]?.action == .added)
    #expect(found.gone.map(\.path) == [Self.old + "/title"])
  }

  @Test func anotherRuleIsAnotherOne() {
    let found = changes(
      [
        Self.old + "/text": "Label everything within 60 m",
        "entries/check/~aaaaaaaaaaaa/title": "x y",
      ],
      [Self.new + "/text": "Mirrors are outside of it", "entries/step/~bbbbbbbbbbbb/title": "x y"])
    #expect(found.gone.count == 2 && found.former.isEmpty)
    #expect(found.byPath.values.allSatisfy { $0.action == .added })
  }

  /// A part that is still there has not become another one.
  @Test func whatIsStillThereIsNotRenamed() {
    let before = [Self.old + "/text": "One two three", Self.old + "/reasons": "One two three four"]
    let found = changes(
      before, [Self.old + "/text": "One two three", Self.new + "/text": "One two three four"])
    #expect(found.former.isEmpty && found.gone.map(\.path) == [Self.old + "/reasons"])
  }

  @Test func aPolicyIsComparedFactByFact() throws {
    let key = { (name: String) in "\(name) ssh-ed25519 AAAA\(name)\n" }
    let old = try SamplePolicy.record(signers: key("lena") + key("olga"))
    let new = try SamplePolicy.record(
      [
        (#""people": ["lars", "lena"], "quorum": 1"#, #""people": ["lena"], "quorum": 2"#),
        (#"["governance", "labels"]"#, #"["governance"]"#),
      ], signers: key("lena") + key("mallory"))
    let facts = { (record: PolicyRecord) in PolicyFacts(record.policy, signers: record.signers) }
    let told = PolicyFacts.changes(from: facts(old), to: facts(new)).map {
      "\($0.title): \($0.old?.text ?? "-") > \($0.new?.text ?? "-")"
    }
    #expect(
      told == [
        "who may sign as `legal`: lars, lena > lena",
        "how many of them must sign as `legal`: 1 > 2",
        "what the scope `data` covers: governance, labels > governance",
        "the keys of `mallory`: - > ssh-ed25519 AAAAmallory",
        "the keys of `olga`: ssh-ed25519 AAAAolga > -",
      ])
    #expect(PolicyFacts.changes(from: facts(old), to: facts(old)).isEmpty)
  }

  /// Whatever changes the digest of a policy is told.
  @Test(arguments: [
    (#""authors-may-sign": false"#, #""authors-may-sign": true"#),
    (#""keeps": ["none"]"#, #""keeps": ["none", "wording"]"#),
    (#""maximum-age": 30"#, #""maximum-age": 31"#),
    (#""meaning": null"#, #""meaning": "I agree.""#),
    (#""answers-for": []"#, #""answers-for": ["product"]"#),
    (#""one-person-several-roles": false"#, #""one-person-several-roles": true"#),
    (#""policy": {"role": "owner"}"#, #""policy": {"role": "legal"}"#),
    (#""release-keys": []"#, #""release-keys": ["ssh-ed25519 AAAA"]"#),
    (#""revoked": "revoked_keys""#, #""revoked": "other""#),
    (#""signers": "allowed_signers""#, #""signers": "other""#),
    (#""legal": {"#, #""lawyers": {"#), (#""data": ["governance""#, #""facts": ["governance""#),
  ])
  func everyPartOfAPolicyIsAFact(_ from: String, _ to: String) throws {
    let (old, new) = (
      try SamplePolicy.record(signers: ""), try SamplePolicy.record([(from, to)], signers: "")
    )
    #expect(old.digest != new.digest)
    let facts = { (record: PolicyRecord) in PolicyFacts(record.policy, signers: record.signers) }
    #expect(!PolicyFacts.changes(from: facts(old), to: facts(new)).isEmpty)
  }

  @Test func aWithdrawalByWhoMayNotMakeItTakesNothingBack() throws {
    var saying = try Saying()
    let objection = saying.say(.requestChanges, "mallory")
    let fault = { (saying: Saying, signer: String) throws -> String? in
      var signOff = saying.statement(.withdraw, signer, at: saying.entries.count)
      signOff.supersedes = objection
      let role = try #require(saying.subject.policy.role("legal"))
      return RoleEvaluation(
        saying.subject, saying.ledger, approvedPolicies: saying.approved, time: nil
      ).fault(ofWithdrawal: signOff, as: role)
    }
    #expect(try fault(saying, "otto")?.contains("does not have the role") == true)
    #expect(try fault(saying, "mallory") == nil)
    #expect(try fault(saying, "lena") == nil)
    saying.subject.authors = ["lena"]
    #expect(try fault(saying, "lena")?.contains("author") == true)
    // The policy may be approved afterwards.
    saying.subject.authors = []
    saying.approved = []
    #expect(try fault(saying, "lena") == nil)
  }
}
