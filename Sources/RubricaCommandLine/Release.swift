internal import RubricaLint
internal import RubricaRules
internal import RubricaSource
internal import RubricaTargets

/// Which Rubrica this is.
package enum Release {
  package static let version = "0.1.0"
  package static let name = "rubrica \(version)"
}

/// Every check: those of guidelines, those of targets, those of workspaces.
enum Checks {
  static var all: [CheckInfo] {
    (AllChecks.all.map { $0.info } + AllTargets.all.flatMap { $0.info.checks } + LintChecks.all)
      .sorted { $0.id < $1.id }
  }
}
