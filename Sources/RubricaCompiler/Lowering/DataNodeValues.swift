internal import RubricaSource

extension DataNode {
  /// What it would be without its quotes; nil for what has none.
  var withoutQuotes: DataNode? {
    guard case .scalar(let text, isPlain: false) = kind else { return nil }
    return DataNode(.scalar(text, isPlain: true), span)
  }

  /// Whether a number in it stands in quotes.
  var hasNumberInQuotes: Bool {
    items.contains { $0.withoutQuotes?.number != nil || $0.hasNumberInQuotes }
  }

  var boolean: Bool? {
    switch kind {
    case .scalar("true", isPlain: true): true
    case .scalar("false", isPlain: true): false
    default: nil
    }
  }

  /// What it is, for a message.
  var description: String {
    switch kind {
    case .scalar(let text, _):
      isNothing ? "nothing" : "`\(text.count > 40 ? text.prefix(40) + "…" : text)`"
    case .list(let items):
      // Of numbers and words one sees at once how many they are.
      if items.count <= 8, !items.isEmpty, items.allSatisfy(\.hasText) {
        "`[\(items.compactMap { $0.text?.value }.joined(separator: ", "))]`"
      } else {
        "a list"
      }
    case .mapping: "keys and values"
    }
  }

  var integer: Int? {
    guard case .scalar(let text, true) = kind else { return nil }
    return Int(text)
  }

  var number: Double? {
    guard case .scalar(let text, true) = kind, let value = Double(text), value.isFinite,
      text.utf8.allSatisfy({ $0 < 0x3A || $0 | 0x20 == UInt8(ascii: "e") })
    else { return nil }
    return value
  }
}
