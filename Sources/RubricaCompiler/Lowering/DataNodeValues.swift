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

  /// So many numbers that are meant where the brackets are others or missing, where decimals have commas,
  /// or where each has a unit: `(1, 2)`, `{1, 2}`, `[1,5, 2,5]`, `[1px, 2px]`.
  func numbersMeant(_ count: Int) -> [String]? {
    guard count > 1 else { return nil }
    let parts: [String]
    switch kind {
    case .scalar(let text, isPlain: true):
      parts = text.split { ",; ()<>".contains($0) }.map(String.init)
    case .scalar: return nil
    case .mapping(let fields):
      guard fields.allSatisfy(\.isBare) else { return nil }
      parts = fields.map(\.key.value)
    case .list(let items):
      let words = items.compactMap { $0.isQuoted ? nil : $0.text?.value }
      guard words.count == items.count else { return nil }
      if items.count == 2 * count {
        // A blank stands behind the commas between numbers, and none behind those in them.
        let areDecimals = items.indices.dropLast().allSatisfy {
          let gap = Int(items[$0 + 1].span.start) - Int(items[$0].span.end)
          return $0.isMultiple(of: 2) ? gap == 1 : gap > 1
        }
        guard areDecimals else { return nil }
        parts = (0..<count).map { "\(words[2 * $0]).\(words[2 * $0 + 1])" }
      } else {
        parts = words.map { $0.hasSuffix("px") ? String($0.dropLast(2)) : $0 }
      }
    }
    let areNumbers = parts.allSatisfy { DataNode(.scalar($0, isPlain: true), span).number != nil }
    return parts.count == count && areNumbers ? parts : nil
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
      isNothing ? "nothing" : "`\(text.shortened(to: 40))`"
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
