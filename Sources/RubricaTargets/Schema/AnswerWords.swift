internal import RubricaModel
internal import RubricaSource

/// The words that may stand in place of an answer: `none`, and the escape answers.
struct AnswerWords {
  private let words: [AnnotatedConstant]

  /// `taken` are words that already mean something else there, such as the id of a label.
  /// Without a layer they stand in place of the whole record.
  init(
    _ guideline: Guideline, of layer: Layer? = nil, allowsNone: Bool, taken: [String] = []
  ) {
    var ids: [String] = []
    var words: [AnnotatedConstant] = []
    if allowsNone, !taken.contains("none") {
      ids.append("none")
      words.append(
        AnnotatedConstant(.text("none"), title: "None", description: "Explicitly nothing."))
    }
    for escape in guideline.escapes where escape.isAllowed(in: layer) {
      let id = escape.id.value
      guard !taken.contains(id), !ids.contains(id) else { continue }
      ids.append(id)
      words.append(
        AnnotatedConstant(
          .text(id), title: escape.name?.value, description: escape.definition?.value))
    }
    self.words = words
  }

  var isEmpty: Bool { words.isEmpty }

  /// Writes a schema for a value of `type`, or one of the words. Other keywords hold for one of the two
  /// types only, so they stand beside it and a validator's message names the very one.
  func write(
    beside type: String, to schema: inout JSONWriter, _ members: (inout JSONWriter) -> Void
  ) {
    guard !isEmpty else {
      schema.member("type", type)
      return members(&schema)
    }
    schema.member(
      "type",
      list: { types in
        types.item(type)
        types.item("string")
      })
    members(&schema)
    schema.member("if", object: { $0.member("type", "string") })
    schema.member("then", object: { $0.member("oneOf", list: { write(to: &$0) }) })
  }

  /// A schema each.
  func write(to list: inout JSONWriter) { for word in words { word.write(to: &list) } }
}

/// `const` with the words that explain it.
struct AnnotatedConstant {
  enum Value {
    case text(String)
    case integer(Int)
  }

  private let value: Value
  private let words: Annotation

  init(
    _ value: Value, title: String?, description: String?, isDeprecated: Bool = false,
    bindings: [Binding] = []
  ) {
    self.value = value
    words = Annotation(
      title: title, description: description, isDeprecated: isDeprecated, bindings: bindings)
  }

  func write(to list: inout JSONWriter) {
    list.object { schema in
      switch value {
      case .text(let text): schema.member("const", text)
      case .integer(let number): schema.member("const", number)
      }
      words.write(to: &schema)
    }
  }
}

/// The words beside a keyword that say what it means.
struct Annotation {
  let title: String?
  let description: String?
  let isDeprecated: Bool
  let bindings: [Binding]

  /// Several statements in a line; nil without any. One that others follow ends with a stop.
  static func line(_ statements: [String?]) -> String? {
    let words = statements.compactMap { $0 }.filter { !$0.isEmpty }
    guard let last = words.last else { return nil }
    let ended = words.dropLast().map { statement in
      guard let end = statement.unicodeScalars.last else { return statement }
      return ".?!:…。？！".unicodeScalars.contains(end) ? statement : statement + "."
    }
    return (ended + [last]).joined(separator: " ")
  }

  func write(to schema: inout JSONWriter) {
    if let title { schema.member("title", title) }
    if let description, !description.isEmpty { schema.member("description", description) }
    if isDeprecated { schema.member("deprecated", true) }
    guard !bindings.isEmpty else { return }
    schema.member("x-bindings", list: { for binding in bindings { Self.write(binding, to: &$0) } })
  }

  /// Unknown keywords are annotations: a validator passes over them.
  private static func write(_ binding: Binding, to list: inout JSONWriter) {
    list.object { json in
      json.member("scheme", binding.scheme.value)
      json.member("id", binding.id.value)
      if let uri = binding.uri { json.member("uri", uri.value) }
    }
  }
}
