package import RubricaModel
package import RubricaSource

/// A glossary explains the words of its guideline.
package enum UnusedGlossaryTerm: Check {
  package static let info = CheckInfo(
    id: "unused-glossary-term",
    levels: .note,
    summary: "The guideline uses every term of its glossary.",
    rationale: """
      Annotators learn a word that they never meet, and look in vain for the one that they do meet: \
      as a rule the text was changed and the glossary was not.
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
    let read = Begun(index.annotatorText, glossary, guideline)
    for term in glossary.terms {
      let names = names(of: term)
      guard !names.isEmpty,
        !names.contains(where: { read.has($0) || isUsed($0, glossary, guideline) })
      else { continue }
      let words = term.inlines.first.flatMap { first in
        term.inlines.last.map { first.span.union($0.span) }
      }
      report.add(
        info, at: words ?? term.span, unused(term.plainText),
        help: "remove the entry, or use the word where the thing is meant")
    }
  }

  /// A term and what stands in brackets behind it, without the endings that a plural changes.
  private static func names(of term: Prose) -> [[UInt8]] {
    let parts = term.plainText.split { "()/,;:".contains($0) }
    return parts.map { part in
      var stem = part.lowercased().utf8.drop { $0 == 32 }.map { $0 }
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

  /// The words that annotators read outside the glossary, by their first letters: nearly every term
  /// is found among them, and the search through all files is spared.
  private struct Begun {
    private let bytes: [UInt8]
    private var places: [[UInt32]] = Array(repeating: [], count: 1_024)

    init(_ text: AnnotatorText, _ glossary: Glossary, _ guideline: Guideline) {
      let source = guideline.document.source
      bytes = guideline.sources[source].bytes
      for sentence in text.sentences
      where sentence.source == source && !glossary.holds(text.span(sentence)) {
        for word in text.words[sentence.words] where word.end - word.start > 1 {
          let start = Int(word.start)
          places[Self.bucket(bytes[start], bytes[start + 1])].append(word.start)
        }
      }
    }

    private static func bucket(_ first: UInt8, _ second: UInt8) -> Int {
      Int(first & 31) << 5 | Int(second & 31)
    }

    func has(_ name: [UInt8]) -> Bool {
      places[Self.bucket(name[0], name[1])].contains { start in
        let end = Int(start) + name.count
        return end <= bytes.count
          && zip(bytes[Int(start)..<end], name).allSatisfy { $0.lowered == $1 }
      }
    }
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
