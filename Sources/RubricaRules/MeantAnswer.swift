internal import RubricaModel
internal import RubricaSource

/// A record that is read as one word, and was meant as the answer of a layer: `topic:billing`,
/// `topic=billing`, or the label alone.
struct MeantAnswer {
  let words: String
  let help: String
  let fixes: [Fix]

  /// Nothing if the word says nothing about a layer.
  init?(_ word: Located<String>, _ index: GuidelineIndex) {
    if let lines = AnswerLines(word, index) {
      words = "this is read as one word, not as the answer of layer `\(lines.layer)`"
      let line = Wording.excerpt(lines.meant, limit: 60)
      help = "write a colon and a space after the layer: `\(line)`"
      let title = "write a colon and a space after the layer"
      fixes = [Fix(title, edits: lines.edits, isSafe: lines.haveColons)]
      return
    }
    let escapes = index.guideline.escapes.map(\.id.value) + ["none"]
    guard let (answer, layers) = Self.find(word.value, index, escapes) else { return nil }
    let shown = Wording.excerpt(word.value)
    guard let first = layers.first else { return nil }
    guard first.kind.value.isQuestion else {
      words = "this label stands without its layer, `\(first.id.value)`, and without a mark"
      help = "write the line `\(first.id.value):`, and below it the marks of the layer as a list"
      fixes = []
      return
    }
    let line = "\(first.id.value): " + (first.kind.value == .choices ? "[\(answer)]" : answer)
    guard layers.count == 1 else {
      words = "`\(shown)` does not say which layer it answers"
      let all = Wording.list(layers.map { $0.id.value })
      help = "write the layer before it, as in `\(line)`; it may answer \(all)"
      fixes = []
      return
    }
    words = "`\(shown)` does not say that it answers layer `\(first.id.value)`"
    help = "write `\(line)`"
    fixes = [Fix("write `\(line)`", edits: [.init(word.span, line)], isSafe: false)]
  }

  /// The layers that a word may answer, and how the answer is written.
  private static func find(
    _ word: String, _ index: GuidelineIndex, _ escapes: [String]
  ) -> (answer: String, layers: [Layer])? {
    let questions = index.guideline.layers.filter { canAnswer($0, word, index) }
    if !questions.isEmpty { return (word, questions) }
    let marking = index.layers(taking: word)
    if !marking.isEmpty { return (word, marking) }
    guard Suggestion.nearest(to: word, among: escapes) == nil else { return nil }
    let asked = index.guideline.layers.filter {
      $0.kind.value == .choice || $0.kind.value == .choices
    }
    let labels = asked.flatMap { layer in layer.labels.map { $0.value } }
    guard let near = Suggestion.nearest(to: word, among: labels) else { return nil }
    return (near, asked.filter { index.layer($0, takes: near) })
  }

  private static func canAnswer(_ layer: Layer, _ word: String, _ index: GuidelineIndex) -> Bool {
    switch layer.kind.value {
    case .choice, .choices: index.layer(layer, takes: word)
    case .scale: layer.points.contains { String($0.value.value) == word }
    case .pairwise:
      word == Layer.tie ? layer.allowsTies : layer.candidates?.contains(word) ?? false
    default: false
    }
  }
}

/// Lines each of which names a layer and its answer, without the colon and space that make a key of it.
private struct AnswerLines {
  private(set) var edits: [Fix.Edit] = []
  /// The layer of the first line, and what that line should be.
  private(set) var layer = ""
  private(set) var meant = ""
  /// Whether each line has its colon: then nothing else can be meant.
  private(set) var haveColons = true

  init?(_ word: Located<String>, _ index: GuidelineIndex) {
    let span = word.span
    guard span.range.count <= 2_000 else { return nil }
    var place = Int(span.start)
    for line in index.guideline.sources.text(span).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      guard take(line, at: place, in: span.source, index) else { return nil }
      place += line.utf8.count + 1
      // The end of the line is one character, of one byte or of two.
      let bytes = index.guideline.sources[span.source].bytes
      if place <= bytes.count, place > 1, bytes[place - 1] == 13, place < bytes.count,
        bytes[place] == 10
      {
        place += 1
      }
    }
  }

  private mutating func take(
    _ line: Substring, at start: Int, in source: SourceID, _ index: GuidelineIndex
  ) -> Bool {
    let scalars = line.unicodeScalars
    // Within a quotation its sign stands before each line.
    let head = scalars.drop { $0 == " " || $0 == ">" }
    let key = head.prefix { !Self.isSign($0) && !Self.isBlank($0) }
    let rest = head[key.endIndex...].drop { Self.isSign($0) || Self.isBlank($0) }
    guard !key.isEmpty, !rest.isEmpty, key.endIndex < rest.startIndex else { return false }
    let word = String(key)
    let between = head[key.endIndex..<rest.startIndex]
    guard
      let name = index.hasLayer(word)
        ? word
        : Suggestion.same(as: word, among: index.guideline.layers.lazy.map { $0.id.value })
    else { return false }
    let hasColon = between.contains { $0 == ":" || $0 == "\u{FF1A}" }
    haveColons = haveColons && hasColon
    let first = line.utf8.distance(from: line.startIndex, to: key.startIndex)
    let last = line.utf8.distance(from: line.startIndex, to: rest.startIndex)
    edits.append(.init(Span(source, start + first, start + last), "\(name): "))
    if layer.isEmpty {
      layer = name
      meant = "\(name): " + String(rest)
    }
    return true
  }

  /// What people write between a name and its value: a colon, that of a full width, or an equals sign.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ":" || scalar == "=" || scalar == "\u{FF1A}"
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar.isBlankOfNoYAML
  }
}
