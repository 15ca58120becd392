import RubricaCompiler
import RubricaGovernance
import RubricaSource
import Testing
@Suite struct LeafTests {
  @Test func dump() throws {
    let g = try Governed(texts: SampleFiles.all)
    for leaf in g.governed.leaves { print(leaf.path, "|", leaf.kind, "|", leaf.text, "|", leaf.form == leaf.text ? "" : leaf.form, "|", leaf.references.joined(separator: " ")) }
    for d in g.compilation.diagnostics { print("D", d.id, d.message) }
  }
}
