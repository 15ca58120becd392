internal import RubricaModel
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
        "checks", .mapping(checks), "What is asked of single findings, in all guidelines."),
    ])

  static let organisation = Keys(
    "organisation", owner: "the organisation",
    [Key("name", .text, "The name that stands on pages.")])

  /// Every target, with the settings that it declares.
  static let targets = Keys(
    "targets", owner: "`targets`",
    AllTargets.all.map { target in
      let settings = Keys(
        "target-\(target.info.id)", owner: "the target `\(target.info.id)`", target.info.settings)
      return Key(target.info.id, .either(.mapping(settings), .nothing), target.info.summary)
    })
}
