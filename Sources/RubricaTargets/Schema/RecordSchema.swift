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

  var json: JSON {
    var members: [(String, JSON)] = [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("$id", .string(identifier)),
      ("title", .string(guideline.title.value)),
      ("description", .string(description)),
      ("$comment", .string("Made by \(context.compiler) from \(context.sourceDigest)")),
    ]
    let words = AnswerWords(guideline, allowsNone: !guideline.layers.contains { $0.isRequired })
    members += words.beside("object", record)
    members.append(("$defs", .object(definitions)))
    members.append(("examples", .array(ExampleRecord.completeGoodOnes(of: index))))
    return .object(members)
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

  private var record: [(String, JSON)] {
    let required = guideline.layers.filter { $0.isRequired }.map { JSON.string($0.id.value) }
    return [
      ("properties", .object(layers.map { ($0.id, $0.answer) })), ("required", .array(required)),
      ("additionalProperties", false),
    ]
  }

  private var definitions: [(String, JSON)] { layers.flatMap { $0.definitions } }

  /// Percent-encoded as a part of a URN.
  private static func escaped(_ text: String) -> String {
    var output = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        output.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        output += (byte < 16 ? "%0" : "%") + digits
      }
    }
    return output
  }
}
