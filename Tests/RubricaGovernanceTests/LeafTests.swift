import RubricaBundle
import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

@testable import RubricaGovernance

/// What leaves say, and that nothing is left out.
@Suite struct LeafTests {
  private static func texts(_ files: [String: String]) throws -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: try Governed(texts: files).governed.leaves.map { ($0.path, $0.text) })
  }

  /// Leaves before and after one replacement in a file: paths that differ.
  private static func differing(
    _ from: String, _ to: String, in file: String = "guideline.md"
  ) throws -> (text: [String], form: [String]) {
    var files = SampleFiles.all
    let text = try #require(files[file])
    try #require(text.contains(from))
    let before = try Governed(texts: files)
    files[file] = text.replacing(from, with: to, maxReplacements: 1)
    let now = try Governed(texts: files)
    func paths(_ a: [String: String], _ b: [String: String]) -> [String] {
      Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
    }
    return (
      paths(before.leafDigests, now.leafDigests), paths(before.formDigests, now.formDigests)
    )
  }

  @Test func leavesAreFacts() throws {
    let texts = try Self.texts(SampleFiles.all)
    let expected = [
      "guideline/title": "Street signs", "guideline/authors": "Ada\nBo",
      "layers/signs/labels": "other\nstop\nyield", "layers/signs/maximum": "20",
      "layers/signs/attributes/limit/applies-to": "other",
      "layers/quality/points/1/means": "sharp",
      "labels/stop/definition": "A red octagon that orders the driver to stop.",
      "labels/stop/includes": "signs seen from behind\ntemporary signs held by workers",
      "labels/stop/contrasts/yield": "a triangle.", "labels/stop/colour": "#c0392b",
      "labels/stop/text/1": "Some more words on stop signs.",
      "escapes/unreadable/meaning": "ignore-region",
      "examples/the-whole-octagon/reason": "the rim belongs to the sign.",
      "examples/the-whole-octagon/input": "<media/stop.png>",
      "precedence": "`stop`: stop\n`yield`: yield\n`other`: other",
      "doubt": "Prefer `other` to leaving a sign out.", "doubt/label": "other",
      "entries/step/2/content": "Draw the boxes.",
      "entries/term/plate/content": "the metal part.",
      "prose/street-signs/1": "Draw one box around every sign: see [the rules](#rules).",
      "prose/rules/1/answers":
        "Some other signs \\[\\~5 px\\] are <html <b\\>>small<html </b\\>>.",
      "governance/data/sources/web/licence": "CC-BY-4.0",
      "governance/use/intended": "training\ntests",
      "governance/quality/metrics/iou/at-least": "0.8",
      "workspace/organisation/name": "Example Mobility",
      "workspace/checks/one-sided-contrast": "off", "workspace/targets/schema": "{}",
      "media/media/stop.png": "absent",
    ]
    for (path, text) in expected { #expect(texts[path] == text, "\(path)") }
    let answer = try #require(texts["examples/the-whole-octagon/expected"])
    #expect(answer.contains(#"{label: "stop", geometry: box({left: 40, top: 30, right: 100"#))
    let rules = texts.filter { $0.key.hasPrefix("rules/") && $0.key.hasSuffix("/text") }.values
    #expect(
      rules.sorted() == [
        "A reflection in a window is a `stop` sign too, because",
        "If a sign is half hidden then label it. Unless it is behind a tree.",
        "`height < 10 px` -> do not label.",
      ])
    let allowed = try #require(texts.first { $0.key.hasPrefix("suppressions/") })
    #expect(
      allowed.value
        == "allow vague-quantifier because \"nobody measures this\" at prose/rules/1/answers")
  }

  @Test(arguments: [
    ("the driver to **stop**", "the driver to stop", []),
    ("the driver to **stop**", "the driver to **halt**", ["labels/stop/definition"]),
    ("Every other sign.", "Every other Sign.", ["labels/other/definition"]),
    ("the rim belongs", "the edge belongs", ["examples/the-whole-octagon/reason"]),
    ("maximum: 20", "maximum: 21", ["layers/signs/maximum"]),
    ("day, night", "night, day", []),
    ("- {id: unreadable, means: ignore-region", "- {means: ignore-region, id: unreadable", []),
    ("occluded: none}]", "occluded: part}]", ["examples/the-whole-octagon/expected"]),
    ("shortcut: s", "shortcut: x", ["labels/stop/shortcut"]),
    ("[the rules](#rules)", "[the rules](#labels)", ["prose/street-signs/1"]),
    ("A box that touches", "A box which touches", ["examples/the-whole-octagon/picture"]),
    ("1. Look at the picture.\n2. Draw", "1) Look at the picture.\n1) Draw", []),
  ])
  func aChangeIsInItsLeaf(from: String, to: String, paths: [String]) throws {
    #expect(try Self.differing(from, to).text == paths)
  }

  /// Marks in running text are formatting, and say so in the form alone.
  @Test func formattingIsInTheForm() throws {
    let (text, form) = try Self.differing("to **stop**.", "to *stop*.")
    #expect(text == [])
    #expect(form == ["labels/stop/definition"])
    let moved = try Self.differing("labels: [stop, yield, other]", "labels: [yield, stop, other]")
    #expect(moved.text == [])
    #expect(moved.form == ["arrangement", "layers/signs/labels"])
  }

  /// A rule or an entry that is put before others changes none of them.
  @Test func placesAreNoIdentity() throws {
    let (text, _) = try Self.differing(
      "- **Smallest sign.**", "- Label mirrored signs.\n- **Smallest sign.**")
    #expect(text.count == 3)
    #expect(text.allSatisfy { $0.hasPrefix("rules/~") })
    let sources = try Self.differing(
      "    - {id: dashcam", "    - {id: new, licence: MIT}\n    - {id: dashcam",
      in: "governance.yaml")
    #expect(
      sources.text == ["governance/data/sources/new/id", "governance/data/sources/new/licence"])
  }

  @Test func aReasonIsNoPartOfItsRule() throws {
    let (text, _) = try Self.differing("the detector sees it", "the camera sees it")
    #expect(text.count == 1)
    #expect(text.allSatisfy { $0.hasSuffix("/reasons") })
    let title = try Self.differing("**Smallest sign.**", "**Least sign.**").text
    #expect(title.count == 1)
    #expect(title.allSatisfy { $0.hasSuffix("/title") })
  }

  /// Different bytes are different texts: a composed letter and one with a mark behind it, a blank and
  /// one that does not break.
  @Test(arguments: [("\u{E9}", "e\u{301}"), ("\u{430}", "a"), ("a\u{A0}b", "a b")])
  func unicodeIsComparedByBytes(one: String, other: String) throws {
    let before = try Self.differing("Every other sign", one)
    let now = try Self.differing("Every other sign", other)
    #expect(before.text == now.text)
    var files = SampleFiles.all
    files["guideline.md"] = SampleFiles.guideline.replacing("Every other sign", with: one)
    let first = try Governed(texts: files).leafDigests["labels/other/definition"]
    files["guideline.md"] = SampleFiles.guideline.replacing("Every other sign", with: other)
    #expect(first != (try Governed(texts: files).leafDigests["labels/other/definition"]))
  }

  /// Contents that could be taken for each other.
  @Test(arguments: [
    ("a \\* b", "a \\\\* b"), ("`a` b", "\\`a\\` b"), ("[a](b.md)", "\\[a\\](b.md)"),
    ("~~not~~ this", "\\~not\\~ this"), ("- a", "\\- a"), ("- a\n- b", "- a b"),
    ("- a\n\n  b", "- a\n\n\n b"), ("> a", "\\> a"), ("> a\n>\n> b", "> a\n\nb"),
    ("1. a", "2. a"), ("```\na\n```", "`a`"), ("```\na\nb\n```", "```\na\n  b\n```"),
    ("| a | b |\n|---|---|", "| a \\| b | |\n|---|---|"), ("- [x] a", "- [ ] a"),
    ("![](a.png)", "&lt;image a.png&gt;"), ("a<b>c</b>", "a c"), ("# a", "\\# a"),
    ("- a\n  - b", "- a\n- b"), ("[a](b \"c\")d", "[a](c \"b\")d"),
  ])
  func contentsAreKeptApart(one: String, other: String) throws {
    func texts(_ block: String) throws -> [String] {
      let text = "---\nrubrica: 1\n---\n\n# T\n\n\(block)\n"
      return try Governed(texts: ["guideline.md": text, "rubrica.yaml": SampleFiles.policy])
        .governed.leaves.filter { $0.path.hasPrefix("prose/") }.map { "\($0.path) \($0.text)" }
    }
    #expect(try texts(one) != texts(other))
  }

  @Test(arguments: [
    ("a *b* c", "a _b_ c"), ("a\nb", "a b"), ("a  \nb", "a b"), ("* a\n* b", "- a\n- b"),
    ("a <!-- no word --> b", "a b"), ("a\n\n<!-- nothing -->", "a"), ("- a\n\n- b", "- a\n- b"),
    ("|a|b|\n|-|-|\n|c|d|", "| a | b |\n|:--|---|\n| c  | d |"), ("a &amp; b", "a & b"),
    ("**a** b", "a b"),
  ])
  func writingIsNoContent(one: String, other: String) throws {
    func texts(_ block: String) throws -> [String] {
      let text = "---\nrubrica: 1\n---\n\n# T\n\n\(block)\n"
      return try Governed(texts: ["guideline.md": text, "rubrica.yaml": SampleFiles.policy])
        .governed.leaves.map { "\($0.path) \($0.text)" }
    }
    #expect(try texts(one) == texts(other))
  }

  @Test func idsAreEscaped() {
    #expect(LeafSegment.of("a/b *c%~\n") == "a%2Fb%20%2Ac%25%7E%0A")
    #expect(LeafSegment.of("é.d_e-f") == "é.d_e-f")
    #expect(LeafSegment.of("") == "~")
    #expect(LeafPath.segment(ofField: "maximumLength") == "maximum-length")
    #expect(LeafPath.segment(ofField: "isRequired") == "required")
    #expect(LeafPath.segment(ofField: "issue") == "issue")
  }

  /// What is rendered in a translation is signed with it.
  @Test func translationsAreLeaves() throws {
    var files = SampleFiles.all
    let id = "label/other/definition"
    let units = try Governed(texts: files).compilation.guideline.translations.first?.units
    let digest = try #require(units?.first { $0.id == id }?.digest)
    func translated(_ words: String) throws -> Governed {
      files["i18n/fr.md"] = "<!-- unit: \(id) \(digest) -->\n\n\(words)\n"
      return try Governed(texts: files)
    }
    let first = try translated("Tout *autre* panneau.")
    #expect(try translated("Tout autre\npanneau.").leafDigests == first.leafDigests)
    let second = try translated("Autre panneau.").leafDigests
    let paths = second.filter { first.leafDigests[$0.key] != $0.value }
    #expect(Array(paths.keys) == ["translations/fr/label/other/definition"])
  }

  /// Bytes of pictures, and templates that override those of the compiler.
  @Test func whatIsNotTextIsADigest() throws {
    var files = SampleFiles.all.mapValues { Array($0.utf8) }
    files["media/stop.png"] = [1, 2, 3]
    let first = try Governed(files)
    #expect(
      first.governed.leaf("media/media/stop.png")?.text == Digest([1, 2, 3]).description)
    files["media/stop.png"] = [1, 2, 4]
    let second = try Governed(files)
    #expect(first.digests["instructions"] != second.digests["instructions"])
    #expect(first.digests["workspace"] == second.digests["workspace"])
    let third = try Governed(files, overrides: [("instructions/style.css", [1])])
    #expect(third.digests["workspace"] != second.digests["workspace"])
    #expect(third.digests["instructions"] == second.digests["instructions"])
  }

  /// However its name is written, and whoever signs the files themselves.
  @Test(arguments: [
    "media/two%20signs.png", "<media/two signs.png>", "media/two%20signs.png?large",
  ])
  func aPictureBelongsToTheProseThatShowsIt(written: String) throws {
    var files = SampleFiles.all.mapValues { Array($0.utf8) }
    let picture = "![two signs](\(written))"
    files["guideline.md"] = Array(
      SampleFiles.guideline.replacing("see [the rules](#rules).", with: picture).utf8)
    files["rubrica.yaml"] = Array(
      SampleFiles.policy.replacing("arrangement, media, base", with: "arrangement, base")
        .replacing("workspace: workspace", with: "workspace: [workspace, media]").utf8)
    files["media/two signs.png"] = [1]
    let before = try Governed(files)
    files["media/two signs.png"] = [2]
    let after = try Governed(files)
    #expect(before.digests["instructions"] != after.digests["instructions"])
    #expect(before.digests["data"] == after.digests["data"])
    #expect(after.governed.leaves.contains { $0.path == "prose/street-signs/1/answers" })
  }

  /// "Never do this" turns round what stands below it.
  @Test func whatAPartStandsUnderIsSigned() throws {
    var files = SampleFiles.all
    let parts = """

      ## Never

      ### Guessing
      Guess from the place.

      - a list

      ## Always

      ### Reading
      Read the plate.
      """
    files["guideline.md"]? += parts
    let before = try Governed(texts: files)
    files["guideline.md"] = files["guideline.md"]?.replacing("## Never", with: "## \u{0}")
      .replacing("## Always", with: "## Never").replacing("## \u{0}", with: "## Always")
    let now = try Governed(texts: files)
    let changes = LeafChanges.changes(
      from: before.governed.leaves.map { SignedLeaf($0) },
      to: now.governed.leaves.map { SignedLeaf($0) })
    #expect(
      changes.filter { $0.kind == .semantic }.map(\.path)
        == ["prose/guessing/under", "prose/reading/under"])
  }

  @Test func commentsSayNothing() throws {
    for place in ["## When in doubt", "## Rules", "## Glossary"] {
      let (text, form) = try Self.differing(place, "<!-- ask again -->\n\n\(place)")
      #expect(text == [] && form == [], "\(place)")
    }
  }

  /// Class numbers of Ground Truth count on from the labels through the escape answers, and along a scale.
  @Test func orderIsSignedWhereItIsIdentity() throws {
    var files = SampleFiles.all
    let points = "{value: 1, means: sharp}, {value: 2, means: soft}"
    let swapped = "{value: 2, means: soft}, {value: 1, means: sharp}"
    try #require(files["guideline.md"]?.contains(points) == true)
    func paths() throws -> [String] {
      let before = try Governed(texts: files).leafDigests
      var other = files
      other["guideline.md"] = files["guideline.md"]?.replacing(points, with: swapped)
      let now = try Governed(texts: other).leafDigests
      return before.keys.filter { before[$0] != now[$0] }
    }
    #expect(try paths() == [])
    files["rubrica.yaml"] = files["rubrica.yaml"]?.replacing(
      "  schema: {}\n", with: "  schema: {}\n  ground-truth: {bucket: s3://example/signs}\n")
    #expect(try paths() == ["layers/quality/points/~order"])
  }

  @Test func theOrderOfQuestionsIsSigned() throws {
    let texts = try Self.texts(SampleFiles.all)
    #expect(texts["layers/~order"]?.hasPrefix("signs\n") == true)
  }

  /// Who signs answers the questions of the workspace's own items.
  @Test func ownItemsOfTheChecklistAreLeaves() throws {
    var files = SampleFiles.all
    files["rubrica.yaml"]? += "\nchecklist: {catalogues: [own.yaml]}\n"
    let item = Catalogue.Item(
      id: "OWN-01", group: "Own", question: "Is it asked?", why: "It has to be.", how: "Ask.",
      kind: .attested, level: .block, role: "legal", appliesIf: nil, evidence: ["sign-off"],
      clauses: [])
    let leaves = try Governed(texts: files, catalogue: Catalogue(items: [item])).governed.leaves
    let texts = Dictionary(uniqueKeysWithValues: leaves.map { ($0.path, $0.text) })
    #expect(texts["workspace/checklist/items/OWN-01/question"] == "Is it asked?")
    #expect(texts["workspace/checklist/items/OWN-01/level"] == "block")
  }
}
