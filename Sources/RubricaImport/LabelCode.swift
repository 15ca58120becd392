internal import RubricaSource
internal import RubricaSyntax

/// A short code before a name or in brackets behind it, as data has it: `(HS): Hate speech`, `AR — Arabic`,
/// `L1 -- Normal`, "`x` — An x", `Person (PER)`.
struct LabelCode {
  let code: String
  let name: String
  /// Whether it may only count headings, as rules and steps have it, too: `R1`.
  let mayCount: Bool

  init?(_ heading: Heading, _ page: Page) {
    let marked = page.tree.children(of: heading.node).compactMap { node in
      if case .code(let text) = page.tree.nodes[node].kind { text } else { nil }
    }
    let found = Self.parts(of: HeadingWords.withoutSigns(heading.title)).first { code, name in
      !name.isEmpty && LabelName.isID(code) && (marked.contains(code) || Self.isShort(code))
    }
    guard let found else { return nil }
    (code, name) = found
    mayCount = found.code.contains(where: \.isNumber) && !marked.contains(found.code)
  }

  /// What may be a code and its name in a title.
  private static func parts(of title: String) -> [(code: String, name: String)] {
    var found: [(code: String, name: String)] = []
    if title.hasPrefix("("), let close = title.firstIndex(of: ")") {
      let name = title[title.index(after: close)...].drop { $0 == ":" || $0 == " " }
      found.append((String(title[..<close].dropFirst()), String(name)))
    }
    let ends = [": ", " - ", " -- ", " \u{2013} ", " \u{2014} "].compactMap {
      title.firstRange(of: $0)
    }
    if let end = ends.min(by: { $0.lowerBound < $1.lowerBound }) {
      let name = String(title[end.upperBound...]).trimmingSpaces
      found.append((String(title[..<end.lowerBound]), name))
    }
    if title.hasSuffix(")"), let open = title.lastIndex(of: "(") {
      let code = title[open...].dropFirst().dropLast()
      found.append((String(code), String(title[..<open]).trimmingSpaces))
    }
    return found
  }

  /// The codes in a title that names several labels: "Y — Yawn · K — Small yawn". Empty if it does not.
  static func several(in title: String) -> [String] {
    for mark in [" \u{B7} ", " / ", " | ", "; ", ", "] {
      let names = title.replacing(mark, with: "\n").split(separator: "\n")
      guard names.count > 1 else { continue }
      let codes = names.compactMap { name in
        parts(of: String(name)).first { code, words in
          !words.isEmpty && LabelName.isID(code) && isShort(code)
        }?.code
      }
      if codes.count == names.count, Set(codes).count == codes.count { return codes }
    }
    return []
  }

  /// Capital letters, and perhaps numbers behind them, six at most.
  private static func isShort(_ code: String) -> Bool {
    code.count <= 6
      && code.allSatisfy {
        $0.isUppercase || $0.isASCII && $0.isNumber || $0 == "_" || $0 == "-"
      }
  }

  /// The codes of headings where all have another one; nil if one has none, or they only count the
  /// headings: A, B, C.
  static func all(of headings: [Heading], _ page: Page) -> [LabelCode]? {
    let codes = headings.compactMap { LabelCode($0, page) }
    let words = codes.map(\.code)
    guard codes.count > 1, codes.count == headings.count, Set(words).count == words.count,
      !zip(words, ["A", "B"]).allSatisfy({ $0 == $1 }),
      !words.allSatisfy({ $0.allSatisfy("IVX".contains) })
    else { return nil }
    return codes
  }
}
