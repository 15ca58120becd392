internal import RubricaModel
internal import RubricaSource

/// The front matter of guideline.md.
extension Keys {
  static let frontMatter = Keys(
    "front-matter", owner: "the front matter",
    [
      Key("rubrica", .exactly(1), required: true, "The version of the guideline language: 1."),
      Key(
        "id", .pattern("[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?"),
        "The name of the bundle folder: lower-case letters, digits and hyphens. Default: the folder's name."
      ),
      Key("title", .text, "The title. Default: the first level-1 heading."),
      Key(
        "version", .pattern(#"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-.*)?"#),
        "MAJOR.MINOR.PATCH; required from stage pilot on."),
      Key(
        "stage", .oneOf(Stage.self),
        "How strict the checks are: draft (default), pilot or release."),
      Key("language", .text, "Language tag of the instructions. Default: en."),
      Key(
        "object-language", .oneOrMore(.text),
        "Language tags of what is labelled, if it is not the language of the instructions."),
      Key("purpose", .text, "What the labels are for; required from stage pilot on."),
      Key(
        "owner", .text,
        "Who is responsible for the guideline; required from stage pilot on. Never shown to annotators."
      ),
      Key("authors", .oneOrMore(.text), "Who wrote the guideline."),
      Key(
        "order-changed", .mapping(orderChanged),
        "Confirms that labels have another order, and so other numbers, than in the previous version."
      ),
      Key("escape", .list(.mapping(escape)), "Typed answers for \"this cannot be labelled\"."),
      Key(
        "warnings", .list(.either(.text, .mapping(warning))),
        "Content that may distress people who read or label it."),
      Key(
        "precedence", .oneOrMore(.text),
        "Label ids, the winner first; the same as the heading Precedence. Use only one of the two."
      ),
      Key(
        "extends", .either(.text, .mapping(extends)),
        "The guideline that this one extends: its folder or file, and what differs here."),
      Key("task", .mapping(task), "What is labelled, and how; required from stage pilot on."),
    ])

  static let orderChanged = Keys(
    "order-changed", owner: "`order-changed`",
    [
      Key("in", .text, required: true, "The version of this guideline that has the new order."),
      Key("because", .text, required: true, "Why the numbers of labels may change."),
    ])

  static let escape = Keys(
    "escape", owner: "an escape answer",
    [
      Key("id", .scalar, required: true, "The word used in records."),
      Key(
        "means", .oneOf(Escape.Meaning.self), required: true,
        "What the answer means for the data: \"unknown\" is never the same as blank."),
      Key("name", .text, "The words that annotators see. Default: the id."),
      Key("definition", .text, "When to give this answer."),
      Key(
        "layers", .oneOrMore(.scalar),
        "The layers that may be answered with it. Default: every layer, and the item as a whole."),
    ])

  static let warning = Keys(
    "warning", owner: "a content warning",
    [
      Key("category", .text, required: true, "The kind of content, such as violence or hate."),
      Key("text", .text, "What annotators are told before they begin."),
    ])

  static let task = Keys(
    "task", owner: "the task",
    [
      Key("modality", .oneOf(Modality.self), "What an item is made of."),
      Key(
        "layers", .list(.mapping(layer)),
        "The questions and marks of the task, in the order they are answered in."),
    ])
}
