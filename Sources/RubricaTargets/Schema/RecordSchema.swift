internal import RubricaModel
internal import RubricaSource

/// The schema of a whole record: an object with one key a layer, or one word for all of it.
struct RecordSchema {
  private let index: GuidelineIndex
  private let context: TargetContext
  private let layers: [LayerSchema]

  init(_ index: GuidelineIndex, _ context: TargetContext) {
    self.index = index
    self.context = context
    layers = index.guideline.layers.map { LayerSchema($0, index) }
  }

  private var guideline: Guideline { index.guideline }

  var bytes: [UInt8] {
    JSONWriter.file(reserving: 6_000) { schema in
      schema.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      schema.member("$id", identifier)
      schema.member("title", guideline.title.value)
      schema.member("description", description)
      schema.member("$comment", "Made by \(context.compiler) from \(context.sourceDigest)")
      let words = AnswerWords(guideline, allowsNone: !guideline.layers.contains { $0.isRequired })
      words.write(beside: "object", to: &schema) { writeRecord(to: &$0) }
      schema.member("$defs", object: { for layer in layers { layer.writeDefinitions(to: &$0) } })
      schema.member("examples", list: { ExampleRecord.writeCompleteGoodOnes(of: index, to: &$0) })
    }
  }

  /// The same for the same guideline and version, wherever it was compiled.
  private var identifier: String {
    "urn:rubrica:\(Self.escaped(guideline.id.value)):\(Self.escaped(guideline.version?.value ?? "0"))"
  }

  private var description: String {
    let about = "One annotation record of the guideline `\(guideline.id.value)`"
    guard let version = guideline.version else { return about + ", which has no version yet." }
    return about + ", version \(version.value)."
  }

  private func writeRecord(to schema: inout JSONWriter) {
    schema.member(
      "properties",
      object: { properties in
        for layer in layers {
          properties.key(named: layer.id)
          layer.writeAnswer(to: &properties)
        }
      })
    schema.member(
      "required",
      list: { list in
        for layer in guideline.layers where layer.isRequired { list.item(layer.id.value) }
      })
    schema.member("additionalProperties", false)
  }

  /// Percent-encoded as a part of a URN.
  private static func escaped(_ text: String) -> String {
    Percent.encoded(text) { !$0.isUnreserved }
  }
}
