internal import RubricaModel
internal import RubricaSource

/// The labels of a layer, with what they mean.
struct LabelSchema {
  private let layer: Layer
  private let index: GuidelineIndex
  /// Each once.
  private let ids: [String]
  /// What the labels are called, by their ids.
  private let names: [String: String]
  /// Whether a label stands for many texts, so that two branches may take the same one.
  private let hasForms: Bool

  init(_ layer: Layer, _ index: GuidelineIndex) {
    self.layer = layer
    self.index = index
    var seen: Set<String> = []
    ids = layer.labels.map { $0.value }.filter { seen.insert($0).inserted }
    let labels = ids.compactMap { Self.label($0, index) }
    hasForms = labels.contains { $0.form != nil }
    let words = Words.named(index.guideline.language.value).words
    var names: [String: String] = [:]
    for label in index.named(labels, words) { names[label.id.value] = label.name.value }
    self.names = names
  }

  private static func label(_ id: String, _ index: GuidelineIndex) -> Label? {
    index.declaredPlace(id).map { index.guideline.labels[$0] }
  }

  /// Labels that are given by their ids.
  var idsWithoutForm: [String] {
    hasForms ? ids.filter { Self.label($0, index)?.form == nil } : ids
  }

  private func write(_ id: String, to list: inout JSONWriter) {
    guard let label = Self.label(id, index) else {
      return AnnotatedConstant(.text(id), title: nil, description: nil).write(to: &list)
    }
    let words = Annotation(
      title: names[label.id.value] ?? label.name.value,
      description: label.audience.isForAnnotators
        ? label.definition.text { $0.shownText } : nil,
      isDeprecated: label.status?.value == .deprecated, bindings: label.bindings)
    list.object { schema in
      if let form = label.form {
        schema.member("type", "string")
        schema.member("pattern", WholeText.pattern(form.expression.value))
      } else {
        schema.member("const", id)
      }
      words.write(to: &schema)
    }
  }

  func writeNames(to json: inout JSONWriter) { json.object { write(ids, to: &$0) } }

  private func write(_ ids: [String], to schema: inout JSONWriter) {
    schema.member(
      hasForms ? "anyOf" : "oneOf", list: { list in for id in ids { write(id, to: &list) } })
  }

  /// Labels that may stand as a bare word: those without an attribute that must be given.
  func writeBareNames(to json: inout JSONWriter) {
    let bare = ids.filter { id in
      !layer.attributes.contains { AttributeSchema.isDemanded($0, ofBare: id, in: layer) }
    }
    json.object { schema in
      if bare.count == ids.count {
        schema.member("$ref", Pointer.definition("label", of: layer))
      } else if bare.isEmpty {
        // No word will do, so that a validator says what is wanted in its place.
        schema.member("type", "object")
      } else if hasForms {
        write(bare, to: &schema)
      } else {
        schema.member("enum", list: { list in for id in bare { list.item(id) } })
      }
    }
  }
}
