internal import RubricaSource

/// One tag as an author wrote it.
struct HTMLTag {
  var name: Substring.UTF8View
  var isEnd: Bool
  var attributes: [(name: Substring.UTF8View, value: Substring.UTF8View)] = []
  /// Behind the `>`.
  var end: String.Index

  /// Reads the tag that starts with the `<` at `start`; nil if none does.
  init?(_ text: Substring.UTF8View, at start: String.Index) {
    var cursor = Cursor(text, text.index(after: start))
    isEnd = cursor.skip("/")
    name = cursor.take { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    guard let first = name.first, first.isLetter else { return nil }
    while true {
      _ = cursor.take { Self.isSpace($0) || $0 == UInt8(ascii: "/") }
      guard let next = cursor.peek else { return nil }
      if next == UInt8(ascii: ">") { break }
      let name = cursor.take {
        !Self.isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">")
          && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "<")
      }
      guard !name.isEmpty else { return nil }
      _ = cursor.take(Self.isSpace)
      guard cursor.skip("=") else {
        attributes.append((name, name[name.endIndex...]))
        continue
      }
      _ = cursor.take(Self.isSpace)
      guard let value = cursor.takeValue() else { return nil }
      attributes.append((name, value))
    }
    end = text.index(after: cursor.index)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte >= 9 && byte <= 13 }

  func value(of name: StaticString) -> String? {
    attributes.first { name.matches($0.name) }.map { Self.decoded($0.value) }
  }

  /// The references that matter in attributes; the writer escapes again.
  private static func decoded(_ value: Substring.UTF8View) -> String {
    let text = String(Substring(value))
    guard value.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    scan: while let character = rest.first {
      for (reference, meaning) in references where rest.hasPrefix(reference) {
        result.append(meaning)
        rest.removeFirst(reference.count)
        continue scan
      }
      result.append(character)
      rest.removeFirst()
    }
    return result
  }

  private static let references: [(String, Character)] = [
    ("&amp;", "&"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&apos;", "'"),
    ("&lt;", "<"), ("&gt;", ">"),
  ]
}

/// A place in a text that moves forward.
private struct Cursor {
  let text: Substring.UTF8View
  var index: String.Index

  init(_ text: Substring.UTF8View, _ index: String.Index) {
    self.text = text
    self.index = index
  }

  var peek: UInt8? { index < text.endIndex ? text[index] : nil }

  mutating func skip(_ letter: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: letter) else { return false }
    text.formIndex(after: &index)
    return true
  }

  mutating func take(_ condition: (UInt8) -> Bool) -> Substring.UTF8View {
    let start = index
    while let byte = peek, condition(byte) { text.formIndex(after: &index) }
    return text[start..<index]
  }

  /// A quoted or a bare value; nil if a quote does not end.
  mutating func takeValue() -> Substring.UTF8View? {
    for quote in ["\"", "'"] as [Unicode.Scalar] where skip(quote) {
      let value = take { $0 != UInt8(ascii: quote) }
      return skip(quote) ? value : nil
    }
    return take {
      !HTMLTag.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<")
    }
  }
}
