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
  /// For `value`: a leading `$` would be read as a field of the task.
  static func value(_ text: String) -> String {
    text.utf8.first == UInt8(ascii: "$") ? "\u{200B}" + text : text
  }

  /// For every other attribute: `true` and `false` alone would become booleans and blank the page.
  static func words(_ text: String) -> String { isBoolean(text) ? text + "." : text }

  /// Whether the editor would turn the text into a boolean.
  static func isBoolean(_ text: String) -> Bool { text == "true" || text == "false" }
}
