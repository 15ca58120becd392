internal import RubricaModel

/// One entry of `task.layers`; `kind` decides which keys it has.
extension Keys {
  private static let labelled = LayerKind.allCases.filter(\.takesLabels)
  private static let counted = LayerKind.allCases.filter {
    $0.takesMarks || $0 == .choices || $0 == .identity
  }
  private static let listed = labelled.filter { $0 != .track }

  static let layer = Keys(
    "layer", owner: "a layer", chooser: "kind",
    [
      Key(
        "id", .text, required: true, "Unique among the layers; the key of its answers in records."),
      Key("kind", .oneOf(LayerKind.self), required: true, "What kind of question or mark it is."),
      Key("name", .text, "What annotators read for the layer. Default: the id in words."),
      Key("unit", .oneOf(LayerUnit.self), "What one answer is about. Default: by kind."),
      Key("question", .text, "What the annotator is asked."),
      Key("cardinality", .text, "How many marks, in words for the annotator: one box per sign."),
      Key(
        "required", .boolean,
        """
        Whether every item must have an answer. Default: true for choice, scale, ranking and pairwise, and \
        with a `minimum` of 1 or more.
        """
      ),
      Key(
        "labels", .list(.either(.scalar, .mapping(label))), when: listed,
        "Label ids, or labels with their definitions. Default: every label that no other layer names. The order counts."
      ),
      Key(
        "attributes", .list(.mapping(attribute)), when: labelled,
        "Properties of an answer besides its label."),
      Key(
        "minimum", .integer, when: counted, "The fewest marks or answers that one item may carry."),
      Key("maximum", .integer, when: counted, "The most marks or answers that one item may carry."),
      Key(
        "pre-annotation", .oneOf(PreAnnotation.self),
        "What annotators do with answers that exist before they start. Default: none."),
      Key("pre-annotated-by", .text, "What produced the existing answers, in words."),
      Key(
        "points", .list(.either(.integer, .mapping(scalePoint))),
        when: [LayerKind.scale, .pairwise],
        "The points of the scale in order, each with its meaning."),
      Key(
        "candidates", .list(.either(.text, .mapping(candidate))), required: true,
        when: [LayerKind.pairwise],
        "The two candidates that are compared."),
      Key(
        "candidates",
        .either(.list(.either(.text, .mapping(candidate))), .mapping(candidateCount)),
        required: true, when: [LayerKind.ranking],
        "The candidates that are ranked, or how many an item has."),
      Key(
        "ties", .boolean, when: [LayerKind.ranking, .pairwise],
        "Whether candidates may be equally good. Default: false."),
      Key("frame", .text, when: [LayerKind.cuboid], "The coordinate frame, in words."),
      Key("frame-rate", .number, when: [LayerKind.track], "Frames per second."),
      Key(
        "across-items", .boolean, when: [LayerKind.identity],
        "Whether a group may hold marks of several items. Default: false."),
      Key(
        "best", .integer, when: [LayerKind.scale],
        "The best value, if there is one; it need not be an end of the scale."),
      Key(
        "points", .oneOrMore(.text), when: [LayerKind.keypoints],
        "The ids of the points of one object."),
      Key(
        "skeleton", .list(.pair(.text)), when: [LayerKind.keypoints],
        "Pairs of points that are connected by a line."),
      Key(
        "over", .text, when: [LayerKind.relation],
        "The id of the layer whose marks are joined."),
      Key(
        "over", .text, required: true, when: [LayerKind.track, .identity],
        "The id of the layer whose marks are followed or matched."),
      Key(
        "relations", .list(.either(.text, .mapping(relation))), when: [LayerKind.relation],
        "The kinds of relation."),
      Key(
        "pattern", .text, when: [LayerKind.text],
        "A regular expression that the whole transcript must match."),
      Key("maximum-length", .integer, when: [LayerKind.text], "The maximum number of characters."),
      Key(
        "grammar", .mapping(grammar), when: [LayerKind.text],
        "Tags, words and letter case of the text."),
      Key(
        "explanation-when", conditionValue, when: labelled,
        "When an answer must be explained: values of attributes, or of label."),
    ])

  static let scalePoint = Keys(
    "scale-point", owner: "a point of a scale",
    [
      Key("value", .integer, required: true, "The whole number used in records."),
      Key("means", .text, "What an item at this point looks like."),
      Key("examples", .oneOrMore(.text), "Items at this point, in words."),
    ])

