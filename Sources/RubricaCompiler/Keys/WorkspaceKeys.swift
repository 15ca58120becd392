internal import RubricaModel
internal import RubricaSource
internal import RubricaTargets

/// rubrica.yaml: what the guidelines of a workspace share.
extension Keys {
  static let workspace = Keys(
    "workspace", owner: "rubrica.yaml",
    [
      Key("rubrica", .exactly(1), required: true, "The version of the format: 1."),
      Key("organisation", .mapping(organisation), "Who publishes the guidelines."),
      Key(
        "targets", .mapping(targets),
        "What `rubrica build` writes, each with its settings; {} for none."),
      Key(
        "checklist", .mapping(checklist),
        "What the compliance checklist asks besides its own items."),
      Key("checks", .mapping(checks), "Settings for individual findings."),
      Key("approval", .mapping(approval), "Who must agree to what before a bundle may be used."),
    ])

  static let organisation = Keys(
    "organisation", owner: "the organisation",
    [Key("name", .text, "The name shown on pages.")])

  static let checklist = Keys(
    "checklist", owner: "`checklist`",
    [
      Key(
        "catalogues", .oneOrMore(.text),
        "Files with items of your own, by their paths from rubrica.yaml.")
    ])

  /// Every target, with the settings that it declares.
  static let targets = Keys(
    "targets", owner: "`targets`",
    AllTargets.all.map { target in
      let settings = Keys(
        "target-\(target.info.id)", owner: "the target `\(target.info.id)`", target.info.settings)
      return Key(target.info.id, .either(.mapping(settings), .nothing), target.info.summary)
    })

  /// Every finding, with the levels that it may be given.
  static let checks = Keys(
    "checks", owner: "`checks`",
    WorkspaceSettings.everyCheck.map { check in
      let setting = check.limit == nil ? Keys.checkSetting : .checkSettingWithLimit
      return Key(check.id, .either(checkLevel, .mapping(setting)), check.summary)
    })

  private static let checkLevel = Key.Value.oneOf(["off"] + Severity.allCases.map(\.rawValue))

  static let checkLevels = Keys(
    "check-levels", owner: "the levels of a finding",
    Stage.allCases.map { Key($0.rawValue, checkLevel, "The level at stage \($0.rawValue).") })

  private static let checkSettingRow = Key(
    "level", .either(checkLevel, .mapping(checkLevels)), "The level, for all stages or for each.")

  static let checkSetting = Keys(
    "check-setting", owner: "a finding under `checks`", [checkSettingRow])

  static let checkSettingWithLimit = Keys(
    "check-setting-with-limit", owner: "a finding under `checks`",
    [checkSettingRow, Key("limit", .integer, "The highest number that is not reported.")])
}
