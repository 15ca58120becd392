/// Hands out control names: no two controls of a page may share one.
struct LabelStudioNames {
  private var taken: Set<String> = []

  /// The name itself if it is free, else the name with a number.
  mutating func take(_ wanted: String) -> String {
    var name = wanted
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(wanted)-\(number)"
      number += 1
    }
    return name
  }
}

/// Texts as the editor has to be given them, so that it shows what the author wrote.
enum LabelStudioText {
  /// For `value`: a `$` before a word would be replaced by a field of the task, so the two are kept
  /// apart by a character that shows nothing (U+2060).
  static func value(_ text: String) -> String {
    let dollar = UInt8(ascii: "$")
    guard text.utf8.span.contains(dollar) else { return text }
    var bytes: [UInt8] = []
    var isBehindDollar = false
    for byte in text.utf8 {
      if isBehindDollar, isInReference(byte) { bytes.append(contentsOf: "\u{2060}".utf8) }
      bytes.append(byte)
      isBehindDollar = byte == dollar
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isInReference(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "_[].{}".utf8.contains(byte)
    }
  }

  /// For every other attribute: `true` and `false` alone would become booleans and blank the page.
  static func words(_ text: String) -> String { isBoolean(text) ? text + "." : text }

  /// Whether the editor would turn the text into a boolean.
  static func isBoolean(_ text: String) -> Bool { text == "true" || text == "false" }
}
