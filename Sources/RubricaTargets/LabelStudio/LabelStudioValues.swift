/// A mark on a text, as the editor stores it.
struct LabelStudioWords {
  let range: Range<Int>
  let text: Substring

  func write(to json: inout JSONWriter) {
    json.member("start", range.lowerBound)
    json.member("end", range.upperBound)
    json.member("text", text)
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

  func write(to json: inout JSONWriter) {
    switch content {
    case .text(let key, let text): json.member(key, list: { $0.item(text) })
    case .number(let number): json.member("number", number)
    }
  }
}
