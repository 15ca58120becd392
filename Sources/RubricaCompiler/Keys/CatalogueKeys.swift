internal import RubricaModel
internal import RubricaSource
internal import RubricaTargets

/// A checklist catalogue: `templates/checklist/catalogue.yaml`, or an organisation's own.
extension Keys {
  static let catalogue = Keys(
    "catalogue", owner: "a catalogue",
    [
      Key("catalogue", .exactly(1), required: true, "The version of the format: 1."),
      Key("groups", .oneOrMore(.text), "The headings of the checklist, in order."),
      Key(
        "raise", .oneOrMore(.text),
        "Ids of items of an earlier catalogue that only warned there, but block a release here."),
      Key(
        "items", .list(.mapping(catalogueItem)), "What must be known before labels may be used."),
    ])

  static let catalogueItem = Keys(
    "item", owner: "an item",
    [
      Key("id", .text, required: true, "The id of the item; never reused for another item."),
      Key("group", .text, required: true, "One of `groups`."),
      Key("question", .text, required: true, "What must be known."),
      Key("why", .text, required: true, "What goes wrong if this is not known."),
      Key("how", .text, required: true, "What to do to close the item."),
      Key(
        "kind", .oneOf(Catalogue.Item.Kind.self), required: true,
        "Who decides: the compiler (automatic), a person who signs (attested), or both."),
      Key(
        "level", .oneOf(Catalogue.Item.Level.self), required: true,
        "Whether an open item blocks a release or only warns."),
      Key("role", .text, required: true, "Who must act."),
      Key(
        "applies-if", .oneOf(ChecklistCondition.self),
        "The condition under which the item applies. Default: always."),
      Key(
        "stages", .oneOrMore(.oneOf(Stage.self)),
        "The stages of a guideline at which the item applies. Default: all."),
      Key(
        "evidence", .oneOrMore(.text), required: true,
        "What must be present: governance.…, front-matter.…, computed.… or sign-off; ` | ` separates alternatives."
      ),
      Key(
        "refs", .list(.mapping(clause)), "The clauses of frameworks that ask for something similar."
      ),
    ])

  static let clause = Keys(
    "clause", owner: "a reference",
    [
      Key("framework", .text, required: true, "The law or standard."),
      Key("clause", .text, required: true, "The clause in it."),
      Key("as-of", .text, required: true, "The date of the edition, or the day it was read."),
    ])
}
