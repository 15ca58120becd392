package import RubricaSignature
package import RubricaSource

/// The answer of the gate as JSON. See docs/formats/gate.md.
package enum GateDocument {
  package static func json(
    id: String?, version: String?, _ result: GateResult, time: Timestamp
  ) -> JSON {
    let text = { (text: String?) -> JSON in text.map(JSON.string) ?? .null }
    return .object([
      ("schema", .string("https://rubrica.dev/schemas/gate/v1")),
      ("guideline", .object([("id", text(id)), ("version", text(version))])),
      ("result", .string(result.isPass ? "pass" : "denied")),
      ("time", .string(time.description)),
      ("properties", .array(result.properties.map(JSON.string))),
      ("validUntil", text(result.validUntil?.description)),
      (
        "denials",
        .array(
          result.denials.map { denial in
            .object([
              ("code", .string(denial.code.rawValue)), ("message", .string(denial.message)),
              ("file", text(denial.place?.file)),
              ("line", denial.place.map { .integer($0.line) } ?? .null),
              ("column", denial.place.map { .integer($0.column) } ?? .null),
              ("who", .array(denial.who.map(JSON.string))), ("statement", text(denial.statement)),
            ])
          })
      ),
    ])
  }
}
