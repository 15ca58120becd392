package import RubricaSignature
package import RubricaSource

/// The answer of the gate as JSON. See docs/formats/gate.md.
package enum GateDocument {
  private static let schema = JSON.string("https://rubrica.dev/schemas/gate/v1")

  /// What was asked of one guideline is one answer; of several, all of them, passed if each is. `more` are further
  /// members of each.
  package static func json(
    _ answers: [(id: String, version: String?, result: GateResult)], time: Timestamp,
    more: [[(String, JSON)]] = []
  ) -> JSON {
    let documents = answers.enumerated().map { place, answer in
      JSON.object(
        members(id: answer.id, version: answer.version, answer.result, time: time)
          + (place < more.count ? more[place] : []))
    }
    if documents.count == 1 { return documents[0] }
    return .object([
      ("schema", schema), ("result", word(answers.allSatisfy(\.result.isPass))),
      ("time", .string(time.description)), ("guidelines", .array(documents)),
    ])
  }

  private static func word(_ isPass: Bool) -> JSON { .string(isPass ? "pass" : "denied") }

  private static func members(
    id: String, version: String?, _ result: GateResult, time: Timestamp
  ) -> [(String, JSON)] {
    let text = { (text: String?) -> JSON in text.map(JSON.string) ?? .null }
    return [
      ("schema", schema),
      ("guideline", .object([("id", .string(id)), ("version", text(version))])),
      ("result", word(result.isPass)),
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
    ]
  }
}
