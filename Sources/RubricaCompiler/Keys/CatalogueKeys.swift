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
        "Ids of items of an earlier catalogue that block a release here, where they only warned."),
      Key(
        "items", .list(.mapping(catalogueItem)), "What has to be known before labels may be used."),
    ])

  static let catalogueItem = Keys(
    "item", owner: "an item",
    [
      Key("id", .text, required: true, "Never used for another item."),
      Key("group", .text, required: true, "One of `groups`."),
      Key("question", .text, required: true, "What has to be known."),
      Key("why", .text, required: true, "What goes wrong when nobody knows it."),
      Key("how", .text, required: true, "What to do to settle it."),
      Key(
        "kind", .oneOf(Catalogue.Item.Kind.self), required: true,
        "Who decides: the compiler (automatic), a person who signs (attested), or both."),
      Key(
        "level", .oneOf(Catalogue.Item.Level.self), required: true,
        "Whether an open item blocks a release or only warns."),
      Key("role", .text, required: true, "Who must act."),
      Key(
        "applies-if", .oneOf(ChecklistCondition.self),
        "The condition under which the item counts. Default: always."),
      Key(
        "stages", .oneOrMore(.oneOf(Stage.self)),
        "The stages of a guideline at which the item counts. Default: all."),
      Key(
        "evidence", .oneOrMore(.text), required: true,
        "What has to be there: governance.…, front-matter.…, computed.… or sign-off; ` | ` separates alternatives."
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
      Key("as-of", .text, required: true, "The date of the edition, or of the day it was read."),
    ])
}
