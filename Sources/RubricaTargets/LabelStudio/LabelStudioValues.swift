/// A mark on a text, as the editor stores it.
struct LabelStudioWords {
  let range: Range<Int>
  let text: Substring

  func write(to json: inout JSONWriter) {
    writeRange(to: &json)
    json.member("text", text)
  }

  /// For an answer about the mark. If it is a text, it has the key that the words of the mark have.
  func write(besides value: LabelStudioValue, to json: inout JSONWriter) {
    if value.isText { writeRange(to: &json) } else { write(to: &json) }
    value.write(to: &json)
  }

  private func writeRange(to json: inout JSONWriter) {
    json.member("start", range.lowerBound)
    json.member("end", range.upperBound)
  }
}

/// The value of an attribute, as the editor stores it.
struct LabelStudioValue {
  enum Content {
    case text(StaticString, String)
    case number(Double)
  }

  /// The control.
  var name: String
  var type: String
  var content: Content

  /// Whether it is stored under the key `text`.
  var isText: Bool { type == "textarea" }

  func write(to json: inout JSONWriter) {
    switch content {
    case .text(let key, let text): json.member(key, list: { $0.item(text) })
    case .number(let number): json.member("number", number)
    }
  }
}
