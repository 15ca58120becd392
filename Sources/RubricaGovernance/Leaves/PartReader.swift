internal import RubricaModel
internal import RubricaSource
internal import Synchronization

/// Reads a field of a part without reflection, which would look up the type of each field anew. Only a
/// saving of time: a field that has no reader is found by reflection.
struct PartReader<Part>: Sendable {
  let name: String
  /// What stands behind the path of the part.
  let suffix: String
  /// Nil if the field says nothing.
  let read: @Sendable (Part) -> Any?

  private init(_ name: String, _ read: @escaping @Sendable (Part) -> Any?) {
    self.name = name
    suffix = "/" + LeafPath.segment(ofField: name)
    self.read = read
  }

  static func field<Value>(
    _ name: String, _ read: @escaping @Sendable (Part) -> Value?
  ) -> Self { Self(name) { read($0).map { $0 as Any } } }

  static func list<Value>(
    _ name: String, _ read: @escaping @Sendable (Part) -> [Value]
  ) -> Self {
    Self(name) { part in
      let items = read(part)
      return items.isEmpty ? nil : items
    }
  }

  static func flag(_ name: String, _ read: @escaping @Sendable (Part) -> Bool) -> Self {
    Self(name) { read($0) ? true : nil }
  }

  static func audience(_ read: @escaping @Sendable (Part) -> Audience) -> Self {
    Self("audience") { part in
      let audience = read(part)
      return audience.isNothing ? nil : audience
    }
  }
}

/// A part of which a guideline has many, with readers for its fields.
protocol ReadPart: Sendable {
  static var readers: [PartReader<Self>] { get }
  static var table: LeafFields.Table { get }
}

extension ReadPart {
  /// Fields with neither a reader nor a row, by which a fact is no part of what others say.
  func otherFields() -> [String] {
    let type = ObjectIdentifier(Self.self)
    if let known = FieldShapes.others.withLock({ $0[type] }) { return known }
    let named = Set(Self.readers.map(\.name))
    let others = Mirror(reflecting: self).children.compactMap { child -> String? in
      guard let name = child.label, !named.contains(name), Self.table[name] == nil,
        !(child.value is Span)
      else { return nil }
      return name
    }
    FieldShapes.others.withLock { $0[type] = others }
    return others
  }
}

extension ReadPart {
  static var table: LeafFields.Table { [:] }

  /// The fields that say something, those without a reader by reflection.
  func said() -> [(name: String, value: Any)] {
    var said: [(name: String, value: Any)] = []
    for reader in Self.readers {
      if let value = reader.read(self) { said.append((reader.name, value)) }
    }
    let others = otherFields()
    guard !others.isEmpty else { return said }
    for child in Mirror(reflecting: self).children {
      guard let name = child.label, others.contains(name), !LeafValue.isNothing(child.value) else {
        continue
      }
      said.append((name, child.value))
    }
    return said
  }
}

private enum FieldShapes {
  /// By type, once a run.
  static let others = Mutex<[ObjectIdentifier: [String]]>([:])
}

extension Guideline: ReadPart {
  static let table = LeafFields.guideline
  static let readers: [PartReader<Guideline>] = [
    .field("id") { $0.id }, .field("title") { $0.title }, .field("version") { $0.version },
    .field("stage") { $0.stage }, .field("language") { $0.language },
    .list("objectLanguages") { $0.objectLanguages }, .field("purpose") { $0.purpose },
    .field("owner") { $0.owner }, .list("authors") { $0.authors },
    .field("orderDecision") { $0.orderDecision }, .field("modality") { $0.modality },
  ]
}

extension Section: ReadPart {
  static let table = LeafFields.section
  static let readers: [PartReader<Section>] = [
    .field("heading") { $0.heading }, .audience { $0.audience }, .field("tool") { $0.tool },
  ]
}

extension Entry: ReadPart {
  static let table = LeafFields.entry
  static let readers: [PartReader<Entry>] = [
    .field("title") { $0.title }, .list("content") { $0.content }, .audience { $0.audience },
  ]
}

extension Rule: ReadPart {
  static let table = LeafFields.rule
  static let readers: [PartReader<Rule>] = [
    .field("kind") { $0.kind }, .field("title") { $0.title },
    .field("condition") { $0.condition }, .field("action") { $0.action },
    .list("exceptions") { $0.exceptions }, .list("reasons") { $0.reasons },
    .field("label") { $0.label }, .audience { $0.audience },
  ]
}

extension Example: ReadPart {
  static let table = LeafFields.example
  static let readers: [PartReader<Example>] = [
    .field("role") { $0.role }, .field("title") { $0.title }, .field("reason") { $0.reason },
    .list("content") { $0.content }, .field("label") { $0.label },
    .field("warning") { $0.warning }, .audience { $0.audience },
    .field("language") { $0.language },
  ]
}

