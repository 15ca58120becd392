internal import RubricaModel
internal import RubricaSource

/// The schema of one layer's answer.
struct LayerSchema {
  private let layer: Layer
  private let index: GuidelineIndex
  private let labels: LabelSchema

  init(_ layer: Layer, _ index: GuidelineIndex) {
    self.layer = layer
    self.index = index
    labels = LabelSchema(layer, index.guideline)
  }

  var id: String { layer.id.value }
  private var guideline: Guideline { index.guideline }

  /// What stands under the layer's id in `properties`.
  var answer: JSON {
    var members: [(String, JSON)] = []
    if let question = layer.question { members.append(("title", .string(question.value))) }
    if let cardinality = layer.cardinality {
      members.append(("description", .string(cardinality.value)))
    }
    switch layer.kind.value {
    case .choice: members += choice
    case .scale: members += scale
    case .text: members += text
    case .ranking: members += ranking
    case .pairwise: members += pairwise
    default: members += list
    }
    return .object(members)
  }

  /// Schemas of the parts of an answer, by names that hold the layer's id.
  var definitions: [(String, JSON)] {
    switch layer.kind.value {
    case .choice, .choices:
      guard !layer.attributes.isEmpty else { return [("\(id)/answer", labels.names)] }
      return [
        ("\(id)/label", labels.names),
        ("\(id)/answer", ["if": ["type": "object"], "then": mark([]), "else": labels.bareNames]),
      ]
    case .box, .polygon, .polyline, .keypoints, .mask, .cuboid, .track:
      let followed = layer.over.flatMap { guideline.layer($0.value) }
      return [
        ("\(id)/label", labels.names),
        ("\(id)/geometry", GeometrySchema.json(layer, followed: followed)),
        ("\(id)/answer", mark(geometry + identity)),
      ]
    case .span:
      return [("\(id)/label", labels.names), ("\(id)/answer", mark(Self.place + identity))]
    case .segment:
      return [
        ("\(id)/label", labels.names), ("\(id)/answer", mark(SpaceSchema.segment + identity)),
      ]
    case .relation:
      return [("\(id)/answer", relation)]
    case .identity:
      return [("\(id)/answer", ComparisonSchema.groups)]
    case .ranking:
      return [("\(id)/candidate", ComparisonSchema.candidate(layer))]
    case .scale, .pairwise, .text:
      return []
    }
  }

  private func reference(_ part: String) -> (String, JSON) {
    // In a JSON pointer inside a URI, `/` in a key is `~1`.
    ("$ref", .string("#/$defs/\(Pointer.escaped(layer.id.value))~1\(part)"))
  }

  // MARK: answers to the whole item

  private var choice: [(String, JSON)] {
    let words = AnswerWords(
      guideline, of: layer, allowsNone: !layer.isRequired, taken: layer.labels.map(\.value))
    guard !words.isEmpty else { return [reference("answer")] }
    return [("anyOf", .array([.object([reference("answer")])] + words.schemas))]
  }

  private var scale: [(String, JSON)] {
    let points = layer.points.map { point in
      AnnotatedConstant(.integer(point.value.value), title: point.means?.value, description: nil)
        .json
    }
    let words = AnswerWords(guideline, of: layer, allowsNone: !layer.isRequired)
    return [("oneOf", .array(points + words.schemas))]
  }

  private var pairwise: [(String, JSON)] {
    let preferences = ComparisonSchema.preferences(layer)
    let taken =
      layer.points.isEmpty
      ? (layer.candidates?.fixed.map(\.id.value) ?? []) + (layer.allowsTies ? [Layer.tie] : []) : []
    let words = AnswerWords(guideline, allowsNone: !layer.isRequired, taken: taken)
    return [("oneOf", .array(preferences + words.schemas))]
  }

