internal import RubricaModel
internal import RubricaSource

/// Data in the words of one line, and whether it says anything.
enum DataText {
  /// Whether a value is an answer: not empty, and no note that the answer is still to come.
  static func isFilled(_ node: DataNode) -> Bool {
    switch node.kind {
    case .scalar(let text, let isPlain):
      !text.isEmpty && !(isPlain && (text == "~" || text == "null")) && !isPlaceholder(text)
    case .list(let items): items.contains { isFilled($0) }
    case .mapping(let fields): fields.contains { isFilled($0.value) }
    }
  }

  static func text(_ node: DataNode) -> String {
    if case .scalar(let text, _) = node.kind { return text }
    var output = ""
    write(node, to: &output)
    return output
  }

  private static func write(_ node: DataNode, to output: inout String) {
    switch node.kind {
    case .scalar(let text, _): output += text
    case .list(let items):
      for place in items.indices {
        if place > 0 { output += "; " }
        write(items[place], to: &output)
      }
    case .mapping(let fields):
      for place in fields.indices {
        if place > 0 { output += ", " }
        output += fields[place].key.value
        output += ": "
        write(fields[place].value, to: &output)
      }
    }
  }

  /// Words that people write so as to have written something.
  private static let placeholders: Set<String> = [
    "?", "??", "???", "-", "--", "...", "…", "tba", "tbc", "tbd", "to do", "todo", "fixme", "xxx",
    "to be announced", "to be confirmed", "to be decided", "to be defined", "to be determined",
  ]

  private static func isPlaceholder(_ text: String) -> Bool {
    text.utf8.count <= 24 && startsLikePlaceholder(text) && placeholders.contains(text.lowercased())
  }

  /// Few texts do, and only they are looked up.
  private static func startsLikePlaceholder(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "?"), UInt8(ascii: "-"), UInt8(ascii: "."), 0xE2: true
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "x"): true
    case UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "X"): true
    default: false
    }
  }

  /// Line ends and runs of blanks become one blank.
  static func oneLine(_ text: String) -> String {
    guard text.utf8.span.contains(where: { bit($0 == 10) | bit($0 == 13) | bit($0 == 9) }) else {
      return text
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
