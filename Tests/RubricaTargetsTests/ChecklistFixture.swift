import Foundation
import RubricaCompiler
import RubricaModel
import RubricaSource
import RubricaTargets

/// One guideline and its checklist.
struct ChecklistFixture {
  let guideline: Guideline
  let report: ChecklistReport
  private let catalogue: PreparedCatalogue
  private let attestations: Attestations?

  /// The whole guideline, or none but a title, with a governance.yaml and one item.
  init(
    _ text: String = "# Signs\n", governance: String? = nil, items: [Catalogue.Item] = [],
    document: String = "guideline.md", attestations: Attestations? = nil
  ) throws {
    let folder = document.folderPath
    var files = [document: text]
    files[folder + "governance.yaml"] = governance
    catalogue = PreparedCatalogue(
      items.isEmpty ? CatalogueReader.builtIn : Catalogue(items: items))
    self.attestations = attestations
    guideline = try Compiling.read(
      files, document: document, catalogue: Catalogue(items: items))
    report = ChecklistReport(GuidelineIndex(guideline), catalogue, attestations)
  }

  subscript(id: String) -> ChecklistResult? { report.results.first { $0.item.id == id } }

  /// The result of the only item.
  var only: ChecklistResult { report.results[0] }

  /// A file of the target, whatever the checks have to say.
  func file(_ name: String) throws -> String {
    guard let checked = CheckedGuideline(GuidelineIndex(guideline), diagnostics: []) else {
      return ""
    }
    let context = TargetContext(
      settings: DataNode(.mapping([]), guideline.document), sourceDigest: "sha256:0",
      compiler: "rubrica test", organisation: "Example & Sons", catalogue: catalogue,
      attestations: attestations)
    let artifacts = ChecklistTarget.render(checked, context)
    return artifacts.first { $0.path == "checklist/\(name)" }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    } ?? ""
  }

  static func item(
    _ evidence: String..., kind: Catalogue.Item.Kind = .automatic, if condition: String? = nil,
    id: String = "T-01", role: String = "legal", level: Catalogue.Item.Level = .block
  ) -> Catalogue.Item {
    Catalogue.Item(
      id: id, group: "Tests", question: "Is it *there*, or `not`?", why: "Because it is asked for.",
      how: "Write it into `governance.yaml`.", kind: kind, level: level, role: role,
      appliesIf: condition, evidence: evidence,
      clauses: [.init(framework: "Rule <1>", clause: "A.1", asOf: "2026-09-01")])
  }
}
