import RubricaBundle
import RubricaCompiler
import RubricaGovernance
import RubricaModel
import RubricaSource
import Testing

/// Policies, scopes, and what becomes of a sign-off.
@Suite struct PolicyTests {
  private static func governed(_ edits: [String: (String, String)]) throws -> Governed {
    var files = SampleFiles.all
    for (file, edit) in edits {
      let text = try #require(files[file])
      try #require(text.contains(edit.0), "\(file): \(edit.0)")
      files[file] = text.replacing(edit.0, with: edit.1, maxReplacements: 1)
    }
    return try Governed(texts: files)
  }

  @Test(arguments: [
    ("labels", "labels/a/name", true), ("labels", "labelsx/a", false),
    ("labels/a", "labels", false),
    ("*/a", "labels/a/name", true), ("labels/*/name", "labels/a/name/b", true),
    ("labels/*/name", "labels/a/definition", false), ("labels/*", "labels", false),
  ])
  func selectorsAreWholeSegments(selector: String, path: String, selects: Bool) {
    #expect(Selector(selector).selects(path) == selects)
  }

  @Test func aScopeHoldsWhatItRefersTo() throws {
    let scope = try #require(try Self.governed([:]).governed.scope("people"))
    // A metric is about a layer, the layer takes labels, and one of those is told from another.
    #expect(scope.own.allSatisfy { $0.hasPrefix("governance/") })
    for path in ["layers/signs/kind", "labels/stop/definition", "labels/yield/definition"] {
      #expect(scope.paths.contains(path))
    }
    #expect(!scope.paths.contains("labels/day/definition"))
    #expect(!scope.paths.contains("guideline/title"))
    let data = try #require(try Self.governed([:]).governed.scope("data"))
    #expect(data.paths.allSatisfy { $0.hasPrefix("governance/") })
  }

  /// Two scopes with the same leaves, or the same scope of two guidelines, are not the same.
  @Test func namesAreInTheDigest() throws {
    let leaf = (path: "a", digest: Digest([1]))
    let digests = [("g", "s"), ("g", "t"), ("h", "s")].map {
      GovernedScope.digest($0.0, $0.1, [leaf])
    }
    #expect(Set(digests).count == 3)
    #expect(GovernedScope.digest("g", "s", [leaf]) != GovernedScope.digest("g", "s", [leaf, leaf]))
  }

