/// Comments in raw HTML: nobody's words.
package enum HTMLComments {
  /// Markup without its comments; one that never closes takes the rest.
  package static func removed(from markup: String) -> String {
    var rest = markup[...]
    var kept = ""
    while let start = rest.firstRange(of: "<!--") {
      kept += rest[..<start.lowerBound]
      let after = rest[start.upperBound...]
      rest = after.firstRange(of: "-->").map { after[$0.upperBound...] } ?? ""
    }
    return kept + rest
  }
}

extension Block {
  /// Whether there is nothing in it but comments.
  package var isComment: Bool {
    guard case .html(let markup) = kind else { return false }
    return !HTMLComments.removed(from: markup).utf8.contains { $0 > 32 }
  }
}
