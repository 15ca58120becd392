internal import RubricaModel

/// Labels as data: labels.yaml, entries of a layer, and `yaml label` fences.
extension Keys {
  static let labelFile = Keys(
    "labels", owner: "labels.yaml",
    [Key("labels", .list(.mapping(label)), "The labels.")])

  static let label = Keys(
    "label", owner: "a label",
    [
      Key("id", .scalar, required: true, "The word that stands in records and in links."),
      name,
      Key("definition", .text, "When to give the label; said here or under its heading."),
      Key("includes", .oneOrMore(.text), "What belongs to it, although one might doubt it."),
      Key(
        "excludes", .oneOrMore(.text), "What does not belong to it, although one might think so."),
      Key("not", .list(.mapping(contrast)), "Labels that it is easily confused with."),
    ] + data)

  /// A fence under the label's heading, which says the rest.
  static let labelFence = Keys("label-fence", owner: "a label", [name] + data)

  static let contrast = Keys(
    "contrast", owner: "a contrast",
    [
      Key("label", .scalar, required: true, "The id of the other label."),
      Key("because", .text, "How the two differ."),
    ])

  private static let name = Key(
    "name", .text, "The words that annotators see. Default: the heading, or the id.")

  private static let data = [
    Key("colour", .pattern("#[0-9A-Fa-f]{6}"), "The colour of its marks, in quotes: \"#rrggbb\"."),
    Key("shortcut", .scalar, "The key that picks it: one character."),
    Key("code", .integer, "The whole number that stands for the label in the data."),
    Key("export", .scalar, "The id in the exported data, where it differs."),
    Key("parent", .scalar, "The id of the broader label that it is a kind of."),
    Key("status", .oneOf(Label.Status.self), "Whether it may still be given. Default: active."),
  ]
}
