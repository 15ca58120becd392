internal import RubricaSource
internal import RubricaSyntax

/// A short code before a name, as data has it: `(HS): Hate speech`, `AR — Arabic`, "`x` — An x".
struct LabelCode {
  let code: String
  let name: String

  init?(_ heading: Heading, _ page: Page) {
    let title = HeadingWords.withoutSigns(heading.title)
    if title.hasPrefix("(") {
      guard let close = title.firstIndex(of: ")") else { return nil }
      code = String(title[title.index(after: title.startIndex)..<close])
      let rest = title[title.index(after: close)...].drop { $0 == ":" || $0 == " " }
      name = String(rest)
    } else {
      let ends = [": ", " - ", " \u{2013} ", " \u{2014} "].compactMap { title.firstRange(of: $0) }
      guard let end = ends.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
      code = String(title[..<end.lowerBound])
      name = String(title[end.upperBound...]).trimmingSpaces
    }
    let isMarked = page.tree.children(of: heading.node).contains { node in
      if case .code(let text) = page.tree.nodes[node].kind { text == code } else { false }
    }
    guard !name.isEmpty, LabelName.isID(code), isMarked || Self.isShort(code) else { return nil }
  }

  /// Capital letters, six at most.
  private static func isShort(_ code: String) -> Bool {
    code.count <= 6 && code.allSatisfy { $0.isUppercase || $0 == "_" || $0 == "-" }
  }

  /// The codes before headings where all have another one; nil if one has none, or they only count the
  /// headings: A, B, C.
  static func all(before headings: [Heading], _ page: Page) -> [LabelCode]? {
    let codes = headings.compactMap { LabelCode($0, page) }
    let words = codes.map(\.code)
    guard codes.count > 1, codes.count == headings.count, Set(words).count == words.count,
      !zip(words, ["A", "B"]).allSatisfy({ $0 == $1 }),
      !words.allSatisfy({ $0.allSatisfy("IVX".contains) })
    else { return nil }
    return codes
  }
}
