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
    labels = LabelSchema(layer, index)
  }

  var id: String { layer.id.value }
  private var guideline: Guideline { index.guideline }

  /// What stands under the layer's id in `properties`.
  func writeAnswer(to json: inout JSONWriter) {
    json.object { schema in
      if let question = layer.question { schema.member("title", question.value) }
      if let cardinality = layer.cardinality { schema.member("description", cardinality.value) }
      switch layer.kind.value {
      case .choice: writeChoice(to: &schema)
      case .scale: writeScale(to: &schema)
      case .text: writeText(to: &schema)
      case .ranking: writeRanking(to: &schema)
      case .pairwise: writePairwise(to: &schema)
      default: writeList(to: &schema)
      }
    }
  }

  /// Schemas of the parts of an answer, by names that hold the layer's id.
  func writeDefinitions(to definitions: inout JSONWriter) {
    func define(_ part: String, _ schema: SchemaPart) {
      definitions.key(named: "\(id)/\(part)")
      schema(&definitions)
    }
    switch layer.kind.value {
    case .choice, .choices:
      guard !layer.attributes.isEmpty else {
        return define("answer") { labels.writeNames(to: &$0) }
      }
      define("label") { labels.writeNames(to: &$0) }
      define("answer") { json in
        json.object { schema in
          schema.member("if", object: { $0.member("type", "object") })
          schema.key("then")
          writeMark([], to: &schema)
          schema.key("else")
          labels.writeBareNames(to: &schema)
        }
      }
    case .box, .polygon, .polyline, .keypoints, .mask, .cuboid, .track:
      define("label") { labels.writeNames(to: &$0) }
      define("geometry") { json in
        let followed = layer.over.flatMap { guideline.layer($0.value) }
        GeometrySchema.write(layer, followed: followed, to: &json)
      }
      define("answer") { writeMark(geometry + identity, to: &$0) }
    case .span:
      define("label") { labels.writeNames(to: &$0) }
      define("answer") { writeMark(Self.place + identity, to: &$0) }
    case .segment:
      define("label") { labels.writeNames(to: &$0) }
      define("answer") { writeMark(SpaceSchema.segment + identity, to: &$0) }
    case .relation: define("answer") { writeRelation(to: &$0) }
    case .identity: define("answer") { ComparisonSchema.writeGroups(to: &$0) }
    case .ranking: define("candidate") { ComparisonSchema.write(candidateOf: layer, to: &$0) }
    case .scale, .pairwise, .text: break
    }
  }

  private func writeReference(to part: String, _ json: inout JSONWriter) {
    json.object { $0.member("$ref", Pointer.definition(part, of: layer)) }
  }

  // MARK: answers to the whole item

  private func writeChoice(to schema: inout JSONWriter) {
    let words = AnswerWords(
      guideline, of: layer, allowsNone: layer.allowsNone, taken: layer.labels.map { $0.value })
    guard !words.isEmpty else {
      return schema.member("$ref", Pointer.definition("answer", of: layer))
    }
    schema.member(
      "anyOf",
      list: { list in
        writeReference(to: "answer", &list)
        words.write(to: &list)
      })
  }

  private func writeScale(to schema: inout JSONWriter) {
    schema.member(
      "oneOf",
      list: { list in
        for point in layer.points {
          AnnotatedConstant(
            .integer(point.value.value), title: point.means?.value, description: nil
          ).write(to: &list)
        }
        AnswerWords(guideline, of: layer, allowsNone: layer.allowsNone).write(to: &list)
      })
  }

  private func writePairwise(to schema: inout JSONWriter) {
    let taken =
      layer.points.isEmpty
      ? (layer.candidates?.fixed.map(\.id.value) ?? []) + (layer.allowsTies ? [Layer.tie] : []) : []
    schema.member(
      "oneOf",
      list: { list in
        for preference in ComparisonSchema.preferences(layer) { preference.write(to: &list) }
        AnswerWords(guideline, of: layer, allowsNone: layer.allowsNone, taken: taken)
          .write(to: &list)
      })
  }

  private func writeRanking(to schema: inout JSONWriter) {
    let words = AnswerWords(guideline, of: layer, allowsNone: layer.allowsNone)
    words.write(beside: "array", to: &schema) { schema in
      schema.key("items")
      ComparisonSchema.write(
        placeOf: layer, candidate: { writeReference(to: "candidate", &$0) }, to: &schema)
      ComparisonSchema.write(lengthOf: layer, to: &schema)
    }
  }

  private func writeText(to schema: inout JSONWriter) {
    let words = AnswerWords(guideline, of: layer, allowsNone: layer.allowsNone)
    guard !words.isEmpty else { return writeFreeText(to: &schema) }
    schema.member(
      "anyOf",
      list: { list in
        list.object { writeFreeText(to: &$0) }
        words.write(to: &list)
      })
  }

  private func writeFreeText(to schema: inout JSONWriter) {
    schema.member("type", "string")
    schema.member("minLength", 1)
    if let length = layer.maximumLength { schema.member("maxLength", length.value) }
    if let pattern = layer.pattern { schema.member("pattern", WholeText.pattern(pattern.value)) }
    guard let grammar = layer.grammar else { return }
    let words = GrammarSchema.words(grammar)
    if !words.isEmpty { schema.member("description", words.joined(separator: "; ") + ".") }
    let constraints = GrammarSchema.constraints(grammar)
    guard !constraints.isEmpty else { return }
    schema.member(
      "allOf", list: { list in for constraint in constraints { constraint.write(to: &list) } })
  }

  // MARK: lists of marks

  private func writeList(to schema: inout JSONWriter) {
    AnswerWords(guideline, of: layer, allowsNone: layer.allowsNone).write(
      beside: "array", to: &schema
    ) { schema in
      schema.key("items")
      writeReference(to: "answer", &schema)
      schema.member("minItems", max(1, layer.minimum?.value ?? 1))
      if let maximum = layer.maximum { schema.member("maxItems", maximum.value) }
      guard layer.kind.value == .choices else { return }
      schema.member("uniqueItems", true)
      writeLimits(to: &schema)
    }
  }

  /// Answers with one label are not equal if their attributes differ, so each label is counted. The texts
  /// of a label that stands for many cannot be.
  private func writeLimits(to schema: inout JSONWriter) {
    let ids = layer.attributes.isEmpty ? [] : labels.idsWithoutForm
    guard !ids.isEmpty else { return }
    schema.member(
      "allOf",
      list: { list in
        for id in ids {
          list.object { limit in
            limit.member("contains", object: { Self.writeAnswer(withLabel: id, to: &$0) })
            limit.member("minContains", 0)
            limit.member("maxContains", 1)
          }
        }
      })
  }

  /// An answer that gives a label: the bare word, or an object.
  private static func writeAnswer(withLabel id: String, to schema: inout JSONWriter) {
    schema.member(
      "anyOf",
      list: { list in
        list.object { $0.member("const", id) }
        list.object { answer in
          answer.member("type", "object")
          answer.member(
            "properties",
            object: { properties in
              properties.key(named: RecordKey.label)
              properties.object { $0.member("const", id) }
            })
          answer.member("required", list: { $0.item(RecordKey.label) })
        }
      })
  }

  /// A label with its attributes and whatever else the kind of layer asks for; or an escape answer with
  /// the place of what is not to be used.
  private func writeMark(_ others: [RecordMember], to json: inout JSONWriter) {
    let ignored = guideline.escapes.filter { index.ignoredPart($0.id.value, in: layer) != nil }
    guard !ignored.isEmpty else { return writeLabelled(others, to: &json) }
    let label = RecordMember(RecordKey.label, isRequired: true) { json in
      json.object { schema in
        schema.member(
          "oneOf",
          list: { list in
            for escape in ignored {
              AnnotatedConstant(
                .text(escape.id.value), title: escape.name?.value,
                description: escape.definition?.value
              ).write(to: &list)
            }
          })
      }
    }
    json.object { schema in
      schema.member(
        "if",
        object: { test in
          test.member(
            "properties",
            object: { properties in
              properties.key(named: RecordKey.label)
              properties.object { label in
                label.member(
                  "enum", list: { list in for escape in ignored { list.item(escape.id.value) } })
              }
            })
          test.member("required", list: { $0.item(RecordKey.label) })
        })
      schema.member("then", object: { RecordMember.write([label] + others, to: &$0) })
      schema.key("else")
      writeLabelled(others, to: &schema)
    }
  }

  private func writeLabelled(_ others: [RecordMember], to json: inout JSONWriter) {
    let label = RecordMember(RecordKey.label, isRequired: true) { writeReference(to: "label", &$0) }
    json.object { schema in
      RecordMember.write([label] + others + AttributeSchema.members(layer), to: &schema)
      let conditions = AttributeSchema.conditions(layer)
      guard !conditions.isEmpty else { return }
      schema.member(
        "allOf", list: { list in for condition in conditions { condition(&list) } })
    }
  }

  private var geometry: [RecordMember] {
    guard let key = RecordKey.geometry(layer.kind.value) else { return [] }
    return [RecordMember(key, isRequired: true) { writeReference(to: "geometry", &$0) }]
  }

  private static let place = [
    RecordMember("text", isRequired: true) { RecordMember.writeIdentifier(to: &$0) },
    RecordMember("start", isRequired: true) { json in
      json.object { schema in
        schema.member("type", "integer")
        schema.member("minimum", 0)
        schema.member("description", "Characters (Unicode scalars) from 0.")
      }
    },
    RecordMember("end", isRequired: true) { json in
      json.object { schema in
        schema.member("type", "integer")
        schema.member("minimum", 1)
        schema.member("description", "The first character after the mark.")
      }
    },
  ]

  /// Marks on a text may always have an id, which joins the parts of a discontinuous one; other
  /// marks have one if a relation, a group or an attribute can point to them, and tracks always.
  private var identity: [RecordMember] {
    guard guideline.givesIDs(to: layer) else { return [] }
    let isTrack = layer.kind.value == .track
    return [
      RecordMember(RecordKey.id, isRequired: isTrack) { RecordMember.writeIdentifier(to: &$0) }
    ]
  }

  private static func description(_ relation: Relation) -> String? {
    let scope: String? =
      switch relation.scope?.value {
      case .sentence: "Within a sentence."
      case .document: "Within a document."
      case .crossItem: "Also between items."
      case nil: nil
      }
    return Annotation.line([relation.definition?.value, scope])
  }

  private func writeRelation(to json: inout JSONWriter) {
    let name = RecordMember("relation", isRequired: true) { json in
      json.object { schema in
        schema.member(
          "oneOf",
          list: { list in
            for relation in layer.relations {
              AnnotatedConstant(
                .text(relation.id.value), title: relation.name?.value,
                description: Self.description(relation)
              ).write(to: &list)
            }
          })
      }
    }
    let ends = ["from", "to"].map { end in
      RecordMember(end, isRequired: true) { RecordMember.writeIdentifier(to: &$0) }
    }
    json.object { RecordMember.write([name] + ends, to: &$0) }
  }
}
