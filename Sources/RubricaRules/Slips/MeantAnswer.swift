internal import RubricaModel
internal import RubricaSource

/// A record that is read as one word, and was meant as the answer of a layer: `topic:billing`,
/// `topic=billing`, or the label alone.
struct MeantAnswer {
  let words: String
  let help: String
  let fixes: [Fix]

  /// Nothing if the word says nothing about a layer.
  init?(_ word: Located<String>, _ known: inout KnownAnswers) {
    if let lines = AnswerLines(word, &known) {
      words = "this is read as one word, not as the answer of layer `\(lines.layer)`"
      let line = Wording.excerpt(lines.meant, limit: 60)
      help = "write a colon and a space after the layer: `\(line)`"
      let title = "write a colon and a space after the layer"
      fixes = [Fix(title, edits: lines.edits, isSafe: lines.haveColons)]
      return
    }
    guard let (answer, layers) = known.find(word.value) else { return nil }
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
}

/// What the layers of a guideline may be answered with, for every record that is one word.
struct KnownAnswers {
  /// For how many words a like one is looked for: each costs a look at every label, or at every layer.
  private static let suggested = 200

  fileprivate let index: GuidelineIndex
  private let escapes: [String]
  /// Where the layers stand that have a word as a point of their scale, or as a candidate.
  private lazy var others: [String: [Int]] = Self.placesOfWords(index.guideline.layers)
  /// Where the layers stand whose candidates have numbers.
  private lazy var numbered: [Int] = Self.placesOfNumbers(index.guideline.layers)
  /// The labels of the layers that ask for them by a question.
  private lazy var labels: [String] = index.guideline.layers.filter(Self.asksForLabels)
    .flatMap { layer in layer.labels.map { $0.value } }
  /// What was found for words that are none of them; nothing if nothing is near.
  private var nearLabels: [String: String?] = [:]
  private var sameLayers: [String: String?] = [:]

  init(_ index: GuidelineIndex) {
    self.index = index
    escapes = index.guideline.escapes.map { $0.id.value } + ["none"]
  }

  /// The layers that a word may answer, and how the answer is written.
  fileprivate mutating func find(_ word: String) -> (answer: String, layers: [Layer])? {
    let layers = index.guideline.layers
    let choosing = index.layerPlaces(taking: word).filter { Self.asksForLabels(layers[$0]) }
    var places = choosing + (others[word] ?? [])
    if Int(word) != nil {
      places += numbered.filter { layers[$0].candidates?.contains(word) ?? false }
    }
    let questions = places.sorted().map { layers[$0] }
    if !questions.isEmpty { return (word, questions) }
    let marking = index.layers(taking: word)
    if !marking.isEmpty { return (word, marking) }
    guard let near = nearLabel(word) else { return nil }
    return (near, index.layers(taking: near).filter(Self.asksForLabels))
  }

  /// The label that a word is a slip for, unless it is one for an escape answer.
  private mutating func nearLabel(_ word: String) -> String? {
    if let found = nearLabels[word] { return found }
    guard nearLabels.count < Self.suggested else { return nil }
    let isEscape = Suggestion.nearest(to: word, among: escapes) != nil
    let found = isEscape ? nil : Suggestion.nearest(to: word, among: labels)
    nearLabels.updateValue(found, forKey: word)
    return found
  }

  /// The layer that a word names, written just so or with other capitals or hyphens.
  fileprivate mutating func layer(_ word: String) -> String? {
    if index.hasLayer(word) { return word }
    if let found = sameLayers[word] { return found }
    guard sameLayers.count < Self.suggested else { return nil }
    let found = Suggestion.same(
      as: word, among: index.guideline.layers.lazy.map { $0.id.value })
    sameLayers.updateValue(found, forKey: word)
    return found
  }

  private static func asksForLabels(_ layer: Layer) -> Bool {
    layer.kind.value == .choice || layer.kind.value == .choices
  }

  private static func placesOfNumbers(_ layers: [Layer]) -> [Int] {
    layers.indices.filter { place in
      guard let candidates = layers[place].candidates else { return false }
      return layers[place].kind.value == .pairwise && candidates.fixed.isEmpty
    }
  }

  private static func placesOfWords(_ layers: [Layer]) -> [String: [Int]] {
    var places: [String: [Int]] = [:]
    for place in layers.indices {
      let layer = layers[place]
      var words: Set<String> = []
      switch layer.kind.value {
      case .scale: words.formUnion(layer.points.map { String($0.value.value) })
      case .pairwise:
        words.formUnion((layer.candidates?.fixed ?? []).map { $0.id.value })
        words.remove(Layer.tie)
        if layer.allowsTies { words.insert(Layer.tie) }
      default: break
      }
      for word in words { places[word, default: []].append(place) }
    }
    return places
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

  init?(_ word: Located<String>, _ known: inout KnownAnswers) {
    let index = known.index
    let span = word.span
    guard span.range.count <= 2_000 else { return nil }
    var place = Int(span.start)
    for line in index.guideline.sources.text(span).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      guard take(line, at: place, in: span.source, &known) else { return nil }
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
    _ line: Substring, at start: Int, in source: SourceID, _ known: inout KnownAnswers
  ) -> Bool {
    let scalars = line.unicodeScalars
    // Within a quotation its sign stands before each line.
    let head = scalars.drop { $0 == " " || $0 == ">" }
    let key = head.prefix { !Self.isSign($0) && !Self.isBlank($0) }
    let rest = head[key.endIndex...].drop { Self.isSign($0) || Self.isBlank($0) }
    guard !key.isEmpty, !rest.isEmpty, key.endIndex < rest.startIndex else { return false }
    guard let name = known.layer(String(key)) else { return false }
    let between = head[key.endIndex..<rest.startIndex]
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
