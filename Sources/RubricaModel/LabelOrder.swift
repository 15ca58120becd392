/// Several labels in one item or line of an order: `stop, yield`, `stop > yield`, `stop and yield`.
package enum LabelOrder {
  /// The words between the signs and conjunctions, with single blanks.
  package static func parts(of text: String) -> [String] {
    text.split { ",>→/&=、".contains($0) }.flatMap { part in
      part.split(separator: " ").split { conjunctions.contains($0) }.map {
        $0.joined(separator: " ")
      }
    }
  }

  /// In the languages that have words.
  private static let conjunctions: Set<Substring> = [
    "and", "or", "et", "ou", "und", "oder", "y", "e", "o",
  ]
}
