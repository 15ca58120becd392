package import RubricaModel
internal import RubricaSource

/// What leaves say, in words: records and values that the compiler writes in a notation of its own are read
/// back. Everything else is shown as it is signed.
package struct LeafWords {
  private let notation: NotationWords
  private let leaf: (String) -> String?

  /// - Parameter leaf: what the leaf at a path says.
  package init(_ leaf: @escaping (String) -> String?) {
    self.leaf = leaf
    notation = NotationWords(leaf: leaf)
  }

  /// Fields whose values have parts; running text of an author is never taken for one.
  private static let structured: Set<String> = [
    "form", "candidates", "grammar", "required-when", "applies-when", "skeleton",
  ]
  private static let flags: Set<String> = ["required", "allows-ties", "symmetric", "across-items"]

  package func words(_ path: String, _ text: String) -> String {
    let segments = path.split(separator: "/")
    guard let root = segments.first, let last = segments.last else { return text }
    switch root {
    case "examples" where last == "expected": return answer(path, text) ?? text
    case "examples" where last == "input" || segments.dropLast().last == "candidates":
      if case .text(let words)? = Notation(text) { return words }
      return text
    case "governance", "workspace": return Self.data(text)
    case "layers", "labels":
      if text == "true", Self.flags.contains(String(last)) { return "yes" }
      guard Self.structured.contains(String(last)), let value = Notation(text) else { return text }
      return notation.lines(value)
    case "arrangement": return text.isEmpty ? "The order of everything on the page." : text
    default: return text
    }
  }

  func answer(_ path: String, _ text: String) -> String? {
    let example = path.dropLast("/expected".count)
    var item: String?
    if let input = leaf(example + "/input"), case .text(let words)? = Notation(input) {
      item = words
    }
    return notation.lines(ofAnswer: text, about: item)?.joined(separator: "\n")
  }

  private static func data(_ text: String) -> String {
    switch text {
    case "\\nothing", "": "nothing"
    case "{}": "nothing more is set"
    case "[]": "an empty list"
    default: text
    }
  }
}

/// The answers of the examples of one guideline, in the same words as in a review packet.
package struct AnswerWords {
  private let builder: LeafBuilder

  package init(_ guideline: Guideline) {
    builder = LeafBuilder(GuidelineIndex(guideline), orderIsIdentity: false)
  }

  /// Nil if the example has no answer.
  package func text(of example: Example) -> String? {
    let answer = String(decoding: builder.answer(of: example).text, as: UTF8.self)
    guard !answer.isEmpty else { return nil }
    let input = builder.item(of: example)?.text
    let words = LeafWords { path in path == "x/input" ? input : name(path) }
    return words.answer("x/expected", answer) ?? answer
  }

  /// What the leaf at a path says, of those that give names.
  private func name(_ path: String) -> String? {
    let segments = path.utf8.split(separator: UInt8(ascii: "/")).map {
      LeafSegment.id(of: String(Substring($0)))
    }
    guard segments.count > 2 else { return nil }
    let guideline = builder.guideline
    switch segments[0] {
    case "labels": return builder.index.label(segments[1])?.name.value
    case "escapes": return builder.index.escape(segments[1])?.name?.value
    case "layers":
      guard let layer = guideline.layer(segments[1]) else { return nil }
      guard segments.last == "means" else { return layer.name?.value }
      return layer.points.first { String($0.value.value) == segments[3] }?.means?.value
    default: return nil
    }
  }
}
