internal import RubricaModel
internal import RubricaSource

/// The words and phrases that the text that annotators read shows in bold or in quotes.
struct MarkedTerms {
  struct Term {
    let place: Span
    /// The keys of the words without the ending of a plural.
    let stems: [WordHash]
    /// Where it stands in the text, marked or not.
    fileprivate(set) var uses = 0
    fileprivate(set) var isKnown = false
  }

  /// Words of a term, at most.
  private static let length = 4

  /// What no term has in it.
  private static let foreign: AnnotatorText.Word.Flags = [.code, .hasDigit, .isLink]

  private let index: GuidelineIndex
  private let language: PlainLanguage
  private let text: AnnotatorText
  private var terms: [Term] = []
  /// Places of terms by their first words.
  private var starts: [WordHash: [Int]] = [:]
  /// First two letters of terms, so that nearly all words need no look-up.
  private var pairs = [Bool](repeating: false, count: 1_024)

  init(_ index: GuidelineIndex, _ language: PlainLanguage) {
    self.index = index
    self.language = language
    text = index.annotatorText
    // In texts and speech, words in quotes or in bold are those of the items, as a rule.
    let modality = index.guideline.modality?.value
    guard let modality, modality != .text, modality != .audio else { return }
    let marks: AnnotatorText.Word.Flags = [.isStrong, .isQuoted]
    for sentence in text.sentences where Self.mayMark(sentence.owner) {
      var place = sentence.words.lowerBound
      while place < sentence.words.upperBound {
        guard text.words[place].has(marks) else {
          place += 1
          continue
        }
        let end = end(of: place, marks, sentence)
        if isNoun(place, sentence) { add(place..<end, sentence) }
        place = end
      }
    }
  }

  /// Whether the author can point at a word in it. Bold words in a glossary are its terms.
  private static func mayMark(_ owner: AnnotatorText.Owner) -> Bool {
    switch owner {
    case .prose(let role): role != .glossary && role != .tool
    case .rule, .definition, .label, .scope, .doubt, .precedence: true
    case .heading, .tableCell, .example, .data: false
    }
  }

  /// Behind the last word that is marked like the one at a place, and belongs to it.
  private func end(
    of place: Int, _ marks: AnnotatorText.Word.Flags, _ sentence: AnnotatorText.Sentence
  ) -> Int {
    let kind = text.words[place].flags.intersection(marks)
    var end = place + 1
    while end < sentence.words.upperBound, !text.words[end - 1].has(.endsClause),
      text.words[end].flags.intersection(marks) == kind
    {
      end += 1
    }
    return end
  }

  private mutating func add(_ words: Range<Int>, _ sentence: AnnotatorText.Sentence) {
    guard words.count <= Self.length * (language.charactersPerWord ?? 1) else { return }
    let bytes = index.guideline.sources.bytes(of: sentence.source)
    let stems = words.map { Self.stem(bytes[text.words[$0]]) }
    // What begins a sentence in bold is what the sentence is about: it is explained there.
    let isHead = words.lowerBound == sentence.words.lowerBound
    guard !isHead, !isExample(sentence),
      !words.contains(where: { text.words[$0].has(Self.foreign) }),
      !words.allSatisfy({ language.isStress(text.words[$0].key) }), !isControl(words)
    else {
      return
    }
    if starts[stems[0]]?.contains(where: { terms[$0].stems == stems }) ?? false { return }
    starts[stems[0], default: []].append(terms.count)
    pairs[Self.pair(bytes, text.words[words.lowerBound])] = true
    terms.append(Term(place: text.span(words, sentence), stems: stems))
  }

  private func isExample(_ sentence: AnnotatorText.Sentence) -> Bool {
    sentence.words.contains {
      language.example.match(text.words, at: $0, before: sentence.words.upperBound) != nil
    }
  }

  /// Whether a noun stands at a place: what is stressed is as often a verb or an adjective. In Japanese
  /// quotes are for nouns, and nothing stands before them.
  private func isNoun(_ place: Int, _ sentence: AnnotatorText.Sentence) -> Bool {
    if language.charactersPerWord != nil { return true }
    guard place > sentence.words.lowerBound else { return true }
    return language.determiners.contains(text.words[place - 1].key)
  }

  /// Whether the words are those on a button: where nouns have no capital, a capital within a sentence
  /// is a name.
  private func isControl(_ words: Range<Int>) -> Bool {
    text.words[words.lowerBound].has(.isCapitalised) && !language.capitalisesNouns
  }

