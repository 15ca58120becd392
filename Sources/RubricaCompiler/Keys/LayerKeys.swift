internal import RubricaModel

/// One entry of `task.layers`; `kind` decides which keys it has.
extension Keys {
  private static let labelled = Layer.Kind.allCases.filter(\.takesLabels)
  private static let counted = Layer.Kind.allCases.filter {
    $0.takesMarks || $0 == .choices || $0 == .identity
  }
  private static let listed = labelled.filter { $0 != .track }

  static let layer = Keys(
    "layer", owner: "a layer", chooser: "kind",
    [
      Key(
        "id", .text, required: true, "Unique among the layers; the key of its answers in records."),
      Key("kind", .oneOf(Layer.Kind.self), required: true, "What kind of question or mark it is."),
      Key("name", .text, "What annotators read for the layer. Default: the id in words."),
      Key("unit", .oneOf(Layer.Unit.self), "What one answer is about. Default: by kind."),
      Key("question", .text, "What the annotator is asked."),
      Key("cardinality", .text, "How many marks, in words for the annotator: one box per sign."),
      Key(
        "required", .boolean,
        "Whether every item must have an answer. Default: true for choice, scale, ranking and pairwise."
      ),
      Key(
        "labels", .list(.either(.scalar, .mapping(label))), when: listed,
        "Label ids, or labels with their definitions. Default: every label that no other layer names. The order counts."
      ),
      Key(
        "attributes", .list(.mapping(attribute)), when: labelled,
        "Properties of an answer beside its label."),
      Key(
        "minimum", .integer, when: counted, "The fewest marks or answers that one item may carry."),
      Key("maximum", .integer, when: counted, "The most marks or answers that one item may carry."),
      Key(
        "pre-annotation", .oneOf(PreAnnotation.self),
        "What annotators do with answers that are there before they start. Default: none."),
      Key("pre-annotated-by", .text, "What made the answers that are there before, in words."),
      Key(
        "points", .list(.either(.integer, .mapping(scalePoint))),
        when: [Layer.Kind.scale, .pairwise],
        "The points of the scale in order, each with what it means."),
      Key(
        "candidates", .list(.either(.text, .mapping(candidate))), required: true,
        when: [Layer.Kind.pairwise],
        "The two candidates that are compared."),
      Key(
        "candidates",
        .either(.list(.either(.text, .mapping(candidate))), .mapping(candidateCount)),
        required: true, when: [Layer.Kind.ranking],
        "The candidates that are put in order, or how many an item has."),
      Key(
        "ties", .boolean, when: [Layer.Kind.ranking, .pairwise],
        "Whether candidates may be equally good. Default: false."),
      Key("frame", .text, when: [Layer.Kind.cuboid], "The frame of coordinates, in words."),
      Key("frame-rate", .number, when: [Layer.Kind.track], "Frames a second."),
      Key(
        "across-items", .boolean, when: [Layer.Kind.identity],
        "Whether a group may hold marks of several items. Default: false."),
      Key(
        "best", .integer, when: [Layer.Kind.scale],
        "The value that is best, if one is; need not be an end."),
      Key(
        "points", .oneOrMore(.text), when: [Layer.Kind.keypoints],
        "The ids of the points of one object."),
      Key(
        "skeleton", .list(.pair(.text)), when: [Layer.Kind.keypoints],
        "Pairs of points that are joined by a line."),
      Key(
        "over", .text, when: [Layer.Kind.relation],
        "The id of the layer whose marks are joined."),
      Key(
        "over", .text, required: true, when: [Layer.Kind.track, .identity],
        "The id of the layer whose marks are followed or matched."),
      Key(
        "relations", .list(.either(.text, .mapping(relation))), when: [Layer.Kind.relation],
        "The kinds of relation."),
      Key(
        "pattern", .text, when: [Layer.Kind.text],
        "A regular expression that the whole transcript must match."),
      Key("maximum-length", .integer, when: [Layer.Kind.text], "The most characters it may have."),
    ])

  static let scalePoint = Keys(
    "scale-point", owner: "a point of a scale",
    [
      Key("value", .integer, required: true, "The whole number that stands in records."),
      Key("means", .text, "What an item at this point looks like."),
    ])

  static let candidate = Keys(
    "candidate", owner: "a candidate",
    [
      Key("id", .text, required: true, "The word that stands in records."),
      Key("name", .text, "The words that annotators see. Default: the id."),
    ])

  static let candidateCount = Keys(
    "candidate-count", owner: "the candidates",
    [
      Key("minimum", .integer, "The fewest candidates that an item has."),
      Key("maximum", .integer, "The most candidates that an item has."),
    ])

  static let relation = Keys(
    "relation", owner: "a relation",
    [
      Key("id", .text, required: true, "The word that stands in records."),
      Key("name", .text, "The words that annotators see. Default: the id."),
      Key("definition", .text, "When two marks are joined by it."),
      Key("from", .oneOrMore(.scalar), "Labels that may stand at the start. Default: all."),
      Key("to", .oneOrMore(.scalar), "Labels that may stand at the end. Default: all."),
      Key("symmetric", .boolean, "Whether it reads the same in both directions. Default: false."),
    ])

  static let attribute = Keys(
    "attribute", owner: "an attribute", chooser: "type",
    [
      Key("id", .text, required: true, "The key of the attribute in records."),
      Key("type", .oneOf(Attribute.Kind.self), required: true, "What its values are."),
      Key("name", .text, "The words that annotators see. Default: the id."),
      Key("definition", .text, "What the attribute says of a mark or answer."),
      Key("default", .scalar, "The value that a blank means."),
      Key(
        "applies-to", .oneOrMore(.scalar),
        "Labels that have the attribute. Default: all of the layer."),
      Key("required", .boolean, "Whether every such answer must have a value. Default: false."),
      Key(
        "required-when", .named(.scalar, atMost: 1),
        "Asks for the attribute only when another one has this value."),
      Key(
        "values", .list(.either(.scalar, .mapping(attributeValue))), required: true,
        when: [Attribute.Kind.enum], "The values, as ids or with their definitions."),
      Key("unit", .text, when: [Attribute.Kind.number], "The unit of the number: km/h."),
      Key("minimum", .number, when: [Attribute.Kind.number], "The smallest value."),
      Key("maximum", .number, when: [Attribute.Kind.number], "The largest value."),
      Key(
        "pattern", .text, when: [Attribute.Kind.text],
        "A regular expression that the whole text must match."),
    ])

  static let attributeValue = Keys(
    "attribute-value", owner: "a value of an attribute",
    [
      Key("id", .scalar, required: true, "The word that stands in records."),
      Key("definition", .text, "When to give this value."),
    ])
}
