package import RubricaModel
package import RubricaSource

/// A platform that guidelines are compiled to. One folder a platform, named like it.
package protocol Target: Sendable {
  static var info: TargetInfo { get }

  /// Reports, at the author's own line, what the platform cannot express or would refuse.
  static func examine(
    _ index: GuidelineIndex, _ context: TargetContext, _ report: inout Report)

  /// The platform's part of the bundle. Pure: the same guideline gives the same bytes.
  static func render(_ guideline: CheckedGuideline, _ context: TargetContext) -> [Artifact]
}

extension Target {
  /// A format of data refuses nothing that a guideline can say.
  package static func examine(
    _ index: GuidelineIndex, _ context: TargetContext, _ report: inout Report
  ) {}
}

package struct TargetInfo: Sendable {
  /// The name in rubrica.yaml, and of the folder in the bundle.
  package let id: String
  package let title: String
  /// What is made, in one line.
  package let summary: String
  /// The findings that `examine` can report.
  package let checks: [CheckInfo]
  /// Keys that its settings in rubrica.yaml may have.
  package let settings: [Key]

  package init(
    id: String, title: String, summary: String, checks: [CheckInfo], settings: [Key] = []
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.checks = checks
    self.settings = settings
  }
}

/// What a target knows besides the guideline.
package struct TargetContext: Sendable {
  /// The target's settings in rubrica.yaml; an empty mapping if there are none.
  package let settings: DataNode
  /// `sha256:…` of everything the guideline was compiled from: rides on tasks and pages, so that an
  /// answer can be traced to the text it was given under.
  package let sourceDigest: String
  /// `rubrica 0.1.0`.
  package let compiler: String
  package let organisation: String?
  package let catalogue: PreparedCatalogue
  package let templates: PageTemplates
  /// What people have signed; nil without an approval policy.
  package let attestations: Attestations?

  package init(
    settings: DataNode, sourceDigest: String, compiler: String, organisation: String?,
    catalogue: PreparedCatalogue, templates: PageTemplates = .builtIn,
    attestations: Attestations? = nil
  ) {
    self.attestations = attestations
    self.settings = settings
    self.sourceDigest = sourceDigest
    self.compiler = compiler
    self.organisation = organisation
    self.catalogue = catalogue
    self.templates = templates
  }
}
