internal import RubricaModel
internal import RubricaSource

/// Where a text breaks a grammar.
struct GrammarFaults {
  struct Fault {
    /// Bytes of the text.
    let range: Range<Int>
    let message: String
    let help: String
  }

  /// Tags that are not declared, or do not pair.
  private(set) var tags: [Fault] = []
  /// Everything else, in order of the text.
  private(set) var others: [Fault] = []

  private let grammar: TextGrammar
  /// The language of the text, as a tag; nil if it is not known.
  private let language: String?
  private let scalars: [Unicode.Scalar]
  /// The byte at which each scalar starts, and the end.
  private let offsets: [Int]
  /// Whether a scalar belongs to a tag: tags are not words.
  private var isTag: [Bool]

  /// `forbidden` are the words of the same grammar, gathered once for all texts.
  init(_ text: String, _ grammar: TextGrammar, _ forbidden: ForbiddenWords, language: String?) {
    self.grammar = grammar
    self.language = language
    scalars = Array(text.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append((offsets.last ?? 0) + UTF8.width(scalar)) }
    self.offsets = offsets
    isTag = Array(repeating: false, count: scalars.count)
    if !grammar.tags.isEmpty { readTags() }
    readCharacters()
    readWords(forbidden)
    others.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func bytes(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  // MARK: Tags

  private mutating func readTags() {
    var open: [(tag: TextGrammar.Tag, range: Range<Int>)] = []
    var place = 0
    while place < scalars.count {
      guard scalars[place] == grammar.brackets.open else {
        place += 1
        continue
      }
      guard let close = scalars[place...].firstIndex(of: grammar.brackets.close) else {
        add(place..<(place + 1), "this bracket opens a tag that does not end", "close the bracket")
        break
      }
      let range = place..<(close + 1)
      for index in range { isTag[index] = true }
      read(range, &open)
      place = close + 1
    }
    for left in open {
      add(
        left.range, "the tag `\(grammar.written(left.tag))` is never closed",
        "write `\(grammar.written(left.tag, isEnd: true))` after the words that it encloses")
    }
  }

  private mutating func read(
    _ range: Range<Int>, _ open: inout [(tag: TextGrammar.Tag, range: Range<Int>)]
  ) {
    let written = string(range)
    var id = string((range.lowerBound + 1)..<(range.upperBound - 1))
    let isEnd = id.hasPrefix("/")
    if isEnd { id.removeFirst() }
    guard let tag = grammar.tags.first(where: { $0.id.value == id }) else {
      let ids = grammar.tags.map(\.id.value)
      add(
        range, "`\(Wording.excerpt(written))` is not a tag of this layer",
        Suggestion.nearest(to: id, among: ids).map { "did you mean `\($0)`?" }
          ?? "the tags are \(Wording.list(grammar.tags.map { grammar.written($0) }))")
      return
    }
    guard tag.isPaired else {
      if isEnd {
        add(range, "the tag `\(id)` is not a paired tag and cannot be closed", "remove it")
      }
      return
    }
    guard isEnd else { return open.append((tag, range)) }
    if open.last?.tag.id.value == id {
      open.removeLast()
    } else {
      add(
        range, "`\(written)` closes a tag that was not opened last",
        "close tags in the reverse order of opening")
    }
  }

  private mutating func add(_ range: Range<Int>, _ message: String, _ help: String) {
    tags.append(Fault(range: bytes(range), message: message, help: help))
  }

  // MARK: Characters

  private mutating func readCharacters() {
    let forbidden = grammar.forbiddenCharacters.map { Set($0.value.unicodeScalars) } ?? []
    var seen: Set<Unicode.Scalar> = []
    var hasDigit = false
    for (place, scalar) in scalars.enumerated() where !isTag[place] {
      if forbidden.contains(scalar), seen.insert(scalar).inserted {
        other(
          place..<(place + 1), "the character `\(scalar)` must not be written",
          "write it differently"
        )
      }
      if grammar.numbers?.value == .words, !hasDigit, ("0"..."9").contains(scalar) {
        hasDigit = true
        other(place..<wordEnd(from: place), "numbers are written in words here", "spell it out")
      }
    }
    readCase()
  }

  private mutating func readCase() {
    switch grammar.letterCase?.value {
    case .lower:
      if let place = first(where: { $0.properties.isUppercase }) {
        other(place..<wordEnd(from: place), "no capital letters here", "write it in lower case")
      }
    case .upper:
      if let place = first(where: { $0.properties.isLowercase }) {
        other(
          place..<wordEnd(from: place), "no lower-case letters here", "write it in capital letters")
      }
    case .sentence:
      if let place = first(where: { $0.properties.isAlphabetic }),
        scalars[place].properties.isLowercase
      {
        other(place..<wordEnd(from: place), "the text starts with a capital", "capitalise it")
      }
    case nil: break
    }
  }

  private func first(where isWanted: (Unicode.Scalar) -> Bool) -> Int? {
    scalars.indices.first { !isTag[$0] && isWanted(scalars[$0]) }
  }

  private func wordEnd(from place: Int) -> Int {
    scalars[place...].firstIndex { !Self.isWord($0) } ?? scalars.count
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "'" || scalar == "’"
  }

  private mutating func other(_ range: Range<Int>, _ message: String, _ help: String) {
    others.append(Fault(range: bytes(range), message: message, help: help))
  }

  // MARK: Words

  private mutating func readWords(_ forbidden: ForbiddenWords) {
    if grammar.numbers?.value == .digits { readNumberWords() }
    guard !forbidden.isEmpty else { return }
    let folded = scalars.map(ForbiddenWords.folded)
    // Each is told once, where it comes first.
    var found: Set<Int> = []
    for place in scalars.indices where !isTag[place] {
      var end = place + 1
      if Self.isWord(scalars[place]) {
        guard place == 0 || !Self.isWord(scalars[place - 1]) else { continue }
        end = wordEnd(from: place)
      } else if !forbidden.hasSigns {
        continue
      }
      for number in forbidden.entries(beginningWith: Array(folded[place..<end]))
      where !found.contains(number) {
        let entry = forbidden.entries[number]
        let range = place..<(place + entry.words.count)
        guard range.upperBound <= scalars.count, let last = entry.words.last,
          (entry.countsCase ? scalars : folded)[range].elementsEqual(entry.words),
          !Self.isWord(last) || range.upperBound == scalars.count
            || !Self.isWord(scalars[range.upperBound])
        else { continue }
        found.insert(number)
        other(
          range, "`\(string(range))` must not be written here",
          (entry.spelling.right.map { "write `\($0.value)`" } ?? "say it differently")
            + (entry.spelling.because.map { ": \($0.value)" } ?? ""))
      }
    }
  }

  /// The first number in words; in a language without a list of them none is found.
  private mutating func readNumberWords() {
    guard let isNumber = language.flatMap(NumberWords.named) else { return }
    var place = 0
    while place < scalars.count {
      guard !isTag[place], Self.isWord(scalars[place]) else {
        place += 1
        continue
      }
      let end = wordEnd(from: place)
      if isNumber(string(place..<end).lowercased()) {
        other(place..<end, "numbers are written in digits here", "write the number")
        return
      }
      place = end
    }
  }
}

/// The words and phrases that a grammar forbids, by the word or sign that they begin with: a list may have
/// thousands of them.
struct ForbiddenWords {
  struct Entry {
    let spelling: TextGrammar.Spelling
    /// What is looked for, without letter case unless that counts.
    let words: [Unicode.Scalar]
    /// Where only the letter case is wrong, it counts.
    let countsCase: Bool
  }

  private(set) var entries: [Entry] = []
  /// Whether one begins with something else than a word.
  private(set) var hasSigns = false
  private var places: [[Unicode.Scalar]: [Int]] = [:]

  var isEmpty: Bool { places.isEmpty }

  init(_ grammar: TextGrammar) {
    for spelling in grammar.spellings {
      let wrong = Array(spelling.wrong.value.unicodeScalars)
      let folded = wrong.map(Self.folded)
      let countsCase =
        spelling.right.map { $0.value.unicodeScalars.map(Self.folded) == folded } ?? false
      guard let head = folded.first else { continue }
      let word = Array(folded.prefix(while: GrammarFaults.isWord))
      if word.isEmpty { hasSigns = true }
      places[word.isEmpty ? [head] : word, default: []].append(entries.count)
      entries.append(
        Entry(spelling: spelling, words: countsCase ? wrong : folded, countsCase: countsCase))
    }
  }

  /// Places of those that begin with a word in small letters, or with a sign.
  func entries(beginningWith head: [Unicode.Scalar]) -> [Int] { places[head] ?? [] }

  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      return ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? scalar : scalar
  }
}
