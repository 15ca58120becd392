internal import RubricaModel
internal import RubricaSource

/// Data in the words of one line, and whether it says anything.
enum DataText {
  /// Whether a value is an answer: not empty, and no note that the answer is still to come.
  static func isFilled(_ node: DataNode) -> Bool {
    switch node.kind {
    case .scalar: node.text.map { !isPlaceholder($0.value) } ?? false
    case .list(let items): items.contains { isFilled($0) }
    case .mapping(let fields): fields.contains { isFilled($0.value) }
    }
  }

  static func text(_ node: DataNode) -> String {
    switch node.kind {
    case .scalar(let text, _): text
    case .list(let items): items.map(text).joined(separator: "; ")
    case .mapping(let fields):
      fields.map { "\($0.key.value): \(text($0.value))" }.joined(separator: ", ")
    }
  }

  /// Words that people write so as to have written something.
  private static let placeholders: Set<String> = [
    "?", "??", "???", "-", "--", "...", "…", "tba", "tbc", "tbd", "to do", "todo", "fixme", "xxx",
    "to be announced", "to be confirmed", "to be decided", "to be defined", "to be determined",
  ]

  private static func isPlaceholder(_ text: String) -> Bool {
    text.utf8.count <= 24 && placeholders.contains(text.lowercased())
  }

  /// Line ends and runs of blanks become one blank.
  static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 10 || $0 == 13 || $0 == 9 }) else { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
