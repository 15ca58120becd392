import Foundation
import RubricaImport
import RubricaSource
import Testing

/// Random text never stops the importer, and never loses a word. The seeds are fixed, so that a
/// failure is the same on every machine.
struct FuzzTests {
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let pieces = [
    "# ", "## ", "### Labels", "## Rules", "## Examples", "## Precedence", "## When in doubt",
    "Classes\n---",
    "- ", "* ", "1. ", "> ", "    ", "\t", "  ", "\n", "\n", "\n", "\n\n", "\n\n", "\r\n", "**",
    "**Car**: ", "**Not** ",
    "`", "```", "~~~", "```yaml expected", "```yaml label", "|", "| a | b |\n|---|---|\n| c | d |",
    "[", "]", "(", ")",
    "[a](b.md)", "[a](#car)", "[a][b]", "\n[b]: c.md#d 'e'\n", "![x](y.png)", "<b>", "</b>",
    "<img src=\"a\" alt=\"b\">",
    "<script>", "</script>", "<div onclick=1>", "<!--", "-->", "<p>", "<h1>T</h1>", "&amp;", "\\",
    "{#a}", "{.b}", "{% c %}",
    "word", "two words", "Sentence one. Sentence two.", "Includes: a; b", ":", " - ", "é", "日本",
    "🚗", "---", "===", "!!! note\n    x",
    "_", "*", "~~", "#", "[x]{Y}", "#a -b-> #c", "`h < 1 px` -> label", "- **A**: b\n- **C**: d\n",
    "\n### Definition\n", "\n#### Include\n\n- e\n", "\n### Notes\n", "##Rules\n", "**Bold**\n\n",
    "\n### What is NOT labeled\n", "[^1]", "| # | Class |\n|---|---|\n| 1 | f |\n",
    "\n### G\nDefined.\n", "\n### Group: H\n", "\n### Category: I\n", "\n#### Label: J_K\n",
    "<a href=\"a%20b.md?c=1&amp;d#e\">", "</a>", "<a HREF='#car'>",
    "<img src='x y_z.png' ALT='_a [b] &lt;'>",
    "- **A** [x]\n- **C** [y]: d\n", "Definition:\n", "**Include:** e\n\n", "Examples:\n- f\n",
    "| Category | Label | Is |\n|---|---|---|\n| a | b | c |\n| a | d | e |\n", "(1) ", "2) ",
    "PER",
    "\u{26A0}\u{FE0F}",
  ]

  /// Documents a batch. `RUBRICA_SLOW=1` tries fifteen times as many.
  private static let batch: UInt64 =
    ProcessInfo.processInfo.environment["RUBRICA_SLOW"] == nil ? 10 : 150

  private func check(_ files: [SourceFile], _ seed: UInt64) {
    do {
      let imported = try Imported(files)
      #expect(imported.lost == [], "seed \(seed)")
      #expect(
        imported.errors == [],
        "seed \(seed) \(files.map { String(decoding: $0.bytes, as: UTF8.self) })")
    } catch let problem as ImportProblem {
      if case .wouldLose(let lost) = problem.kind {
        Issue.record(
          "seed \(seed): \(lost) \(files.map { String(decoding: $0.bytes, as: UTF8.self) })")
      }
    } catch { Issue.record("seed \(seed): \(error)") }
  }

  @Test(arguments: 0..<24)
  func randomMarkdown(_ batch: UInt64) {
    for seed in (batch * 150)..<(batch * 150 + Self.batch) {
      var random = Random(state: seed)
      let files = (0..<Int.random(in: 1...3, using: &random)).map { number in
        let count = Int.random(in: 0...40, using: &random)
        let text = (0..<count).map { _ in
          Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
        }
        return SourceFile(name: ["a.md", "x/b.md", "c.md"][number], text: text.joined())
      }
      check(files, seed)
    }
  }

  @Test func randomBytes() {
    for seed in 0..<300 {
      var random = Random(state: UInt64(seed) + 1_000_000)
      let count = Int.random(in: 0...300, using: &random)
      let bytes = (0..<count).map { _ in
        UInt8.random(in: seed.isMultiple(of: 2) ? 1...255 : 9...126, using: &random)
      }
      check([SourceFile(name: "a.md", bytes: bytes)], UInt64(seed))
    }
  }

  /// Real documents with pieces cut out and put elsewhere.
  @Test(.enabled(if: !Corpus.folders.isEmpty, "no corpus at \(Corpus.folder)"))
  func mutatedDocuments() {
    for (index, documents) in Corpus.documents.enumerated() {
      var random = Random(state: UInt64(index))
      for _ in 0..<2 {
        var bytes = documents.files[0].bytes
        for _ in 0..<6 where bytes.count > 80 {
          let start = Int.random(in: 0..<(bytes.count - 60), using: &random)
          let cut = Array(bytes[start..<(start + 60)])
          bytes.removeSubrange(start..<(start + Int.random(in: 0...60, using: &random)))
          bytes.insert(contentsOf: cut, at: Int.random(in: 0...bytes.count, using: &random))
        }
        check([SourceFile(name: documents.files[0].name, bytes: bytes)], UInt64(index))
      }
    }
  }
}
