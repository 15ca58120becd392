package import RubricaModel
package import RubricaSource
internal import RubricaRules
internal import RubricaSyntax
package import RubricaTargets

/// What a compilation may read and how strict it is.
package struct CompileOptions: Sendable {
  /// Overrides the stage of the front matter.
  package var stage: Stage?
  package var workspace: Workspace?
  package var catalogue: Catalogue
  package var compiler: String

  package init(
    stage: Stage? = nil, workspace: Workspace? = nil, catalogue: Catalogue = Catalogue(items: []),
    compiler: String = "rubrica"
  ) {
    self.stage = stage
    self.workspace = workspace
    self.catalogue = catalogue
    self.compiler = compiler
  }
}

/// What came of one guideline.
package struct Compilation: Sendable {
  package var guideline: Guideline
  /// All findings, in order of the source.
  package var diagnostics: [Diagnostic]
  /// Nothing while a finding is an error.
  package var artifacts: [Artifact]
}
