internal import RubricaLint
internal import RubricaRules
internal import RubricaSource
internal import RubricaTargets

/// Every check: those of guidelines, those of targets, those of files in formats of others.
enum Checks {
  static var all: [CheckInfo] {
    (AllChecks.all.map { $0.info } + AllTargets.all.flatMap { $0.info.checks } + LintChecks.all)
      .sorted { $0.id < $1.id }
  }
}