  /// The bytes that are hashed are a promise to those who signed.
  @Test func digestsStayTheSame() throws {
    let governed = try Self.governed([:]).governed
    #expect(
      governed.leaf("guideline/title")?.digest
        == Digest(Array("rubrica leaf 1\nguideline/title\nStreet signs".utf8)))
    #expect(
      GovernedScope.digest("g", "s", [("a", Digest([]))])
        == Digest(Array("rubrica scope 1\ng#s\na \(Digest([]))\n".utf8)))
  }

  @Test func theSignersAreInThePolicy() throws {
    let first = try Self.governed([:]).governed.policyDigest
    let same = try Self.governed([
      "allowed_signers": ("marit at home", "somewhere else"),
      "rubrica.yaml": (
        "people: [marit@example.com, hanna", "people: [\"marit@example.com\",  hanna"
      ),
    ]).governed.policyDigest
    #expect(first == same)
    for edit in [
      ("allowed_signers", ("AAAAIMarit", "AAAAIOther")),
      ("allowed_signers", ("rubrica, x", "rubrica,  x")),
      ("rubrica.yaml", ("people: [ada", "people: [bo")),
      ("rubrica.yaml", ("as described.", "as said.")),
      ("rubrica.yaml", ("data: [governance/data, ", "data: [")),
    ] {
      #expect(try Self.governed([edit.0: edit.1]).governed.policyDigest != first, "\(edit)")
    }
    #expect(
      PolicyDigest.lines(Array(SampleFiles.signers.utf8)).map {
        String(decoding: $0, as: UTF8.self)
      }
        == [
          "ada@example.com namespaces=\"rubrica, x\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAda",
          "marit@example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMarit",
        ])
  }

  @Test func changesHaveTheKindOfTheirPaths() throws {
    func changes(_ from: String, _ to: String) throws -> [String] {
      let (before, now) = (
        try Self.governed([:]).governed, try Self.governed(["guideline.md": (from, to)]).governed
      )
      return LeafChanges.changes(
        from: before.leaves.map(SignedLeaf.init), to: now.leaves.map(SignedLeaf.init)
      ).map { "\($0.action) \($0.kind) \($0.path)" }
    }
    #expect(try changes("A red octagon", "A red  octagon") == [])
    #expect(
      try changes("A red octagon", "A *red* octagon") == [
        "changed presentation labels/stop/definition"
      ])
    #expect(
      try changes("A red octagon", "A blue octagon") == [
        "changed semantic labels/stop/definition"
      ])
    #expect(
      try changes("the rim belongs", "the edge belongs") == [
        "changed wording examples/the-whole-octagon/reason"
      ])
    #expect(try changes("shortcut: s\n", "") == ["removed presentation labels/stop/shortcut"])
    #expect(
      try changes("code: 1\n", "code: 1\nexport: halt\n") == [
        "added semantic labels/stop/export"
      ])
    #expect(
      try changes("Stop sign {#stop}", "Halt sign {#stop}") == [
        "changed semantic labels/stop/name"
      ])
    #expect(
      try changes("Draw *one* box", "Place *one* box") == [
        "changed wording prose/street-signs/1"
      ])
    #expect(
      try changes("see [the rules](#rules).", "see [the rules](#rules).\n\nAsk if in doubt.")
        .contains("added semantic prose/street-signs/2"))
    // What names an answer is another part.
    #expect(
      try changes("see [the rules](#rules).", "prefer [the stop sign](#stop).") == [
        "removed semantic prose/street-signs/1", "added semantic prose/street-signs/1/answers",
      ])
    // Another picture in the place of words, or of another picture, is no other wording.
    #expect(
      try changes("see [the rules](#rules).", "see ![a sign](media/stop.png).") == [
        "removed semantic prose/street-signs/1", "added semantic prose/street-signs/1/answers",
      ])
    // Nor is HTML, which can do all of that; a comment says nothing.
    for markup in [
      "<img src=\"media/stop.png\">", "<code>stop</code>", "<a href=\"#stop\">this</a>",
    ] {
      #expect(
        try changes("see [the rules](#rules).", "see \(markup).") == [
          "removed semantic prose/street-signs/1", "added semantic prose/street-signs/1/answers",
        ], "\(markup)")
    }
    #expect(
      try changes("see [the rules](#rules).", "ask <!-- whom? --> us.") == [
        "changed wording prose/street-signs/1"
      ])
    #expect(LeafChanges.greatest([]) == .none)
  }

  @Test(arguments: [
    ("prose/~/12", "wording"), ("prose/a/heading", "semantic"), ("prose/a/under", "semantic"),
    ("prose/a/1/answers", "semantic"), ("prose/a", "semantic"), ("guideline/title", "wording"),
    ("guideline/language", "semantic"), ("guideline/warnings/violence", "semantic"),
    ("guideline/warnings/violence/text", "wording"), ("groups/a/definition", "semantic"),
    ("labels/a/name", "semantic"), ("labels/a/text/1", "semantic"),
    ("labels/a/colour", "presentation"), ("rules/~3f3752ba3dda/title", "semantic"),
    ("rules/a/reasons", "wording"), ("examples/a/input", "semantic"),
    ("examples/a/reason", "wording"), ("examples/a/content", "semantic"),
    ("entries/change/a/title", "wording"), ("entries/change/a/under", "semantic"),
    ("entries/term/a/content", "semantic"), ("translations/de/title", "semantic"),
    ("translations/de/text/1", "semantic"), ("media/a.png", "semantic"), ("new/a", "semantic"),
  ])
  func onlyOtherWordsAreWording(path: String, kind: String) {
    #expect(LeafKinds.kind(of: path).rawValue == kind)
    let isLook = kind == "presentation"
    for action in [LeafChange.Action.added, .removed] {
      #expect(LeafKinds.kind(of: path, action) == (isLook ? .presentation : .semantic))
    }
  }

  /// Below a label everything is of it, however deep it stands.
  @Test func whatStandsBelowALabelIsOfAnAnswer() throws {
    let words = "Some more words on stop signs.\n"
    let more = "\n#### By night\n\nLook twice.\n\n##### In rain\n\nLook again.\n"
    let paths = try Self.governed(["guideline.md": (words, words + more)]).governed.leaves
      .map(\.path)
    #expect(paths.contains("labels/stop/text/1"))
    #expect(paths.contains("prose/by-night/1/answers"))
    #expect(paths.contains("prose/in-rain/1/answers"))
  }

  @Test func leavesAreComparedInTheOrderOfBytes() {
    func leaves(_ texts: [String: String]) -> [SignedLeaf] {
      texts.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }.map {
        SignedLeaf(path: $0.key, digest: Digest(Array($0.value.utf8)), formDigest: Digest([]))
      }
    }
    let changes = LeafChanges.changes(
      from: leaves(["a": "1", "b": "1", "b/c": "1", "caf\u{E9}": "1", "z": "1"]),
      to: leaves(["a-": "1", "b": "2", "b/c": "1", "cafe\u{301}": "1", "y": "1"]))
    #expect(
      changes.map { "\($0.action) \(Array($0.path.utf8).count) \($0.path)" } == [
        "removed 1 a", "added 2 a-", "changed 1 b", "added 6 cafe\u{301}", "removed 5 caf\u{E9}",
        "added 1 y", "removed 1 z",
      ])
    #expect(LeafChanges.changes(from: leaves(["a": "1"]), to: []).map(\.action) == [.removed])
    #expect(LeafChanges.changes(from: [], to: leaves(["a": "1"])).map(\.action) == [.added])
  }

  // MARK: Findings

  private static let draft = "---\nrubrica: 1\n---\n\n# T\n"

  private func messages(_ policy: String, _ id: String) throws -> [String] {
    try Governed(texts: ["guideline.md": Self.draft, "rubrica.yaml": policy]).findings(id)
      .map { "\($0.message) [\($0.help ?? "")]" }
  }

  @Test(arguments: [
    ("policy: {role: owner}", "policy: {role: ownr}", "undefined-role", "did you mean `owner`?"),
    ("scopes: [data, people]", "scopes: [dta, people]", "undefined-scope", "did you mean `data`?"),
    ("scopes: [data, people]", "scopes: [people]", "unsigned-scope", "add it to the `scopes`"),
    ("[governance/data,", "[governance/dta,", "unknown-selector", "did you mean `data`?"),
    ("[governance/data,", "[governence,", "unknown-selector", "did you mean `governance`?"),
    ("[governance/data,", "[governance//data,", "unknown-selector", "one of"),
    ("meaning:", "quorum: 3\n      meaning:", "impossible-quorum", "name more people"),
    ("hanna@example.com]", "marit@example.com]", "duplicate-declaration", "keep one"),
    ("workspace: workspace", "workspace: []", "wrong-value", "a path of leaves"),
    ("meaning:", "keeps: [none, semantic]\n      meaning:", "wrong-value", "one of `none`"),
    ("meaning:", "maximum-age: 0\n      meaning:", "wrong-value", "from 1 to"),
    ("policy: {role: owner}", "release-keys: []", "missing-key", "policy"),
  ])
  func aPolicyHoldsTogether(from: String, to: String, id: String, help: String) throws {
    try #require(SampleFiles.policy.contains(from))
    let policy = SampleFiles.policy.replacing(from, with: to, maxReplacements: 1)
    let found = try messages(policy, id)
    #expect(found.contains { $0.contains(help) }, "\(found)")
    #expect(try messages(SampleFiles.policy, id) == [])
  }

  /// What a scope only refers to is signed by nobody for its own sake.
  @Test func everythingIsInASignedScope() throws {
    #expect(try Self.governed([:]).findings("leaf-in-no-scope") == [])
    let found = try Self.governed(["rubrica.yaml": ("guideline, layers, labels,", "guideline,")])
      .findings("leaf-in-no-scope")
    #expect(
      found.map(\.message) == [
        "34 parts below `layers` are in no scope that a role signs",
        "22 parts below `labels` are in no scope that a role signs",
      ])
    #expect(found.allSatisfy { $0.severity == .warning && $0.notes.count == 6 })
    let pilot = try Self.governed([
      "guideline.md": ("stage: draft", "stage: pilot"),
      "rubrica.yaml": ("guideline, layers, labels,", "guideline,"),
    ])
    #expect(pilot.findings("leaf-in-no-scope").allSatisfy { $0.severity == .error })
  }

  private func waivers(_ fields: String, group: String = "vendor") throws -> [String] {
    var files = SampleFiles.all
    files["governance.yaml"] = SampleFiles.governance + "\nwaivers:\n  - {\(fields)}\n"
    let catalogue = Catalogue(
      items: ["VEN-02"].map { id in
        Catalogue.Item(
          id: id, group: group, question: "?", why: "w", how: "h", kind: .automatic,
          level: .block, role: "legal", appliesIf: nil, evidence: [], clauses: [])
      })
    let compiled = try Governed(texts: files, catalogue: catalogue)
    return (compiled.findings("invalid-waiver") + compiled.findings("missing-key")).map(\.message)
  }

  @Test func everyBlockingQuestionHasSomebodyToAnswerIt() throws {
    func item(
      _ id: String, _ role: String, _ kind: Catalogue.Item.Kind, _ level: Catalogue.Item.Level
    ) -> Catalogue.Item {
      Catalogue.Item(
        id: id, group: "Data", question: "?", why: "w", how: "h", kind: kind, level: level,
        role: role, appliesIf: nil, evidence: [], clauses: [])
    }
    let catalogue = Catalogue(items: [
      item("A-1", "legal", .both, .block), item("A-2", "biology", .both, .block),
      item("A-3", "biology", .attested, .block), item("A-4", "chemistry", .automatic, .block),
      item("A-5", "physics", .both, .warn),
    ])
    let found = try Governed(texts: SampleFiles.all, catalogue: catalogue)
      .findings("unanswered-questions")
    #expect(found.count == 1)
    #expect(found.first?.notes.map(\.message) == ["`biology`: A-2, A-3"])
    #expect(found.allSatisfy { $0.severity != .error })
  }

  @Test func aWaiverIsGrantedByItsRole() throws {
    let dates = "since: 2026-11-01, until: 2026-12-31"
    #expect(try waivers("item: VEN-02, reason: r, by: marit@example.com, \(dates)") == [])
    #expect(
      try waivers("item: VEN-02, reason: r, by: ada@example.com, \(dates)") == [
        "`ada@example.com` is not a person of the role `legal`, which the item belongs to"
      ])
    #expect(
      try waivers("item: VEN-03, reason: r, by: marit@example.com, \(dates)") == [
        "the checklist has no item `VEN-03`"
      ])
    #expect(
      try waivers("item: VEN-02, reason: r, by: marit@example.com, \(dates)", group: "Release") == [
        "`VEN-02` is about the release itself, so it cannot be waived"
      ])
    #expect(try waivers("item: VEN-02, by: marit@example.com, \(dates)").count == 1)
    #expect(
      try waivers("item: VEN-02, reason: r, by: marit@example.com, since: soon, until: 2026-12-31")
        == ["`soon` is not a date"])
  }

  // MARK: scopes.json

  @Test func theBundleSaysWhatIsSigned() throws {
    let reader = MemoryFiles(texts: SampleFiles.all)
    func compile(_ policy: String) throws -> Artifact? {
      let settings = WorkspaceSettings(
        file: SourceFile(name: "rubrica.yaml", text: policy), catalogue: Catalogue(items: []),
        compiler: "rubrica test", files: reader)
      var input = CompileInput(
        document: "guideline.md", defaultID: "test", files: reader, settings: settings)
      input.files = MemoryFiles(
        texts: SampleFiles.all.merging([
          "guideline.md": SampleFiles.guideline.replacing("media/stop.png", with: "#rules")
            .replacing("![A box that touches the rim](#rules)", with: "")
        ]) { $1 })
      let compilation = try Compiler.compile(input)
      #expect(!compilation.hasErrors, "\(compilation.diagnostics.filter { $0.severity == .error })")
      return compilation.artifacts.first { $0.path == "scopes.json" }
    }
    let first = try #require(try compile(SampleFiles.policy))
    #expect(try compile(SampleFiles.policy)?.bytes == first.bytes)
    let text = String(decoding: first.bytes, as: UTF8.self)
    #expect(text.contains("\"path\": \"governance/data/retention\""))
    #expect(text.contains("\"place\": \"governance.yaml:8:14\""))
    #expect(text.contains("\"place\": \"rubrica.yaml:2:22\""))
    let start = try #require(SampleFiles.policy.firstRange(of: "approval:"))
    #expect(try compile(String(SampleFiles.policy[..<start.lowerBound])) == nil)
  }
}
