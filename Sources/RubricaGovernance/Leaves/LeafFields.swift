/// What becomes of a field of the model. A field without a row is a fact like any other, with its exact
/// text and its written order: adding one to the model needs no change in this room.
enum FieldRule {
  /// Running text: white space in it is none.
  case words
  /// A list whose order says nothing.
  case unordered
  /// It has leaves of its own, made elsewhere in this room.
  case elsewhere
  /// It says nothing that is not in another leaf, and why.
  case skipped(String)
}

/// The fields of each part that are not plain facts.
enum LeafFields {
  typealias Table = [String: FieldRule]

  static let guideline: Table = [
    "sources": .skipped("bytes, of which the model is made"),
    "document": .skipped("a place"),
    "hasFrontMatter": .skipped("what it holds is in leaves"),
    "anchors": .skipped("ids stand in paths, and links in the texts"),
    "references": .skipped("the texts hold them"),
    "problems": .skipped("findings about the files"),
    "unread": .skipped("findings about the files"),
    "title": .words, "purpose": .words, "owner": .words, "authors": .unordered,
    "objectLanguages": .unordered,
    "layers": .elsewhere, "escapes": .elsewhere, "warnings": .elsewhere, "labels": .elsewhere,
    "groups": .elsewhere, "rules": .elsewhere, "examples": .elsewhere, "entries": .elsewhere,
    "precedence": .elsewhere, "doubt": .elsewhere, "body": .elsewhere, "media": .elsewhere,
    "governance": .elsewhere, "bases": .elsewhere, "translations": .elsewhere,
    "suppressions": .elsewhere,
  ]

  static let layer: Table = [
    "name": .words, "question": .words, "cardinality": .words, "frame": .words,
    "preAnnotatedBy": .words, "labels": .elsewhere, "attributes": .elsewhere,
    "points": .elsewhere, "relations": .elsewhere,
  ]

  static let attribute: Table = [
    "name": .words, "definition": .words, "blankMeans": .words, "appliesTo": .unordered,
    "values": .elsewhere,
  ]

  static let value: Table = ["definition": .words, "bindings": .unordered]

  static let point: Table = ["means": .words, "examples": .unordered]

  static let relation: Table = [
    "name": .words, "definition": .words, "from": .unordered, "to": .unordered,
  ]

  static let escape: Table = ["name": .words, "definition": .words, "layers": .unordered]

  static let warning: Table = ["category": .skipped("the path is made of it"), "text": .words]

  static let group: Table = ["name": .words, "definition": .words]

  static let label: Table = [
    "name": .words, "includes": .unordered, "excludes": .unordered, "contrasts": .elsewhere,
    "bindings": .unordered, "elements": .elsewhere,
  ]

  static let rule: Table = [
    "number": .skipped("given in order of the document"),
    "anchor": .skipped("the path is made of it"),
    "content": .elsewhere,
    "thresholds": .skipped("read from the text"),
    "named": .skipped("read from the text, and from the heading that it stands under"),
  ]

  static let example: Table = [
    "id": .skipped("the path is made of it"),
    "input": .elsewhere, "expected": .elsewhere, "candidates": .elsewhere,
    "fixedContentBeforeInput": .skipped("a place on the page"),
    "illustrates": .skipped("read from the links in its text"),
  ]

  static let entry: Table = [
    "kind": .skipped("the path is made of it"),
    "anchor": .skipped("the path is made of it"),
    "isHeading": .skipped("a heading or the head of an item: said in the same words"),
    "version": .skipped("read from the title"), "date": .skipped("read from the title"),
  ]

  static let section: Table = [
    "role": .skipped("what the words of the heading announce"),
    "level": .skipped("in the arrangement"),
    "anchor": .skipped("the path is made of it"), "elements": .elsewhere,
  ]

  static let precedence: Table = [
    "entries": .elsewhere,
    "expansions": .skipped("what the wildcards of the entries stand for"),
  ]

  static let doubt: Table = ["content": .elsewhere]

  static let suppression: Table = [
    "ids": .elsewhere, "reason": .elsewhere, "target": .elsewhere,
    "section": .skipped("follows from what it stands before"), "coversHead": .elsewhere,
  ]

  static let base: Table = [
    "id": .elsewhere, "version": .elsewhere,
    "title": .skipped("another guideline's; what it says here is in leaves"),
    "document": .skipped("where it lies; what it says is in leaves"),
    "sources": .skipped("places"),
  ]

  static let media: Table = [
    "path": .skipped("the path is made of it"), "content": .elsewhere,
    "type": .skipped("read from the bytes"), "size": .skipped("read from the bytes"),
    "mask": .skipped("read from the bytes"),
  ]

  static let translation: Table = [
    "language": .skipped("the path is made of it"), "source": .skipped("a place"),
    "entries": .skipped("what they say is in the guideline as translated"),
    "units": .skipped("what they say is in the guideline"),
    "orphans": .skipped("they belong to nothing that is shown"),
    "problems": .skipped("findings about the file"), "guideline": .elsewhere,
    "translators": .unordered,
  ]
}