  private var ranking: [(String, JSON)] {
    let place = ComparisonSchema.place(layer, candidate: .object([reference("candidate")]))
    return AnswerWords(guideline, allowsNone: !layer.isRequired).beside(
      "array", [("items", place)] + ComparisonSchema.length(layer))
  }

  private var text: [(String, JSON)] {
    var free: [(String, JSON)] = [("type", "string"), ("minLength", 1)]
    if let length = layer.maximumLength { free.append(("maxLength", .integer(length.value))) }
    if let pattern = layer.pattern {
      free.append(("pattern", .string(WholeText.pattern(pattern.value))))
    }
    if let grammar = layer.grammar {
      let words = GrammarSchema.words(grammar)
      if !words.isEmpty {
        free.append(("description", .string(words.joined(separator: "; ") + ".")))
      }
      let constraints = GrammarSchema.constraints(grammar)
      if !constraints.isEmpty { free.append(("allOf", .array(constraints))) }
    }
    let words = AnswerWords(guideline, of: layer, allowsNone: !layer.isRequired)
    return words.isEmpty ? free : [("anyOf", .array([.object(free)] + words.schemas))]
  }

  // MARK: lists of marks

  private var list: [(String, JSON)] {
    var members: [(String, JSON)] = [
      ("items", .object([reference("answer")])),
      ("minItems", .integer(max(1, layer.minimum?.value ?? 1))),
    ]
    if let maximum = layer.maximum { members.append(("maxItems", .integer(maximum.value))) }
    if layer.kind.value == .choices { members.append(("uniqueItems", true)) }
    return AnswerWords(guideline, of: layer, allowsNone: (layer.minimum?.value ?? 0) < 1).beside(
      "array", members)
  }

  /// A label with its attributes and whatever else the kind of layer asks for.
  private func mark(_ others: [RecordMember]) -> JSON {
    let label = RecordMember(RecordKey.label, .object([reference("label")]), isRequired: true)
    var members = RecordMember.object([label] + others + AttributeSchema.members(layer))
    let conditions = AttributeSchema.conditions(layer)
    if !conditions.isEmpty { members.append(("allOf", .array(conditions))) }
    return .object(members)
  }

  private var geometry: [RecordMember] {
    guard let key = RecordKey.geometry(layer.kind.value) else { return [] }
    return [RecordMember(key, .object([reference("geometry")]), isRequired: true)]
  }

  private static let place = [
    RecordMember("text", ["type": "string", "minLength": 1], isRequired: true),
    RecordMember(
      "start",
      ["type": "integer", "minimum": 0, "description": "Characters (Unicode scalars) from 0."],
      isRequired: true),
    RecordMember(
      "end",
      ["type": "integer", "minimum": 1, "description": "The first character after the mark."],
      isRequired: true),
  ]

  /// Marks on a text may always have an id, which joins the parts of a discontinuous one; other
  /// marks have one if a relation or a group can point to them, and tracks always.
  private var identity: [RecordMember] {
    guard guideline.givesIDs(to: layer) else { return [] }
    let isTrack = layer.kind.value == .track
    return [RecordMember(RecordKey.id, Self.identifier, isRequired: isTrack)]
  }

  private static func description(_ relation: Relation) -> String? {
    let scope: String? =
      switch relation.scope?.value {
      case .sentence: "Within a sentence."
      case .document: "Within a document."
      case .crossItem: "Also between items."
      case nil: nil
      }
    let words = [relation.definition?.value, scope].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private static let identifier: JSON = ["type": "string", "minLength": 1]

  private var relation: JSON {
    let names = layer.relations.map { relation in
      AnnotatedConstant(
        .string(relation.id.value), title: relation.name?.value,
        description: Self.description(relation)
      ).json
    }
    return .object(
      RecordMember.object([
        RecordMember("relation", ["oneOf": .array(names)], isRequired: true),
        RecordMember("from", Self.identifier, isRequired: true),
        RecordMember("to", Self.identifier, isRequired: true),
      ]))
  }
}