extension Label: ReadPart {
  static let table = LeafFields.label
  static let readers: [PartReader<Label>] = [
    .field("id") { $0.id }, .field("name") { $0.name }, .list("definition") { $0.definition },
    .list("includes") { $0.includes }, .list("excludes") { $0.excludes },
    .field("parent") { $0.parent }, .field("group") { $0.group }, .field("form") { $0.form },
    .list("bindings") { $0.bindings }, .field("colour") { $0.colour },
    .field("shortcut") { $0.shortcut }, .field("code") { $0.code },
    .field("export") { $0.export }, .field("status") { $0.status }, .audience { $0.audience },
  ]
}

extension Layer: ReadPart {
  static let table = LeafFields.layer
  static let readers: [PartReader<Layer>] = [
    .field("id") { $0.id }, .field("name") { $0.name }, .field("kind") { $0.kind },
    .field("unit") { $0.unit }, .field("question") { $0.question },
    .field("cardinality") { $0.cardinality }, .flag("isRequired") { $0.isRequired },
    .field("minimum") { $0.minimum }, .field("maximum") { $0.maximum },
    .field("best") { $0.best }, .list("keypoints") { $0.keypoints },
    .list("skeleton") { $0.skeleton }, .field("over") { $0.over },
    .field("pattern") { $0.pattern }, .field("maximumLength") { $0.maximumLength },
    .field("candidates") { $0.candidates }, .flag("allowsTies") { $0.allowsTies },
    .field("frame") { $0.frame }, .field("frameRate") { $0.frameRate },
    .flag("isAcrossItems") { $0.isAcrossItems }, .field("preAnnotation") { $0.preAnnotation },
    .field("preAnnotatedBy") { $0.preAnnotatedBy }, .field("grammar") { $0.grammar },
  ]
}

extension Escape: ReadPart {
  static let table = LeafFields.escape
  static let readers: [PartReader<Escape>] = [
    .field("id") { $0.id }, .field("meaning") { $0.meaning }, .field("name") { $0.name },
    .field("definition") { $0.definition }, .list("layers") { $0.layers },
  ]
}

extension LabelGroup: ReadPart {
  static let table = LeafFields.group
  static let readers: [PartReader<LabelGroup>] = [
    .field("id") { $0.id }, .field("name") { $0.name },
    .field("definition") { $0.definition }, .field("group") { $0.group },
  ]
}

extension Attribute: ReadPart {
  static let table = LeafFields.attribute
  static let readers: [PartReader<Attribute>] = [
    .field("id") { $0.id }, .field("kind") { $0.kind }, .field("name") { $0.name },
    .field("definition") { $0.definition }, .field("defaultValue") { $0.defaultValue },
    .field("unit") { $0.unit }, .field("minimum") { $0.minimum },
    .field("maximum") { $0.maximum }, .field("pattern") { $0.pattern },
    .list("appliesTo") { $0.appliesTo }, .flag("isRequired") { $0.isRequired },
    .field("requiredWhen") { $0.requiredWhen }, .field("appliesWhen") { $0.appliesWhen },
    .field("blankMeans") { $0.blankMeans }, .field("target") { $0.target },
    .field("scheme") { $0.scheme },
  ]
}

// The parts of an answer.

extension ExpectedRecord: ReadPart {
  static let readers: [PartReader<ExpectedRecord>] = [
    .list("answers") { $0.answers }, .field("whole") { $0.whole },
  ]
}

extension LayerAnswer: ReadPart {
  static let readers: [PartReader<LayerAnswer>] = [
    .field("layer") { $0.layer }, .field("value") { $0.value },
  ]
}

extension LabelChoice: ReadPart {
  static let readers: [PartReader<LabelChoice>] = [
    .field("label") { $0.label }, .list("attributes") { $0.attributes },
  ]
}

extension AttributeValue: ReadPart {
  static let readers: [PartReader<AttributeValue>] = [
    .field("id") { $0.id }, .field("value") { $0.value },
  ]
}

extension Region: ReadPart {
  static let readers: [PartReader<Region>] = [
    .field("label") { $0.label }, .field("id") { $0.id }, .field("geometry") { $0.geometry },
    .list("attributes") { $0.attributes },
  ]
}

extension SpanMark: ReadPart {
  static let readers: [PartReader<SpanMark>] = [
    .field("label") { $0.label }, .field("id") { $0.id }, .list("ranges") { $0.ranges },
    .field("statedText") { $0.statedText }, .list("attributes") { $0.attributes },
  ]
}

extension RelationMark: ReadPart {
  static let readers: [PartReader<RelationMark>] = [
    .field("relation") { $0.relation }, .field("from") { $0.from }, .field("to") { $0.to },
  ]
}