  /// A number for the first two letters of a word, in any case.
  private static func pair(_ bytes: [UInt8], _ word: AnnotatorText.Word) -> Int {
    let second = word.end - word.start > 1 ? bytes[Int(word.start) + 1] : 0
    return Int(bytes[Int(word.start)] & 31) << 5 | Int(second & 31)
  }

  /// The key of a word without the ending of a plural.
  private static func stem(_ bytes: some BidirectionalCollection<UInt8>) -> WordHash {
    var rest = bytes[...]
    if rest.count > 3, rest.last.map({ $0 | 0x20 }) == UInt8(ascii: "s") { rest.removeLast() }
    if rest.count > 4, rest.last.map({ $0 | 0x20 }) == UInt8(ascii: "e") { rest.removeLast() }
    var key = WordHash()
    for byte in rest { key.add(byte) }
    return key
  }

  // MARK: What is known

  /// Counts where the terms stand, and finds those that a heading, the head of a sentence, the
  /// glossary or the task explains.
  mutating func dropKnown() {
    guard !terms.isEmpty else { return }
    let glossary = Glossary(index.guideline)
    for sentence in text.sentences {
      let bytes = index.guideline.sources.bytes(of: sentence.source)
      for place in sentence.words {
        let word = text.words[place]
        guard pairs[Self.pair(bytes, word)] else { continue }
        for term in starts[Self.stem(bytes[word])] ?? []
        where isTerm(term, at: place, sentence, bytes) {
          // Who means a term marks it where it comes first: what stands plain before is stressed later.
          let isFirst = terms[term].uses == 0 && word.start == terms[term].place.start
          let isHead = place == sentence.words.lowerBound && word.has(.isStrong)
          if terms[term].uses == 0 && !isFirst || isHead || sentence.owner == .heading
            || glossary.holds(text.span(sentence))
          {
            terms[term].isKnown = true
          }
          terms[term].uses += 1
        }
      }
    }
    for name in index.guideline.namesOfTheTask { dropAll(named: name) }
    for term in glossary.terms { dropAll(named: term.plainText) }
  }

  private func isTerm(
    _ term: Int, at place: Int, _ sentence: AnnotatorText.Sentence, _ bytes: [UInt8]
  ) -> Bool {
    let stems = terms[term].stems
    return place + stems.count <= sentence.words.upperBound
      && stems.indices.allSatisfy { Self.stem(bytes[text.words[place + $0]]) == stems[$0] }
  }

  private mutating func dropAll(named name: String) {
    let stems = name.utf8.split { !ByteScan.isWordByte($0) || $0 == 0x2D || $0 == 0x5F }.map {
      Self.stem($0)
    }
    for start in stems.indices {
      for term in starts[stems[start]] ?? [] where stems[start...].starts(with: terms[term].stems) {
        terms[term].isKnown = true
      }
    }
  }

  /// Those that stand twice at least, and that nothing explains.
  var remaining: [Term] { terms.filter { !$0.isKnown && $0.uses > 1 } }
}

extension [UInt8] {
  fileprivate subscript(word: AnnotatorText.Word) -> ArraySlice<UInt8> {
    self[Int(word.start)..<Int(word.end)]
  }
}

extension PlainLanguage {
  /// Whether a word in bold is stressed, rather than a term.
  func isStress(_ key: WordHash) -> Bool {
    knownCapitals.contains(key) || negations.contains(key) || modals.contains(key)
      || conditions.contains(key) || conjunctions.contains(key) || vague.contains(key)
      || fillers.contains(key) || comparisons.contains(key) || limits.contains(key)
      || orders.contains(key)
  }
}

extension Guideline {
  /// What the front matter and the headings name: everything that an answer can hold.
  fileprivate var namesOfTheTask: [String] {
    var names = labels.flatMap { [$0.id.value, $0.name.value] }
    names += groups.flatMap { [$0.id.value, $0.name.value] }
    names += escapes.flatMap { [$0.id.value, $0.name?.value ?? ""] }
    for layer in layers {
      names += [layer.id.value, layer.name?.value ?? ""]
      names += layer.keypoints.map(\.value)
      names += layer.points.compactMap(\.means?.value)
      names += layer.relations.flatMap { [$0.id.value, $0.displayName] }
      for attribute in layer.attributes {
        names += [attribute.id.value, attribute.displayName]
        names += attribute.values.map(\.id.value)
      }
    }
    return names
  }
}
