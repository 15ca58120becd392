internal import RubricaSource

/// Data in the words of one line.
enum DataText {
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

  /// Line ends and runs of blanks become one blank.
  static func oneLine(_ text: String) -> String {
    guard text.utf8.span.contains(where: { bit($0 == 10) | bit($0 == 13) | bit($0 == 9) }) else {
      return text
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
