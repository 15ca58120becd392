internal import RubricaModel
internal import RubricaSource

// How each part of the model is read; a field that has neither a reader nor a row in its table is found by
// reflection.

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

extension SectionFields: ReadPart {
  static let table = LeafFields.section
  static let readers: [PartReader<SectionFields>] = [
    .field("heading") { $0.heading }, .audience { $0.audience }, .field("tool") { $0.tool },
  ]
}

extension EntryFields: ReadPart {
  static let table = LeafFields.entry
  static let readers: [PartReader<EntryFields>] = [
    .field("title") { $0.title }, .list("content") { $0.content }, .audience { $0.audience },
  ]
}

extension RuleFields: ReadPart {
  static let table = LeafFields.rule
  static let readers: [PartReader<RuleFields>] = [
    .field("kind") { $0.kind }, .field("title") { $0.title },
    .field("condition") { $0.condition }, .field("action") { $0.action },
    .list("exceptions") { $0.exceptions },
    .list("alternatives") { $0.alternatives }, .list("reasons") { $0.reasons },
    .field("label") { $0.label }, .audience { $0.audience },
  ]
}

extension ExampleFields: ReadPart {
  static let table = LeafFields.example
  static let readers: [PartReader<ExampleFields>] = [
    .field("role") { $0.role }, .field("title") { $0.title }, .field("reason") { $0.reason },
    .list("content") { $0.content }, .field("label") { $0.label },
    .field("warning") { $0.warning }, .audience { $0.audience },
    .field("language") { $0.language },
  ]
}

extension LabelFields: ReadPart {
  static let table = LeafFields.label
  static let readers: [PartReader<LabelFields>] = [
    .field("id") { $0.id }, .field("name") { $0.name }, .list("definition") { $0.definition },
    .list("includes") { $0.includes }, .list("excludes") { $0.excludes },
    .field("parent") { $0.parent }, .field("group") { $0.group }, .field("form") { $0.form },
    .list("bindings") { $0.bindings }, .field("colour") { $0.colour },
    .field("shortcut") { $0.shortcut }, .field("code") { $0.code },
    .field("export") { $0.export }, .field("status") { $0.status }, .audience { $0.audience },
  ]
}

extension LayerFields: ReadPart {
  static let table = LeafFields.layer
  static let readers: [PartReader<LayerFields>] = [
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

extension ContentWarning: ReadPart {
  static let table = LeafFields.warning
  static let readers: [PartReader<ContentWarning>] = [.field("text") { $0.text }]
}

extension ScalePoint: ReadPart {
  static let table = LeafFields.point
  static let readers: [PartReader<ScalePoint>] = [
    .field("value") { $0.value }, .field("means") { $0.means }, .list("examples") { $0.examples },
  ]
}

extension Relation: ReadPart {
  static let table = LeafFields.relation
  static let readers: [PartReader<Relation>] = [
    .field("id") { $0.id }, .field("name") { $0.name }, .field("definition") { $0.definition },
    .list("from") { $0.from }, .list("to") { $0.to }, .flag("isSymmetric") { $0.isSymmetric },
    .field("scope") { $0.scope },
  ]
}

extension Attribute.Value: ReadPart {
  static let table = LeafFields.value
  static let readers: [PartReader<Attribute.Value>] = [
    .field("id") { $0.id }, .field("definition") { $0.definition },
    .list("bindings") { $0.bindings },
  ]
}

extension Precedence: ReadPart {
  static let table = LeafFields.precedence
  static let readers: [PartReader<Precedence>] = [.audience { $0.audience }]
}

extension Doubt: ReadPart {
  static let table = LeafFields.doubt
  static let readers: [PartReader<Doubt>] = [.field("label") { $0.label }]
}

extension Media: ReadPart {
  static let table = LeafFields.media
  static let readers: [PartReader<Media>] = [.field("duration") { $0.duration }]
}

extension Translation: ReadPart {
  static let table = LeafFields.translation
  static let readers: [PartReader<Translation>] = [.list("translators") { $0.translators }]
}

extension Suppression: ReadPart {
  static let table = LeafFields.suppression
  static let readers: [PartReader<Suppression>] = []
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
