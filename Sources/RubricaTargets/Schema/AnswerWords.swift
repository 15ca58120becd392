internal import RubricaModel
internal import RubricaSource

/// The words that may stand in place of an answer: `none`, and the escape answers.
struct AnswerWords {
  private let words: [(id: String, schema: JSON)]

  /// `taken` are words that already mean something else there, such as the id of a label.
  /// Without a layer they stand in place of the whole record.
  init(
    _ guideline: Guideline, of layer: Layer? = nil, allowsNone: Bool, taken: [String] = []
  ) {
    var words: [(id: String, schema: JSON)] = []
    if allowsNone, !taken.contains("none") {
      words.append(
        ("none", AnnotatedConstant("none", title: "None", description: "Explicitly nothing.").json))
    }
    for escape in guideline.escapes where escape.isAllowed(in: layer) {
      let id = escape.id.value
      guard !taken.contains(id), !words.contains(where: { $0.id == id }) else { continue }
      let constant = AnnotatedConstant(
        .string(id), title: escape.name?.value, description: escape.definition?.value)
      words.append((id, constant.json))
    }
    self.words = words
  }

  var isEmpty: Bool { words.isEmpty }

  /// Members of a schema for a value of `type`, or one of the words. Other keywords hold for one of
  /// the two types only, so they stand beside it and a validator's message names the very one.
  func beside(_ type: String, _ members: [(String, JSON)]) -> [(String, JSON)] {
    guard !isEmpty else { return [("type", .string(type))] + members }
    return [("type", [.string(type), "string"])] + members + [
      ("if", ["type": "string"]), ("then", ["oneOf": .array(schemas)]),
    ]
  }

  var schemas: [JSON] { words.map(\.schema) }
}

/// `const` with the words that explain it.
struct AnnotatedConstant {
  private let value: JSON
  private let title: String?
  private let description: String?
  private let isDeprecated: Bool
  private let bindings: [Binding]

  init(
    _ value: JSON, title: String?, description: String?, isDeprecated: Bool = false,
    bindings: [Binding] = []
  ) {
    self.value = value
    self.title = title
    self.description = description
    self.isDeprecated = isDeprecated
    self.bindings = bindings
  }

  var json: JSON { .object(members(("const", value))) }

  /// The words beside a keyword that says what they explain.
  func members(_ keyword: (String, JSON)) -> [(String, JSON)] {
    var members = [keyword]
    if let title { members.append(("title", .string(title))) }
    if let description, !description.isEmpty {
      members.append(("description", .string(description)))
    }
    if isDeprecated { members.append(("deprecated", true)) }
    if !bindings.isEmpty {
      members.append(("x-bindings", .array(bindings.map(Self.json))))
    }
    return members
  }

  /// Unknown keywords are annotations: a validator passes over them.
  private static func json(_ binding: Binding) -> JSON {
    var members: [(String, JSON)] = [
      ("scheme", .string(binding.scheme.value)), ("id", .string(binding.id.value)),
    ]
    if let uri = binding.uri { members.append(("uri", .string(uri.value))) }
    return .object(members)
  }
}
