internal import RubricaModel

/// Labels as data: labels.yaml, entries of a layer, and `yaml label` fences.
extension Keys {
  static let labelFile = Keys(
    "labels", owner: "labels.yaml",
    [
      Key(
        "groups", .list(.either(.scalar, .mapping(labelGroup))),
        "Groups of labels that have no heading."),
      Key("labels", .list(.mapping(label)), "The labels."),
    ])

  static let labelGroup = Keys(
    "label-group", owner: "a group of labels",
    [
      Key("id", .scalar, required: true, "The word that labels and wildcards refer to."),
      name,
      Key("definition", .text, "What its labels have in common."),
      Key("group", .scalar, "The group that contains it."),
    ])

  static let label = Keys(
    "label", owner: "a label",
    [
      Key("id", .scalar, required: true, "The word used in records and links."),
      name,
      Key("definition", .text, "When to give the label; written here or under its heading."),
      Key("includes", .oneOrMore(.text), "What belongs to it, although people may doubt it."),
      Key(
        "excludes", .oneOrMore(.text), "What does not belong to it, although people may think so."),
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
    Key("code", .integer, "The whole number that represents the label in the data."),
    Key("export", .scalar, "The id in the exported data, if it differs."),
    Key("parent", .scalar, "The id of the broader label that it is a kind of."),
    Key("status", .oneOf(LabelStatus.self), "Whether it may still be given. Default: active."),
    Key("group", .scalar, "The id of the group that contains it."),
    Key("pattern", .text, "A regular expression for the texts that the label covers."),
    Key("composed", .mapping(composition), "The slots that make up the text of the label."),
    binding,
  ]

  static let binding = Key(
    "binding",
    .either(.oneOrMore(.text), .either(.list(.mapping(term)), .mapping(term))),
    "What means the same in another vocabulary: scheme:id, or {scheme, id, uri}.")

  static let term = Keys(
    "binding", owner: "a binding",
    [
      Key("scheme", .text, required: true, "The vocabulary."),
      Key("id", .text, required: true, "The id of the term in it."),
      Key("uri", .text, "The address of the term."),
    ])

  static let composition = Keys(
    "composition", owner: "a composed label",
    [
      Key("separator", .scalar, "The text between the slots. Default: `_`."),
      Key("slots", .list(.mapping(slot)), required: true, "The slots, in order."),
    ])

  static let slot = Keys(
    "slot", owner: "a slot of a composed label",
    [
      Key("id", .scalar, required: true, "The word for the slot."),
      Key("name", .text, "The words that annotators see. Default: the id."),
      Key("definition", .text, "What the slot contains."),
      Key(
        "values", .list(.either(.scalar, .mapping(attributeValue))),
        "The values it may have, as ids or with definitions."),
      Key("pattern", .text, "A regular expression for the values it may have."),
      Key("unknown", .scalar, "What to write in it if the value is unclear."),
    ])
}
