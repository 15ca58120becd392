internal import RubricaModel
internal import RubricaSource

/// The labels of a layer, with what they mean.
struct LabelSchema {
  private let layer: Layer
  private let constants: [(id: String, schema: JSON)]
  /// Whether a label stands for many texts, so that two branches may take the same one.
  private let hasForms: Bool

  init(_ layer: Layer, _ guideline: Guideline) {
    self.layer = layer
    var seen: Set<String> = []
    hasForms = layer.labels.contains { guideline.label($0.value)?.form != nil }
    constants = layer.labels.filter { seen.insert($0.value).inserted }.map { located in
      let id = located.value
      guard let label = guideline.label(id) else {
        return (id, AnnotatedConstant(.string(id), title: nil, description: nil).json)
      }
      let constant = AnnotatedConstant(
        .string(id), title: label.name.value,
        description: label.audience.isForAnnotators ? label.definition.plainText : nil,
        isDeprecated: label.status?.value == .deprecated, bindings: label.bindings)
      guard let form = label.form else { return (id, constant.json) }
      let keyword = ("pattern", JSON.string(WholeText.pattern(form.expression.value)))
      return (id, .object([("type", "string")] + constant.members(keyword)))
    }
  }

  var names: JSON {
    .object([(hasForms ? "anyOf" : "oneOf", .array(constants.map(\.schema)))])
  }

  /// Labels that may stand as a bare word: those without an attribute that must be given.
  var bareNames: JSON {
    let demanding = layer.attributes.filter { AttributeSchema.isDemanded($0) }
    let bare = constants.filter { constant in
      !demanding.contains { $0.applies(to: constant.id) }
    }
    return bare.count == constants.count
      ? .object([("$ref", .string("#/$defs/\(Pointer.escaped(layer.id.value))~1label"))])
      : hasForms
        ? ["anyOf": .array(bare.map(\.schema))] : ["enum": .array(bare.map { .string($0.id) })]
  }
}
