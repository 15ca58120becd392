package import RubricaSource

extension DataNode {
  /// Whether a value is an answer: not empty, and no note that the answer is still to come.
  package var isFilled: Bool {
    switch kind {
    case .scalar(let text, _): hasText && !Placeholder.isOne(text)
    case .list(let items): items.contains { $0.isFilled }
    case .mapping(let fields): fields.contains { $0.value.isFilled }
    }
  }
}

/// Whom somebody can ask: there is a name, and a way to reach who has it.
package enum Contact {
  package enum Gap: Sendable {
    case name
    case address
  }

  /// Each of these is a way.
  private static let ways = ["email", "phone", "url"]

  /// What a contact of governance.yaml lacks to be one; nil for nothing.
  package static func gap(in contact: DataNode) -> Gap? {
    if contact["name"]?.isFilled != true { return .name }
    return ways.contains { contact[$0]?.isFilled == true } ? nil : .address
  }
}

/// Words that people write so as to have written something.
private enum Placeholder {
  private static let words: Set<String> = [
    "?", "??", "???", "-", "--", "...", "…", "tba", "tbc", "tbd", "to do", "todo", "fixme", "xxx",
    "to be announced", "to be confirmed", "to be decided", "to be defined", "to be determined",
  ]

  static func isOne(_ text: String) -> Bool {
    text.utf8.count <= 24 && startsLikeOne(text) && words.contains(text.lowercased())
  }

  /// Few texts do, and only they are looked up.
  private static func startsLikeOne(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "?"), UInt8(ascii: "-"), UInt8(ascii: "."), 0xE2: true
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "x"): true
    case UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "X"): true
    default: false
    }
  }
}