  static let candidate = Keys(
    "candidate", owner: "a candidate",
    [
      Key("id", .text, required: true, "The word used in records."),
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
      Key("id", .text, required: true, "The word used in records."),
      Key("name", .text, "The words that annotators see. Default: the id."),
      Key("definition", .text, "When two marks are joined by it."),
      Key("from", .oneOrMore(.scalar), "Labels that it may start from. Default: all."),
      Key("to", .oneOrMore(.scalar), "Labels that it may lead to. Default: all."),
      Key("symmetric", .boolean, "Whether it reads the same in both directions. Default: false."),
      Key("scope", .oneOf(Relation.Scope.self), "How far apart its ends may be."),
    ])

  static let attribute = Keys(
    "attribute", owner: "an attribute", chooser: "type",
    [
      Key("id", .text, required: true, "The key of the attribute in records."),
      Key("type", .oneOf(Attribute.Kind.self), required: true, "What its values are."),
      Key("name", .text, "The words that annotators see. Default: the id."),
      Key("definition", .text, "What the attribute says about a mark or an answer."),
      Key("default", .scalar, "The value that a blank means."),
      Key(
        "applies-to", .oneOrMore(.scalar),
        "Labels that have the attribute. Default: all of the layer."),
      Key("required", .boolean, "Whether every such answer must have a value. Default: false."),
      Key(
        "required-when", conditionValue,
        "When it is required: values of other attributes, or of label."),
      Key(
        "applies-when", conditionValue,
        "When it is asked at all: values of other attributes, or of label."),
      Key("blank-means", .text, "What it means if the attribute is left blank."),
      Key(
        "explanation-when", testValue,
        "Values of this attribute that must be explained in words."),
      Key(
        "values", .list(.either(.scalar, .mapping(attributeValue))), required: true,
        when: [Attribute.Kind.enum], "The values, as ids or with their definitions."),
      Key("unit", .text, when: [Attribute.Kind.number], "The unit of the number: km/h."),
      Key("minimum", .number, when: [Attribute.Kind.number], "The smallest value."),
      Key("maximum", .number, when: [Attribute.Kind.number], "The largest value."),
      Key(
        "to", .scalar, when: [Attribute.Kind.reference],
        "The id of the layer whose marks it points to."),
      Key(
        "scheme", .text, when: [Attribute.Kind.reference],
        "The external list whose ids it contains."),
      Key(
        "pattern", .text, when: [Attribute.Kind.text, .reference],
        "A regular expression that the whole text must match."),
    ])

  private static let testValue = Key.Value.either(.oneOrMore(.scalar), .mapping(negation))
  private static let conditionValue = Key.Value.named(testValue, atMost: nil)

  static let negation = Keys(
    "negation", owner: "what a value is not",
    [Key("not", .oneOrMore(.scalar), required: true, "Every value but these.")])

  static let grammar = Keys(
    "grammar", owner: "a grammar",
    [
      Key("tags", .list(.either(.scalar, .mapping(textTag))), "Tags that may occur in the text."),
      Key("brackets", .oneOf(TextGrammar.Brackets.self), "The brackets of tags. Default: `[]`."),
      Key("forbidden-characters", .scalar, "None of these characters may be written."),
      Key(
        "forbidden-words", .list(.either(.scalar, .mapping(forbiddenWord))),
        "Words that must not be written."),
      Key("spelling", .list(.mapping(spelling)), "Wrong forms, and the right one."),
      Key("case", .oneOf(TextGrammar.Case.self), "Which letters are used."),
      Key("numbers", .oneOf(TextGrammar.Numbers.self), "How numbers are written."),
    ])

  static let textTag = Keys(
    "text-tag", owner: "a tag",
    [
      Key("id", .scalar, required: true, "The word between the brackets."),
      Key("means", .text, "What it means."),
      Key("paired", .boolean, "Whether it encloses words and is closed. Default: false."),
    ])

  static let forbiddenWord = Keys(
    "forbidden-word", owner: "a forbidden word",
    [
      Key("word", .scalar, required: true, "The word or phrase."),
      Key("write", .scalar, "What to write instead."),
      Key("because", .text, "Why."),
    ])

  static let spelling = Keys(
    "spelling", owner: "an entry of the spelling list",
    [
      Key("wrong", .scalar, required: true, "The form that must not be written."),
      Key("right", .scalar, required: true, "What to write."),
      Key("because", .text, "Why."),
    ])

  static let attributeValue = Keys(
    "attribute-value", owner: "a value of an attribute",
    [
      Key("id", .scalar, required: true, "The word used in records."),
      Key("definition", .text, "When to give this value."),
      binding,
    ])
}
