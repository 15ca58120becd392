import RubricaBundle
import RubricaSignature
import RubricaSource
import RubricaSyntax
import Testing

/// In-toto statements: closed, and written in one way.
struct StatementTests {
  private let digest = Digest([1, 2, 3])

  private func text(
    type: String = "https://in-toto.io/Statement/v1", subject: String? = nil, extra: String = "",
    predicateType: String = "https://example.com/p/v1", predicate: String = "{\"a\": 1}"
  ) -> String {
    let subject =
      subject ?? "[{\"name\": \"a#licence\", \"digest\": {\"sha256\": \"\(digest.hex)\"}}]"
    return """
      {"_type": "\(type)", "subject": \(subject), "predicateType": "\(predicateType)",
       "predicate": \(predicate)\(extra)}
      """
  }

  private func code(_ text: String) -> String? {
    do throws(StatementRefusal) {
      _ = try Statement(Array(text.utf8))
      return nil
    } catch {
      return error.code
    }
  }

  @Test func isReadAsWritten() throws {
    let subjects = [
      Statement.Subject(name: "a#licence", digest: digest),
      Statement.Subject(name: "a#\"privacy\"", digest: Digest([])),
    ]
    let bytes = Statement.bytes(
      subjects: subjects, predicateType: "https://example.com/p/v1",
      predicate: ["decision": "approve", "items": ["x"]])
    let read = try Statement(bytes)
    #expect(read.subjects == subjects)
    #expect(read.predicateType == "https://example.com/p/v1")
    var fields = try read.predicate.fields()
    #expect(try fields.required("decision").string() == "approve")
    #expect(try fields.required("items").array().count == 1)
    try fields.end()
    #expect(
      String(decoding: bytes, as: UTF8.self).hasPrefix(
        "{\n  \"_type\": \"https://in-toto.io/Statement/v1\",\n  \"subject\": ["))
    #expect(code(text()) == nil)
  }

  @Test func refusesWhatItDoesNotKnow() {
    let hex = digest.hex
    #expect(code(text(type: "https://in-toto.io/Statement/v0.1")) == "statement-wrong-type")
    #expect(code(text(subject: "[]")) == "statement-no-subject")
    #expect(code(text(subject: "[{\"name\": \"a\"}]")) == "json-missing-field")
    #expect(code(text(subject: "[{\"digest\": {\"sha256\": \"\(hex)\"}}]")) == "json-missing-field")
    #expect(
      code(text(subject: "[{\"name\": \"\", \"digest\": {\"sha256\": \"\(hex)\"}}]"))
        == "statement-empty-name")
    let one = "{\"name\": \"a\", \"digest\": {\"sha256\": \"\(hex)\"}}"
    #expect(code(text(subject: "[\(one), \(one)]")) == "statement-name-twice")
    for bad in [
      hex.uppercased(), String(hex.dropLast()), hex + "0", "", "sha256:" + hex.dropFirst(7),
    ] {
      #expect(
        code(text(subject: "[{\"name\": \"a\", \"digest\": {\"sha256\": \"\(bad)\"}}]"))
          == "statement-not-a-digest")
    }
    #expect(
      code(text(subject: "[{\"name\": \"a\", \"digest\": {\"sha1\": \"aa\"}}]"))
        == "json-missing-field")
    #expect(
      code(
        text(subject: "[{\"name\": \"a\", \"digest\": {\"sha256\": \"\(hex)\", \"sha512\": \"\"}}]")
      )
        == "json-unknown-field")
    #expect(
      code(
        text(subject: "[{\"name\": \"a\", \"uri\": \"b\", \"digest\": {\"sha256\": \"\(hex)\"}}]"))
        == "json-unknown-field")
    #expect(code(text(predicateType: "")) == "statement-empty-predicate-type")
    #expect(code(text(predicate: "null")) == "json-wrong-kind")
    #expect(code(text(extra: ", \"more\": 1")) == "json-unknown-field")
    #expect(code(text(extra: ", \"predicate\": {}")) == "json-duplicate-key")
    #expect(code(text(predicate: "{\"a\": 1, \"a\": 2}")) == "json-duplicate-key")
    #expect(code("[]") == "json-wrong-kind")
  }

  @Test func refusalsSayWhere() {
    let text = text(extra: ", \"more\": 1")
    do throws(StatementRefusal) {
      _ = try Statement(Array(text.utf8), SourceID(7))
      Issue.record("`more` was taken")
    } catch {
      #expect(error.span.source == SourceID(7))
      #expect(SourceFile(name: "a", text: text).text(error.span.range) == "\"more\"")
    }
  }

  @Test func digestsHaveOneForm() {
    #expect(Digest(hex: digest.hex) == digest)
    #expect(Digest(hex: digest.hex.uppercased()) == nil)
    #expect(
      Digest(hex: digest.hex + "0") == nil && Digest(hex: String(digest.hex.dropLast())) == nil)
    #expect(Digest(hex: "g" + digest.hex.dropFirst()) == nil)
    #expect(Digest(bytes: digest.bytes) == digest && digest.bytes.count == 32)
    #expect(Digest(bytes: [1]) == nil)
    #expect(digest.description == "sha256:" + digest.hex)
  }
}
