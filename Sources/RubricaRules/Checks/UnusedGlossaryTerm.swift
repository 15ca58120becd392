package import RubricaModel
package import RubricaSource

/// A glossary explains the words of its guideline.
package enum UnusedGlossaryTerm: Check {
  package static let info = CheckInfo(
    id: "unused-glossary-term",
    levels: .note,
    summary: "The guideline uses every term of its glossary.",
    rationale: """
      Annotators learn a word that they never meet, and do not find the one that they do meet. Usually \
      the text was changed and the glossary was not.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          ## Glossary

          - **Octagon**: a figure with eight sides.
          - **⟪Gantry⟫**: a bridge that carries signs.
          """))
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          Signs on gantries are signs too.

          ## Glossary

          - **Octagon**: a figure with eight sides.
          - **Gantry** (plural: gantries): a bridge that carries signs.
          """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    guard report.level(of: info) != nil, guideline.hasSection(.glossary) else { return }
    let glossary = Glossary(guideline)
    let names = glossary.terms.map { Self.names(of: $0) }
    var areUsed = Self.areRead(names, index.annotatorText, glossary, guideline)
    for place in names.indices where names[place].isEmpty { areUsed[place] = true }
    if areUsed.contains(false) { find(names, &areUsed, glossary, guideline) }
    for (place, term) in glossary.terms.enumerated() where !areUsed[place] {
      let words = term.inlines.first.flatMap { first in
        term.inlines.last.map { first.span.union($0.span) }
      }
      report.add(
        info, at: words ?? term.span, unused(term.plainText),
        help: "remove the entry, or use the term where its meaning occurs")
    }
  }

  /// A term and what stands in brackets behind it, without the endings that a plural changes.
  private static func names(of term: Prose) -> [[UInt8]] {
    let parts = Array(term.plainText.lowercased().utf8).split { "()/,;:".utf8.contains($0) }
    return parts.map { part in
      var stem = Array(part.drop { $0 == 32 })
      while let last = stem.last, last == 32 || last == UInt8(ascii: ".") { stem.removeLast() }
      if stem.count > 4, let last = stem.last, "sye".utf8.contains(last) { stem.removeLast() }
      return stem
    }.filter { $0.count > 1 }
  }

  /// Finds the terms that are not used yet in all files, wherever a word starts.
  private static func find(
    _ names: [[[UInt8]]], _ areUsed: inout [Bool], _ glossary: Glossary, _ guideline: Guideline
  ) {
    let unused = TermNames(names.enumerated().map { areUsed[$0.offset] ? [] : $0.element })
    for file in guideline.sources.files.indices {
      let bytes = guideline.sources.files[file].bytes
      for start in bytes.indices where unused.mayBegin(bytes, at: start) {
        guard start == 0 || !ByteScan.isWordByte(bytes[start - 1]) || bytes[start - 1] == 45 else {
          continue
        }
        for (term, end) in unused.found(in: bytes, at: start)
        where !areUsed[term] && !glossary.holds(Span(SourceID(file), start, end)) {
          areUsed[term] = true
        }
      }
    }
  }

  /// Which terms are among the words that annotators read outside the glossary: nearly every term is,
  /// and the search through all files is spared.
  private static func areRead(
    _ names: [[[UInt8]]], _ text: AnnotatorText, _ glossary: Glossary, _ guideline: Guideline
  ) -> [Bool] {
    let source = guideline.document.source
    let bytes = guideline.sources[source].bytes
    let known = TermNames(names)
    var areRead = [Bool](repeating: false, count: names.count)
    for sentence in text.sentences
    where sentence.source == source && !glossary.holds(text.span(sentence)) {
      // Most terms stand in the first few sentences.
      if !areRead.contains(false) { break }
      for word in text.words[sentence.words] {
        let start = Int(word.start)
        guard known.mayBegin(bytes, at: start) else { continue }
        for (term, _) in known.found(in: bytes, at: start) { areRead[term] = true }
      }
    }
    return areRead
  }

  private static func unused(_ term: String) -> String {
    "no other part of the guideline uses \"\(Wording.excerpt(term))\""
  }
}

/// The names of terms in small letters, laid together so that all that begin at a byte are found in one walk.
private struct TermNames {
  /// The state behind a byte, by the state before it and the byte. The first state is 0.
  private var next: [Int: Int] = [:]
  /// The terms whose names end in each state.
  private var terms: [[Int]] = [[]]
  /// A bit for each pair of letters that a name begins with.
  private var pairs = [UInt64](repeating: 0, count: 16)

  /// The names of each term, each of two bytes or more.
  init(_ names: [[[UInt8]]]) {
    for (term, spellings) in names.enumerated() {
      for name in spellings where name.count > 1 {
        let pair = Self.pair(name[0], name[1])
        pairs[pair >> 6] |= 1 << UInt64(pair & 63)
        var state = 0
        for byte in name {
          let step = state << 8 | Int(byte)
          if let known = next[step] {
            state = known
          } else {
            next[step] = terms.count
            state = terms.count
            terms.append([])
          }
        }
        terms[state].append(term)
      }
    }
  }

  /// Whether a name may begin at a byte. At nearly all of them none does, and no walk is needed.
  func mayBegin(_ bytes: [UInt8], at start: Int) -> Bool {
    guard start + 1 < bytes.count else { return false }
    let pair = Self.pair(bytes[start], bytes[start + 1])
    return pairs[pair >> 6] & 1 << UInt64(pair & 63) != 0
  }

  /// The terms with a name that begins at a byte, and where that ends.
  func found(in bytes: [UInt8], at start: Int) -> [(term: Int, end: Int)] {
    var found: [(term: Int, end: Int)] = []
    var state = 0
    for place in start..<bytes.count {
      guard let behind = next[state << 8 | Int(bytes[place].lowered)] else { break }
      state = behind
      for term in terms[state] { found.append((term, place + 1)) }
    }
    return found
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }
}
