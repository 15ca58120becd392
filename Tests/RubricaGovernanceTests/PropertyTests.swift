import Foundation
import RubricaCompiler
import RubricaDifference
import RubricaGovernance
import RubricaModel
import RubricaSource
import Testing

/// What people sign is what is said, not how it is written. Some two hundred cases in a quick
/// run, and 12,000 with `RUBRICA_SLOW`.
@Suite struct PropertyTests {
  private static let isSlow = ProcessInfo.processInfo.environment["RUBRICA_SLOW"] != nil
  private static let batches = 8
  private static let cases = isSlow ? 750 : 15

  private static func seed(_ batch: Int, _ number: Int) -> UInt64 {
    UInt64(batch) &* 1_000_003 &+ UInt64(number)
  }

  @Test(arguments: 0..<batches)
  func anotherWritingIsTheSame(batch: Int) throws {
    for number in 0..<Self.cases {
      let seed = Self.seed(batch, number)
      let guideline = RandomGuideline(seed: seed)
      var (first, second) = (Style(seed: seed), Style(seed: seed &+ 77))
      first.isPlain = true
      let (plain, other) = (guideline.files(&first), guideline.files(&second))
      let (a, b) = (try Read(plain), try Read(other))
      #expect(a.problems == [], "seed \(seed): \(a.problems)\n\(plain.text)")
      #expect(b.problems == [], "seed \(seed): \(b.problems)\n\(other.text)")
      let (before, now) = (a.texts, b.texts)
      guard before == now, a.digests == b.digests else {
        let differing = Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }.sorted()
        Issue.record(
          """
          seed \(seed): \(differing.map { "\($0): \(before[$0] ?? "-") | \(now[$0] ?? "-")" })
          \(other.text)
          """)
        return
      }
      // Only the order of lists is formatting among these.
      let changes = LeafChanges.changes(
        from: a.governed.leaves.map(SignedLeaf.init), to: b.governed.leaves.map(SignedLeaf.init))
      #expect(LeafChanges.greatest(changes) <= .presentation)
    }
  }

  @Test(arguments: 0..<batches)
  func anotherMeaningIsAnother(batch: Int) throws {
    var (number, counted) = (-1, 0)
    while counted < Self.cases {
      number += 1
      try #require(number < 10 * Self.cases, "hardly any guideline has what the changes change")
      let seed = Self.seed(batch, number)
      var random = SplitMix(seed: seed)
      let change = RandomChange.all[(batch * Self.cases + number) % RandomChange.all.count]
      let guideline = RandomGuideline(seed: seed)
      var changed = guideline
      // Not every guideline has what a change is about: those do not count.
      guard change.apply(&changed, &random) else { continue }
      counted += 1
      // Both written in the same random style: a style may not hide a change of meaning.
      var (first, second) = (Style(seed: seed &+ 5), Style(seed: seed &+ 9))
      let (a, b) = (
        try Read(guideline.files(&first)), try Read(changed.files(&second))
      )
      for scope in change.changed where a.digests[scope] == b.digests[scope] {
        Issue.record("seed \(seed): \(change.name): the digest of `\(scope)` stays")
      }
      for scope in change.stays where a.digests[scope] != b.digests[scope] {
        Issue.record("seed \(seed): \(change.name): the digest of `\(scope)` is another")
      }
      guard number < RandomChange.all.count else { continue }
      // Alone, a change is never taken for less than what the comparison of two versions takes it for.
      (first.isPlain, second.isPlain) = (true, true)
      let (c, d) = (try Read(guideline.files(&first)), try Read(changed.files(&second)))
      let told = Differ.difference(from: c.guideline, to: d.guideline).changes.map(\.kind).max()
      let kind = LeafChanges.greatest(
        LeafChanges.changes(
          from: c.governed.leaves.map(SignedLeaf.init), to: d.governed.leaves.map(SignedLeaf.init)))
      let least: ApprovalPolicy.ChangeKind =
        switch told {
        case .semantic?: .semantic
        case .wording?: .wording
        case .presentation?: .presentation
        case .administrative?, nil: .none
        }
      #expect(kind >= least, "seed \(seed): \(change.name): \(kind), and told as \(least)")
    }
  }
}

/// A guideline that was read and taken apart, without its checks.
private struct Read {
  let guideline: Guideline
  let governed: GovernedGuideline
  let problems: [String]

  struct NoPolicy: Error {}

  init(_ files: [String: [UInt8]]) throws {
    let reader = MemoryFiles(files)
    let settings = WorkspaceSettings(
      file: SourceFile(name: "rubrica.yaml", bytes: files["rubrica.yaml"] ?? []),
      catalogue: Catalogue(items: []), compiler: "rubrica test", files: reader)
    guideline = try Compiler.read(
      CompileInput(
        document: "guideline.md", defaultID: "test", files: reader, settings: settings))
    problems = (settings.problems + guideline.problems).map { "\($0.kind)" }
    guard let governed = settings.govern(guideline) else { throw NoPolicy() }
    self.governed = governed
  }

  var digests: [String: String] {
    Dictionary(uniqueKeysWithValues: governed.scopes.map { ($0.name, "\($0.digest)") })
  }

  var texts: [String: String] {
    Dictionary(uniqueKeysWithValues: governed.leaves.map { ($0.path, $0.text) })
  }
}

extension [String: [UInt8]] {
  fileprivate var text: String {
    sorted { $0.key < $1.key }.map { "== \($0.key)\n" + String(decoding: $0.value, as: UTF8.self) }
      .joined(separator: "\n")
  }
}
