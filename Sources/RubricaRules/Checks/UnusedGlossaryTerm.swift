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
    let areRead = Self.areRead(names, index.annotatorText, glossary, guideline)
    for (place, term) in glossary.terms.enumerated() where !areRead[place] {
      guard !names[place].isEmpty,
        !names[place].contains(where: { isUsed($0, glossary, guideline) })
      else { continue }
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

  private static func isUsed(_ name: [UInt8], _ glossary: Glossary, _ guideline: Guideline) -> Bool
  {
    guideline.sources.files.indices.contains { file in
      let bytes = guideline.sources.files[file].bytes
      guard bytes.count >= name.count else { return false }
      for start in 0...(bytes.count - name.count) where bytes[start].lowered == name[0] {
        let range = start..<start + name.count
        guard zip(bytes[range], name).allSatisfy({ $0.lowered == $1 }),
          start == 0 || !ByteScan.isWordByte(bytes[start - 1]) || bytes[start - 1] == 45
        else { continue }
        if !glossary.holds(Span(SourceID(file), start, range.upperBound)) { return true }
      }
      return false
    }
  }

  /// Which terms are among the words that annotators read outside the glossary: nearly every term is,
  /// and the search through all files is spared.
  private static func areRead(
    _ names: [[[UInt8]]], _ text: AnnotatorText, _ glossary: Glossary, _ guideline: Guideline
  ) -> [Bool] {
    let source = guideline.document.source
    let bytes = guideline.sources[source].bytes
    // A bit for each pair of letters that a name begins with.
    var pairs = [UInt64](repeating: 0, count: 16)
    for name in names.joined() {
      let pair = pair(name[0], name[1])
      pairs[pair >> 6] |= 1 << UInt64(pair & 63)
    }
    var areRead = [Bool](repeating: false, count: names.count)
    for sentence in text.sentences
    where sentence.source == source && !glossary.holds(text.span(sentence)) {
      // Most terms stand in the first few sentences.
      if !areRead.contains(false) { break }
      for word in text.words[sentence.words] where word.end - word.start > 1 {
        let start = Int(word.start)
        let pair = pair(bytes[start], bytes[start + 1])
        guard pairs[pair >> 6] & 1 << UInt64(pair & 63) != 0 else { continue }
        for term in names.indices where !areRead[term] {
          areRead[term] = names[term].contains { name in
            start + name.count <= bytes.count
              && zip(bytes[start..<start + name.count], name).allSatisfy { $0.lowered == $1 }
          }
        }
      }
    }
    return areRead
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }

  private static func unused(_ term: String) -> String {
    "no other part of the guideline uses \"\(Wording.excerpt(term))\""
  }
}

extension UInt8 {
  fileprivate var lowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension Guideline {
  /// Whether a section of this role stands anywhere in the document.
  func hasSection(_ role: SectionRole) -> Bool {
    func has(_ elements: [Element]) -> Bool {
      elements.contains { element in
        guard case .section(let section) = element else { return false }
        return section.role == role || has(section.elements)
      }
    }
    return has(body)
  }
}
