internal import RubricaModel
internal import RubricaSource

/// `checks` of rubrica.yaml: what is asked of single findings.
extension Keys {
  static let checks = Keys(
    "checks", owner: "`checks`",
    WorkspaceSettings.everyCheck.map { check in
      Key(
        check.id, .either(level, .mapping(check.limit == nil ? checkSettings : limitedCheckSettings)),
        check.summary)
    })

  private static let level = Key.Value.oneOf(["off"] + Severity.allCases.map(\.rawValue))

  private static let levelKey = Key(
    "level", .either(level, .mapping(levels)),
    "How serious the finding is, for all stages or for each; an error stays one.")

  static let checkSettings = Keys("check", owner: "a check", [levelKey])

  static let limitedCheckSettings = Keys(
    "check-with-limit", owner: "a check",
    [levelKey, Key("limit", .integer, "The number from which on there is a finding.")])

  static let levels = Keys(
    "levels", owner: "the levels",
    Stage.allCases.map { Key($0.rawValue, level, "The level at stage \($0.rawValue).") })
}
