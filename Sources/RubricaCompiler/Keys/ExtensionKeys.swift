internal import RubricaModel

/// `extends` in the front matter.
extension Keys {
  static let extends = Keys(
    "extends", owner: "`extends`",
    [
      Key(
        "guideline", .text, required: true,
        "The folder of the other guideline, or its Markdown file, relative to this folder."),
      Key("version", .text, "The version of the other guideline that this one was written for."),
      Key(
        "override", .mapping(override), "Parts of the other guideline that are replaced here."),
      Key("remove", .mapping(remove), "Parts of the other guideline that are removed here."),
      Key("layers", .list(.mapping(layerOfBase)), "What differs in its layers."),
    ])

  private static let parts = [
    Key("labels", .oneOrMore(.text), "Ids of labels."),
    Key("escape", .oneOrMore(.text), "Ids of escape answers."),
    Key("rules", .oneOrMore(.text), "Ids of rules and edge cases."),
    Key("examples", .oneOrMore(.text), "Ids of examples."),
    Key("sections", .oneOrMore(.text), "Ids of headings."),
  ]

  static let override = Keys("override", owner: "`override`", parts)

  static let remove = Keys(
    "remove", owner: "`remove`",
    parts + [
      Key("layers", .oneOrMore(.text), "Ids of layers."),
      Key("attributes", .oneOrMore(.text), "Attributes, as layer.attribute."),
    ])

  static let layerOfBase = Keys(
    "layer-of-base", owner: "a layer of the base",
    [
      Key("id", .text, required: true, "The id of the layer in the other guideline."),
      Key("add", .mapping(layerAddition), "Items to add to its lists."),
      Key(
        "override", .mapping(layerOverride),
        "Keys whose values replace those of the other guideline. An attribute replaces the one with its id."
      ),
    ])

  static let layerAddition = Keys(
    "layer-addition", owner: "`add`",
    [
      Key("labels", .list(.either(.scalar, .mapping(label))), "Label ids, or labels."),
      Key("attributes", .list(.mapping(attribute)), "Attributes."),
      Key(
        "points", .list(.either(.either(.integer, .text), .mapping(scalePoint))),
        "Points of a scale or of an object."),
      Key("skeleton", .list(.pair(.text)), "Pairs of points that are connected by a line."),
      Key("relations", .list(.either(.text, .mapping(relation))), "Kinds of relation."),
      Key("candidates", .list(.either(.text, .mapping(candidate))), "Candidates."),
    ])

  /// The keys of a layer, whatever its kind is: the other guideline says that.
  static let layerOverride = Keys(
    "layer-override", owner: "`override`",
    {
      var rows: [Key] = []
      for row in layer.rows where row.name != "id" {
        let place = rows.firstIndex { $0.name == row.name }
        let value = place.map { Key.Value.either(rows[$0].value, row.value) } ?? row.value
        let key = Key(row.name, value, row.help)
        if let place { rows[place] = key } else { rows.append(key) }
      }
      return rows
    }())
}
